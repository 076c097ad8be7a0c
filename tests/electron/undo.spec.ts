import { join } from 'node:path'
import { expect } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { root, test, type App } from './app'

/** Presses an item of the application menu, as a mouse does and as its key does on macOS. */
const press = ({ electron }: App, label: string) =>
  electron.evaluate(({ Menu, BrowserWindow }, name) => {
    const edit = Menu.getApplicationMenu()?.items.find((item) => item.label === 'Edit')
    const item = edit?.submenu?.items.find((each) => each.label === name)
    if (item === undefined) throw new Error(`The Edit menu has no ${name}`)
    const [window] = BrowserWindow.getAllWindows()
    item.click(undefined, window, window?.webContents)
  }, label)

test('Undo and Redo of the Edit menu mean what was done in the library, the note that is written or the field that is typed in', async ({
  start,
}) => {
  test.slow()
  const app = await start(join(root, 'tests/fixtures/pages/passages.html'))
  const { page } = app
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  const count = page.getByRole('link', { name: /^All highlights/u }).locator('.num')
  await page.keyboard.press('v')
  await page.keyboard.press('1')
  await expect(count).toHaveText('1')

  // The page has the focus: what was done in the library.
  await press(app, 'Undo')
  await expect(count).toHaveCount(0)
  await press(app, 'Redo')
  await expect(count).toHaveText('1')

  // A note: its own words.
  await page.getByRole('navigation', { name: 'Library' }).getByRole('link', { name: 'Notes' }).click()
  await page.getByRole('main').getByRole('button', { name: 'New note' }).click()
  const editor = page.locator('.note-editor__content')
  await expect(editor).toBeFocused()
  await page.keyboard.type('Kept words')
  await expect(editor).toContainText('Kept words')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await press(app, 'Undo')
  await expect(editor).not.toContainText('Kept words')
  // A busy machine types slowly, and each pause ends a step.
  await expect(async () => {
    await press(app, 'Redo')
    await expect(editor).toContainText('Kept words', { timeout: 1000 })
  }).toPass()
  await expect(count).toHaveText('1')

  // A plain field: the browser's history of it.
  await page.goto(new URL('#/search', page.url()).href)
  const field = page.getByRole('combobox')
  await field.focus()
  await page.keyboard.type('pump')
  await press(app, 'Undo')
  await expect(field).not.toHaveValue('pump')
  await press(app, 'Redo')
  await expect(field).toHaveValue('pump')
  await expect(count).toHaveText('1')
})

test('what was marked yesterday is in the review, the same after a restart', async ({ start, library }) => {
  test.slow()
  const app = await start(join(root, 'tests/fixtures/pages/passages.html'))
  await expect(app.page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  const count = app.page.getByRole('link', { name: /^All highlights/u }).locator('.num')
  for (const key of ['1', '2', '3'] as const) {
    await app.page.keyboard.press('v')
    await app.page.keyboard.press(key)
    await expect(count).toHaveText(key)
  }
  await app.close()
  const db = new BetterSqlite3(join(library, 'library/library.db'))
  db.exec('UPDATE annotations SET created_at = created_at - 200000000')
  db.close()

  const again = await start()
  const card = again.page.locator('.passage-card')
  await again.page.getByRole('link', { name: /^Daily review/u }).click()
  await expect(card).toBeFocused()
  await again.page.keyboard.press('Space')
  await expect(again.page.locator('.page-header').getByRole('status')).toHaveText('2 of 3')
  const words = await card.locator('mark').textContent()
  await again.close()

  const { page } = await start()
  await page.getByRole('link', { name: /^Daily review/u }).click()
  await expect(page.locator('.page-header').getByRole('status')).toHaveText('2 of 3')
  await expect(page.locator('.passage-card mark')).toHaveText(words ?? '')
})
