import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, expectAccessible, openRow, row, test } from './support'

const KARACHI = '2023 Karachi police station attack'
const QUEUE = 'Writing a small queue'
const BRIDGE = 'Die Brücke im Nebel'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

const topic = (page: Page, title: string) =>
  page.getByRole('treegrid', { name: 'Topics' }).getByRole('row', { name: new RegExp(`^${title},`, 'u') })

async function makeTopic(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New topic' }).click()
  await page.getByRole('textbox', { name: 'Name of the topic' }).fill(title)
  await page.keyboard.press('Enter')
  await expect(topic(page, title)).toBeVisible()
}

const listed = (page: Page, title: string) => page.getByRole('listbox', { name: title }).getByRole('option')

test('from the keyboard: articles are put into a new topic, moved in it, taken out, and each is undone', async ({
  page,
}) => {
  await expect(page.getByText('Collect articles to read together. Press M on one.')).toBeVisible()
  await row(page, KARACHI).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('4 selected')).toBeVisible()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Topics of 4 articles' })
  await expectAccessible(page)
  await dialog.getByRole('searchbox').fill('Cholera')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('menuitem', { name: /^Cholera ?, in it/u })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const mine = topic(page, 'Cholera')
  await mine.focus()
  await page.keyboard.press('Enter')
  const options = listed(page, 'Cholera')
  await expect(options).toHaveCount(4)
  await expect(page.getByText('0 of 4 articles finished')).toBeVisible()
  await expectAccessible(page)

  const first = await options.first().getAttribute('aria-posinset')
  expect(first).toBe('1')
  const title = (await options.first().locator('.article-row__title').textContent()) ?? ''
  await options.first().focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(options.nth(1)).toContainText(title)
  await expect(options.nth(1)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(options.nth(2)).toContainText(title)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(options.nth(1)).toContainText(title)
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect(options.first()).toContainText(title)

  await options.first().focus()
  await page.keyboard.press('e')
  await expect(page.getByText('1 of 4 articles finished')).toBeVisible()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Take out of this topic' }).click()
  await expect(options).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(options).toHaveCount(4)
  await expect(options.first()).toContainText(title)
})

test('by mouse: articles are dragged onto a topic, within it, onto a tag and onto a list', async ({ page }) => {
  await makeTopic(page, 'Cholera')
  await page.getByRole('link', { name: /^Inbox/u }).click()
  await row(page, KARACHI).click()
  await row(page, QUEUE).click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByText('2 selected')).toBeVisible()
  await row(page, QUEUE).dragTo(topic(page, 'Cholera'))
  await expect(topic(page, 'Cholera')).toContainText('2')
  await row(page, BRIDGE).dragTo(topic(page, 'Cholera'))
  await expect(topic(page, 'Cholera')).toContainText('3')

  await topic(page, 'Cholera').click()
  const options = listed(page, 'Cholera')
  await expect(options.nth(2)).toContainText(BRIDGE)
  await row(page, BRIDGE).dragTo(options.first(), { targetPosition: { x: 40, y: 4 } })
  await expect(options.first()).toContainText(BRIDGE)

  await options.first().focus()
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('maps')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const tag = page.getByRole('treegrid', { name: 'Tags' }).getByRole('row', { name: /^maps,/u })
  await expect(tag).toContainText('1')
  await row(page, KARACHI).dragTo(tag)
  await expect(tag).toContainText('2')
  await row(page, KARACHI).dragTo(page.getByRole('link', { name: /^Favourites/u }))
  await expect(page.getByText(/added to Favourites/u)).toBeVisible()
  await page.getByRole('link', { name: /^Favourites/u }).click()
  await expect(listed(page, 'Favourites')).toHaveCount(1)
})

test('articles are dragged onto topics and places by keyboard, and a topic is made by picking', async ({ page }) => {
  await makeTopic(page, 'Cholera')
  await page.getByRole('link', { name: /^Inbox/u }).click()
  await row(page, BRIDGE).focus()
  await page.keyboard.press('d')
  await expect(page.getByText(/^Started dragging/u).last()).toBeAttached()
  const place = page.getByLabel('Drop on Cholera')
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    if (await place.evaluateAll((found) => found.some((one) => one === document.activeElement))) break
  }
  await page.keyboard.press('Enter')
  await expect(topic(page, 'Cholera')).toContainText('1')

  await row(page, BRIDGE).focus()
  await page.keyboard.press('d')
  await expect(page.getByText(/^Started dragging/u).last()).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(row(page, BRIDGE)).toBeFocused()

  await page.keyboard.press('m')
  await page.getByRole('searchbox', { name: 'Find or make a topic' }).fill('Bridges')
  await page.keyboard.press('Enter')
  await expect(topic(page, 'Bridges')).toContainText('1')
  await expect(page.getByRole('searchbox', { name: 'Find or make a topic' })).toBeFocused()
  await expectAccessible(page)
})

test('topics nest by keyboard and by mouse, are renamed, deleted and restored', async ({ page }) => {
  for (const title of ['City', 'Snow', 'Miasma']) await makeTopic(page, title)
  const rows = page.getByRole('treegrid', { name: 'Topics' }).getByRole('row')
  await topic(page, 'Snow').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rows.first()).toHaveAccessibleName(/^Snow/u)
  await expect(topic(page, 'Snow')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows.first()).toHaveAccessibleName(/^City/u)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(topic(page, 'Snow')).toHaveAttribute('aria-level', '2')
  await topic(page, 'Miasma').dragTo(topic(page, 'City'))
  await expect(topic(page, 'Miasma')).toHaveAttribute('aria-level', '2')
  await expect(page.getByText('“Miasma” moved into “City”')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(topic(page, 'Miasma')).toHaveAttribute('aria-level', '1')

  await topic(page, 'City').focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of the topic' }).fill('The city')
  await page.keyboard.press('Enter')
  await expect(topic(page, 'The city')).toBeVisible()
  await topic(page, 'The city').focus()
  await page.keyboard.press('Delete')
  await expect(topic(page, 'Snow')).toBeHidden()
  await page.getByRole('link', { name: /^Trash/u }).click()
  await expect(page.getByText('with 1 topic in it')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Restore topic The city' }).click()
  await expect(topic(page, 'The city')).toBeVisible()
})

test('two windows agree about topics, and a topic stays beside the article that is read', async ({
  page,
  context,
  address,
}) => {
  await makeTopic(page, 'Cholera')
  const other = await context.newPage()
  await other.goto(address)
  await topic(other, 'Cholera').click()
  await expect(topic(other, 'Cholera')).toBeVisible()
  await page.getByRole('link', { name: /^Inbox/u }).click()
  await openRow(page, KARACHI)
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Topics of this article' })
  await dialog.getByRole('menuitem', { name: /^Cholera/u }).click()
  await page.keyboard.press('Escape')
  await expect(topic(other, 'Cholera')).toContainText('1')
  await expect(row(other, KARACHI)).toBeVisible()
  await topic(page, 'Cholera').click()
  await openRow(page, KARACHI)
  await expect(listed(page, 'Cholera')).toHaveCount(1)
})
