import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, expectAccessible, openRow, test } from './support'
import { clickWords, selectWords } from './select-words'

test.beforeEach(async ({ page }) => {
  await addFiles(page, ARTICLES)
  await openRow(page, '2023 Karachi')
})

const editor = (page: Page) => page.getByRole('textbox', { name: /^Note on/u })

test('a note is written with Markdown shortcuts, saved while typing, and there after a reload', async ({ page }) => {
  await selectWords(page, 'Islamist insurgents')
  await page.keyboard.press('n')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('Who says so? **CNN** does. See `TTP`.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- first')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('below it')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await expectAccessible(page)
  await page.reload()
  const card = page.locator('.note-card')
  await expect(card.locator('strong')).toHaveText('CNN')
  await expect(card.locator('code')).toHaveText('TTP')
  await expect(card.locator('ul ul li')).toHaveText('below it')
})

test('what is typed before the editor is there goes into the note', async ({ page }) => {
  // A slow library: the highlight is made only after everything was typed.
  const passOn = Promise.withResolvers<void>()
  await page.route('**/api/call', async (route) => {
    const method = route.request().postData() ?? ''
    if (/"(?:annotations\.)?(?:highlight|articleNote)"/u.test(method)) await passOn.promise
    await route.continue()
  })
  await selectWords(page, 'Islamist insurgents')
  await page.keyboard.press('n')
  await page.keyboard.type('A note with **stars** lettX')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('ers')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- and a list')
  await expect(editor(page)).toBeHidden()
  passOn.resolve()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(', to the end')
  await expect(editor(page).locator('p')).toHaveText('A note with stars letters')
  await expect(editor(page).locator('strong')).toHaveText('stars')
  await expect(editor(page).locator('li')).toHaveText('and a list, to the end')
  await page.keyboard.press('Escape')
  await expect(page.locator('.note-card__tag')).toHaveCount(0)
})

test('no letter is lost when one types at once', async ({ page }) => {
  const card = page.locator('.note-card')
  await selectWords(page, 'Islamist insurgents')
  await page.keyboard.press('n')
  await page.keyboard.type('A note with tags')
  await page.keyboard.press('Escape')
  await expect(card).toContainText('A note with tags')
  await expect(editor(page)).toBeHidden()

  await page.keyboard.press('Enter')
  await page.keyboard.type(', and more')
  await expect(editor(page)).toHaveText('A note with tags, and more')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await page.keyboard.type('to verify')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(card).toContainText('to verify')

  await page.keyboard.press('Shift+N')
  await page.keyboard.type('No letter of this is lost')
  await expect(page.getByRole('textbox', { name: 'Article note' })).toHaveText('No letter of this is lost')
  await page.keyboard.press('Escape')

  await selectWords(page, 'guns and grenades')
  await page.keyboard.press('t')
  await page.keyboard.type('weapons')
  await page.keyboard.press('Enter')
  await expect(page.locator('.note-card', { hasText: 'weapons' })).toBeVisible()
})

test('leaving in the middle of a word loses nothing', async ({ page }) => {
  await selectWords(page, 'Islamist insurgents')
  await page.keyboard.press('n')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('kept to the last lett')
  await page.reload()
  await expect(page.locator('.note-card')).toContainText('kept to the last lett')
})

test('while the library cannot be reached the text stays and is saved later', async ({ page }) => {
  await selectWords(page, 'Islamist insurgents')
  await page.keyboard.press('n')
  await expect(editor(page)).toBeFocused()
  await page.route('**/api/call', (route) => route.abort())
  await page.keyboard.type('written while offline')
  await expect(page.locator('.note-writing__state')).toHaveText('Not saved')
  await page.unroute('**/api/call')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await page.reload()
  await expect(page.locator('.note-card')).toContainText('written while offline')
})

test('a note stands beside its passage, takes tags, and the article has a note of its own', async ({ page }) => {
  await selectWords(page, 'guns and grenades')
  await page.keyboard.press('n')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('Which?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('t')
  await page.keyboard.type('to verify')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const card = page.locator('.note-card')
  await expect(card).toContainText('to verify')
  const note = await card.boundingBox()
  const passage = await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')
    const strong = frame?.contentDocument?.defaultView?.CSS.highlights.get('hl-strong-yellow-noted')
    const range = strong ? [...strong][0] : undefined
    if (!frame || !range || !('getBoundingClientRect' in range)) return null
    return (range as Range).getBoundingClientRect().top + frame.getBoundingClientRect().top
  })
  expect(Math.abs((note?.y ?? 0) - (passage ?? 1000))).toBeLessThan(20)

  await page.keyboard.press('Shift+N')
  await expect(page.getByRole('textbox', { name: 'Article note' })).toBeFocused()
  await page.keyboard.type('For chapter two.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Article note' })).toContainText('For chapter two.')
  await expectAccessible(page)
})

test('clicking a highlight opens its note and Enter edits it', async ({ page }) => {
  await selectWords(page, 'guns and grenades')
  await page.keyboard.press('n')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('One')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await clickWords(page, 'guns and grenades')
  await expect(page.locator('.note-card[data-active="true"]')).toContainText('One')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(', two')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
})
