import { addFiles, ARTICLES, expect, expectAccessible, openRow, test } from './support'
import { clickWords, painted, selectWords } from './select-words'

test.beforeEach(async ({ page }) => {
  await addFiles(page, ARTICLES)
  await openRow(page, '2023 Karachi')
})

const toolbar = { name: 'Selection' }

test('a highlight is made by mouse and key, painted without touching the article, and survives a restart', async ({
  page,
}) => {
  const html = () =>
    page.evaluate(() => document.querySelector<HTMLIFrameElement>('iframe')?.contentDocument?.body.innerHTML)
  const before = await html()
  await selectWords(page, 'Islamist insurgents', 'heavily guarded')
  await expect(page.getByRole('toolbar', toolbar)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('2')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-green': 1 })
  await expect(page.getByRole('toolbar', toolbar)).toBeHidden()
  expect(await html()).toBe(before)
  await page.reload()
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-green': 1 })
})

test('a highlight crosses paragraphs, another overlaps it, and the chooser tells them apart', async ({ page }) => {
  await selectWords(page, 'The attackers used guns', 'and injured')
  await page
    .getByRole('toolbar', toolbar)
    .getByRole('button', { name: /^Key claim/u })
    .click()
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 1 })
  await selectWords(page, 'guns and grenades')
  await page.keyboard.press('3')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 1, 'hl-1-blue': 1 })
  await clickWords(page, 'and grenades')
  const chooser = page.getByRole('menu', { name: 'Highlights here' })
  await expect(chooser.getByRole('menuitem').first()).toHaveText(/^Term/u)
  await page.keyboard.press('2')
  await expect(chooser).toBeHidden()
  await expect(page.locator('.note-card[data-active="true"]')).toHaveAttribute('data-colour', 'yellow')
})

test('colour is changed, a highlight is deleted and brought back', async ({ page }) => {
  await selectWords(page, 'Islamist insurgents')
  await page.keyboard.press('1')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-yellow': 1 })
  await page.keyboard.press('h')
  await page.keyboard.press('4')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-pink': 1 })
  await page.keyboard.press('Delete')
  await expect.poll(() => painted(page)).toEqual({})
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-pink': 1 })
})

test('words are selected and highlighted by keyboard alone', async ({ page }) => {
  await page.keyboard.press('v')
  await page.keyboard.press('v')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByRole('toolbar', toolbar)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar', toolbar)).toBeHidden()
  await page.keyboard.press('5')
  await expect.poll(() => painted(page)).toMatchObject({ 'hl-0-purple': 1 })
})

test('V goes on behind the sentence that it selected before', async ({ page }) => {
  for (const key of ['v', '1', 'v', '2']) {
    await page.keyboard.press(key)
    if (key !== 'v') await expect(page.getByRole('tab', { name: new RegExp(`^Notes ${key}`, 'u') })).toBeVisible()
  }
  await page.getByRole('link', { name: /^All highlights/u }).click()
  const first = await page.getByRole('button', { name: /^Key claim:/u }).textContent()
  const second = await page.getByRole('button', { name: /^Evidence:/u }).textContent()
  expect(second).not.toBe(first)
})
