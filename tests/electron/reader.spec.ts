import { expect } from '@playwright/test'
import { painted, selectWords } from '../e2e/select-words'
import { closeWindow, startAgain, test, type App } from './app'

const WORDS = 'Nobody marks notes for style.'
const NOTE = 'Which printers?'

/** Starts the app and opens the sample. */
async function openSample(start: () => Promise<App>): Promise<App> {
  const app = await start()
  await app.page.getByRole('button', { name: 'Read the sample' }).click()
  await app.page.locator('iframe.article-frame[data-state="open"]').waitFor()
  return app
}

async function markAndNote({ page }: App): Promise<void> {
  await selectWords(page, WORDS)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: /^Note on/u })).toBeFocused()
  await page.keyboard.type(NOTE)
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
}

test('a passage is marked by mouse and by key, and painted', async ({ start }) => {
  const { page } = await openSample(start)
  await selectWords(page, WORDS)
  await page.keyboard.press('2')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-green': 1 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
  await page.keyboard.press('5')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-green': 1, 'hl-0-purple': 1 })
})

test('a highlight and its note are there again after a restart', async ({ start }) => {
  const first = await openSample(start)
  await markAndNote(first)
  await closeWindow(first)
  const { page } = await start()
  await page.getByText('Reading with a pencil').first().click()
  await expect(page.locator('.note-card')).toContainText(NOTE)
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow-noted': 1 })
})

test('a lectern:// address given to a running app shows the passage', async ({ start, folders }) => {
  const app = await openSample(start)
  await markAndNote(app)
  const { articleId, id } = await firstHighlight(app)
  await app.page.keyboard.press('Escape')
  await app.page.evaluate(() => {
    location.hash = '#/settings/general'
  })
  await expect(app.page.locator('iframe.article-frame')).toBeHidden()
  expect(await startAgain([...folders, `lectern://open/${articleId}/${id}`])).toBe(0)
  await expect(app.page.locator('.note-card[data-active="true"]')).toContainText(NOTE)
})

/** The only highlight of the library. */
async function firstHighlight({ call }: App): Promise<{ articleId: string; id: string }> {
  const result = await call('annotations.listAll', {})
  if (!result.ok) throw new Error(result.error.message)
  const [first] = (result.value as { highlights: { id: string; articleId: string }[] }).highlights
  if (first === undefined) throw new Error('There is no highlight.')
  return { articleId: first.articleId, id: first.id }
}
