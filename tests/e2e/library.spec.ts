import { addFiles, ARTICLES, expect, expectAccessible, openRow, row, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

test('the list is moved through, opened, archived and undone from the keyboard', async ({ page }) => {
  const list = page.getByRole('listbox', { name: 'Inbox' })
  await expect(list.getByRole('option')).toHaveCount(4)
  await expectAccessible(page)

  await list.getByRole('option').first().focus()
  await page.keyboard.press('j')
  await expect(list.getByRole('option').nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(list.getByRole('option').first()).toBeFocused()

  await page.keyboard.press('e')
  await expect(list.getByRole('option')).toHaveCount(3)
  await expect(list.getByRole('option').first()).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list.getByRole('option')).toHaveCount(4)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(list.getByRole('option')).toHaveCount(3)
  await expect(page.getByText(/^Redone: /u)).toBeVisible()
})

test('several are selected together, tagged, and found under the tag', async ({ page }) => {
  const options = page.getByRole('listbox', { name: 'Inbox' }).getByRole('option')
  await options.first().focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 selected')).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('thesis')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove tag thesis' })).toBeVisible()
  await page.keyboard.press('Escape')
  const tag = page.getByRole('row', { name: /^thesis, 3 articles/u })
  await expect(tag).toBeVisible()
  await tag.click()
  await expect(page.getByRole('listbox', { name: '#thesis' }).getByRole('option')).toHaveCount(3)
})

test('an article goes to Trash, comes back by the toast, goes again and is deleted for good', async ({ page }) => {
  await row(page, KARACHI).focus()
  await page.keyboard.press('Delete')
  await expect(row(page, KARACHI)).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, KARACHI)).toBeVisible()

  await row(page, KARACHI).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('link', { name: /^Trash/u }).click()
  await expect(page.getByText('30 days left')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Empty Trash…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Empty Trash?' })
  await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete 1 article' }).click()
  await expect(page.getByText('Trash is empty', { exact: true })).toBeVisible()
})

test('the context menu opens with Shift+F10 and does what the keys do', async ({ page }) => {
  await row(page, KARACHI).focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Favourite' }).click()
  await page.getByRole('link', { name: 'Favourites' }).click()
  await expect(page.getByRole('listbox', { name: 'Favourites' }).getByRole('option')).toHaveCount(1)
})

test('the list is sorted and filtered', async ({ page }) => {
  await page.getByRole('button', { name: /^Order/u }).click()
  await page.getByRole('menuitem', { name: 'Title' }).click()
  const options = page.getByRole('listbox', { name: 'Inbox' }).getByRole('option')
  await expect(options.first()).toHaveAccessibleName(/^2023 Karachi/u)

  await page.getByRole('button', { name: 'Filter this list' }).click()
  await page.getByRole('searchbox', { name: 'Filter by title, author or site' }).fill('karachi')
  await expect(options).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(4)
})

test('an article from right to left is shown so', async ({ page }) => {
  const arabic = page.getByRole('listbox', { name: 'Inbox' }).locator('[dir="rtl"]').first()
  await expect(arabic).toBeVisible()
  await expect(arabic).toHaveCSS('direction', 'rtl')
})

test('with room for one pane, the list gives way to the article and comes back as a drawer', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 })
  await openRow(page, KARACHI)
  await expect(page.getByRole('region', { name: 'Articles' })).toBeHidden()
  await page.getByRole('button', { name: 'Show library' }).click()
  const drawer = page.getByRole('dialog', { name: 'Library' })
  await expect(drawer.getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})
