import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { row } from '../e2e/support'
import { root, test } from './app'

/** Where the next download goes, in place of the system's dialog, which asks. Answers its name once it is there. */
function saveNext(electron: ElectronApplication, path: string): Promise<string> {
  return electron.evaluate(
    ({ session }, to) =>
      new Promise<string>((done) =>
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(to)
          item.once('done', () => done(item.getFilename()))
        }),
      ),
    path,
  )
}

test('an article is saved as PDF by the app itself', async ({ start, library }) => {
  const { electron, page } = await start(join(root, 'tests/fixtures/karachi-police-station-attack.txt'))
  await expect(page.getByRole('heading', { name: '2023 Karachi police station attack' })).toBeVisible()
  const path = join(library, 'article.pdf')
  const saved = saveNext(electron, path)
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Format$/u }).click()
  await page.getByRole('option', { name: 'Whole text (PDF)' }).click()
  await dialog.getByRole('button', { name: 'Make PDF' }).click()
  expect(await saved).toBe('2023 Karachi police station attack.pdf')
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(bytes.byteLength).toBeGreaterThan(10_000)
})

test('two articles are saved as one PDF, each beginning on a page of its own', async ({ start, library }) => {
  const { electron, page, call } = await start()
  const titles = ['The pump', 'The map']
  const begun = await call('imports.begin')
  if (!begun.ok) throw new Error(begun.error.message)
  for (const title of titles) {
    const text = `# ${title}\n\nSome words about ${title.toLowerCase()} in Soho.\n`
    await call('imports.add', { importId: begun.value, source: { kind: 'text', text, format: 'auto' } })
  }
  await call('imports.start', { importId: begun.value })
  await row(page, 'The pump').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Format$/u }).click()
  await page.getByRole('option', { name: 'Whole text (PDF)' }).click()
  const preview = page.frameLocator('iframe[title="Preview"]')
  for (const title of titles) await expect(preview.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  const path = join(library, 'both.pdf')
  const saved = saveNext(electron, path)
  await dialog.getByRole('button', { name: 'Make PDF' }).click()
  expect(await saved).toBe('Lectern articles.pdf')
  const pdf = (await readFile(path)).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  // The list of the articles, then each of them.
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(3)
})
