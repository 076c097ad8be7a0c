import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, row, test } from './support'

const WORDS = 'There is enough of a text on this page for it to be taken for an article, and it goes on for a while.'
const note = (at: number) => ({
  name: `note ${at}.md`,
  mimeType: 'text/markdown',
  buffer: Buffer.from(`# Note ${at}\n\n${WORDS} It has the number ${at}.`),
})
const saved = (name: string, title: string, body: string) => ({
  name,
  mimeType: 'text/html',
  buffer: Buffer.from(
    `<!doctype html><title>${title}</title><link rel="canonical" href="https://example.org/${title}"><h1>${title}</h1><p>${WORDS}</p><p>${title}: ${body}</p>`,
  ),
})

async function choose(page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]) {
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  if (!(await dialog.isVisible())) await page.keyboard.press('ControlOrMeta+O')
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'choose files' }).click()
  await (await chooser).setFiles([...files])
  return dialog
}

test('many files: paused, gone on with after the window is loaded anew, filtered, reported', async ({ page }) => {
  test.slow()
  const files = Array.from({ length: 150 }, (_, at) => note(at))
  const broken = { name: 'song.html', mimeType: 'text/html', buffer: Buffer.from('ID3\u0004\0\0\0\0\0\0\0\0\u0001') }
  let dialog = await choose(page, [...files, broken])
  await dialog.getByRole('button', { name: 'Pause' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: /^Paused: \d+ items? left$/u })).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await page.getByRole('button', { name: 'Adding to library: show progress' }).click()
  dialog = page.getByRole('dialog', { name: 'Add to your library' })
  await expect(dialog.getByText(/^Paused: /u)).toBeVisible()
  await dialog.getByRole('button', { name: 'Resume' }).click()
  await expect(dialog.getByText('150 articles added')).toBeVisible({ timeout: 60_000 })

  // Only the rows on screen exist.
  const rows = dialog.getByRole('list', { name: 'Items' }).getByRole('listitem')
  expect(await rows.count()).toBeLessThan(40)
  await expect(rows.first()).toContainText('song.html')
  await dialog.getByRole('radio', { name: /^Failed/u }).click()
  await expect(rows).toHaveCount(1)
  await dialog.getByRole('radio', { name: /^All/u }).click()

  await dialog.getByRole('button', { name: 'Report and earlier imports' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save report…' }).click()
  const report = await readFile(await (await download).path(), 'utf8')
  expect(report).toContain('151 items: 150 added, 1 failed.')
  expect(report).toContain('| note 149.md | added | Note 149 |')
})

test('another version from the same address: Update, Keep both, from the keyboard', async ({ page }) => {
  const dialog = await choose(page, [saved('a.html', 'Pump', 'First.'), saved('b.html', 'Well', 'First.')])
  await expect(dialog.getByText('2 articles added')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await choose(page, [saved('c.html', 'Pump', 'Second.'), saved('d.html', 'Well', 'Second.')])
  await expect(dialog.getByText(/Your library has another version from this address/u)).toHaveCount(2)
  await expect(dialog.getByRole('group', { name: 'Answer for all 2' })).toBeVisible()
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Update Pump' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Updated' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep both: Well' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 article added, 1 updated')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, 'Pump')).toHaveCount(1)
  await expect(row(page, 'Well')).toHaveCount(2)
})

test('a folder is dropped with its folders, more than a browser lists at once', async ({ page }, info) => {
  const folder = info.outputPath('vault')
  await mkdir(join(folder, 'deep', 'er'), { recursive: true })
  for (let at = 0; at < 130; at++) await writeFile(join(folder, 'deep', `note ${at}.md`), note(at).buffer)
  await writeFile(join(folder, 'deep', 'er', 'last.md'), note(999).buffer)
  await writeFile(join(folder, '.hidden.md'), note(1000).buffer)
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [folder], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data })
  }
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  await expect(dialog.getByText('131 articles added')).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByText('vault/deep/note 0.md')).toBeVisible()
})
