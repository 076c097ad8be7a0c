import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, test } from './support'

const NAME = '2023 Karachi police station attack.md'

test('a folder is chosen, looked at first, written, edited by hand and written again', async ({ page }) => {
  const vault = await mkdtemp(join(tmpdir(), 'lectern-vault-'))
  await addFiles(page, ARTICLES)
  await openRow(page, '2023 Karachi police station attack')
  await highlightSentence(page, '2')
  await page.goto(new URL('#/settings/exporting', page.url()).href)

  const folder = page.getByRole('textbox', { name: 'Folder on this computer' })
  await folder.fill(join(vault, 'nowhere'))
  await page.getByRole('button', { name: 'Use this folder' }).click()
  await expect(page.getByRole('alert')).toContainText('There is no such folder')
  await folder.fill(vault)
  await page.getByRole('button', { name: 'Use this folder' }).click()
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible()
  await page.getByRole('radio', { name: 'Obsidian' }).click()

  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByText('1 file would change, 0 would not.')).toBeVisible()
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText('1 file changed, 0 did not.').first()).toBeVisible()
  await expectAccessible(page)
  const text = await readFile(join(vault, NAME), 'utf8')
  expect(text).toContain('> [!quote] Evidence')

  await writeFile(join(vault, NAME), `${text}\nMy own words.\n`)
  await page.getByText('Keep it up to date').click()
  await expect(page.getByRole('switch', { name: /^Keep it/u })).toBeChecked()
  await page.goto(new URL('#/', page.url()).href)
  await openRow(page, '2023 Karachi police station attack')
  await highlightSentence(page, '4')
  await expect.poll(() => readFile(join(vault, NAME), 'utf8'), { timeout: 20_000 }).toContain('> [!quote] Doubt')
  expect(await readFile(join(vault, NAME), 'utf8')).toContain('My own words.\n')
  await rm(vault, { recursive: true })
})

test('a template is edited with a live preview, says what is wrong, and is reset', async ({ page }) => {
  await page.goto(new URL('#/settings/exporting', page.url()).href)
  const template = page.getByRole('textbox', { name: 'Template' })
  const preview = page.getByLabel('Preview')
  await expect(preview).toContainText('> Nearly all the deaths')
  await template.fill('**{{ colour }}** {{ text }}')
  await expect(preview).toContainText('**Evidence** Nearly all the deaths')
  await template.fill('{{ colour | nosuch }}')
  await expect(page.getByText('undefined filter: nosuch')).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(preview).toContainText('> Nearly all the deaths')
  await page.getByRole('radio', { name: 'Front matter' }).click()
  await template.fill('kind: article\ntitle: {{ title }}')
  await expect(preview).toContainText('kind: article')
})

test('what was typed into a template last is kept when one goes on at once', async ({ page }) => {
  await page.goto(new URL('#/settings/exporting', page.url()).href)
  const template = page.getByRole('textbox', { name: 'Template' })
  const flavours = page.getByRole('radiogroup', { name: 'Written for' })
  await expect(template).not.toBeEmpty()
  await template.fill('first: {{ text }}')
  await flavours.getByRole('radio', { name: 'Obsidian' }).press('Space')
  await expect(template).not.toHaveValue('first: {{ text }}')
  await flavours.getByRole('radio', { name: 'Markdown' }).press('Space')
  await expect(template).toHaveValue('first: {{ text }}')
})
