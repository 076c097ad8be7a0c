import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { root, test } from './app'

test('an article is saved as PDF by the app itself', async ({ start, library }) => {
  const { electron, page } = await start(join(root, 'tests/fixtures/karachi-police-station-attack.txt'))
  await expect(page.getByRole('heading', { name: '2023 Karachi police station attack' })).toBeVisible()
  const path = join(library, 'article.pdf')
  // In place of the system's dialog, which asks where to.
  const saved = electron.evaluate(
    ({ session }, to) =>
      new Promise<string>((done) =>
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(to)
          item.once('done', () => done(item.getFilename()))
        }),
      ),
    path,
  )
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
