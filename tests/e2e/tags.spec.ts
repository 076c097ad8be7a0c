import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, expectAccessible, row, test } from './support'

const KARACHI = '2023 Karachi police station attack'
const QUEUE = 'Writing a small queue'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

async function tagArticle(page: Page, title: string, ...tags: string[]): Promise<void> {
  await row(page, title).focus()
  await page.keyboard.press('t')
  for (const tag of tags) {
    const field = page.getByRole('combobox', { name: 'Add a tag' })
    await field.pressSequentially(tag)
    await expect(field).toHaveAttribute('aria-activedescendant', /./u)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: new RegExp(`^Remove tag ${tag}$`, 'iu') })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  // Focus goes back to the row a frame after the field is gone.
  await expect(row(page, title)).toBeFocused()
}

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Tags' })
const tag = (page: Page, name: string) => tree(page).getByRole('row', { name: new RegExp(`^${name},`, 'u') })

test('tags nest, lead to what is under them, are renamed and merged, and each is undone', async ({ page }) => {
  await tagArticle(page, KARACHI, 'history/medicine')
  await tagArticle(page, QUEUE, 'History', 'code')
  await expect(tag(page, 'history')).toContainText('2')
  await expectAccessible(page)
  await tag(page, 'history').focus()
  await page.keyboard.press('ArrowRight')
  await expect(tag(page, 'history/medicine')).toHaveAttribute('aria-level', '2')
  await tag(page, 'history').click()
  await expect(page.getByRole('listbox', { name: '#history' }).getByRole('option')).toHaveCount(2)

  await tag(page, 'code').focus()
  await page.keyboard.press('F2')
  const name = page.getByRole('textbox', { name: 'Name of the tag' })
  await name.fill('programs')
  await page.keyboard.press('Enter')
  await expect(tag(page, 'programs')).toBeVisible()
  await tag(page, 'programs').focus()
  await page.keyboard.press('F2')
  await name.fill('HISTORY')
  await expect(page.getByText('#history is in use.')).toBeVisible()
  await page.getByRole('button', { name: 'Merge tags' }).click()
  await expect(tag(page, 'programs')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tag(page, 'programs')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tag(page, 'code')).toBeVisible()
})

test('the page of tags finds, colours, opens and deletes them; a deleted tag comes back from Trash', async ({
  page,
}) => {
  await tagArticle(page, KARACHI, 'pakistan', 'news')
  await page.getByRole('link', { name: 'All tags' }).click()
  const rows = page.getByRole('listbox', { name: 'Tags' }).getByRole('option')
  await expect(rows).toHaveCount(2)
  await expectAccessible(page)
  await page.getByRole('searchbox', { name: 'Find a tag' }).fill('new')
  await expect(rows).toHaveCount(1)
  await rows.first().focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Green' }).click()
  await expect(rows.first().locator('.tag-sign')).toHaveAttribute('data-colour', 'green')
  await rows.first().focus()
  await page.keyboard.press('Delete')
  await expect(tag(page, 'news')).toBeHidden()
  await page.getByRole('link', { name: /^Trash/u }).click()
  await page.getByRole('button', { name: 'Restore tag news' }).click()
  await expect(tag(page, 'news')).toBeVisible()
  await expect(tag(page, 'news').locator('.tag-sign')).toHaveAttribute('data-colour', 'green')
})

test('what is done to many at once is undone at once', async ({ page }) => {
  const inbox = page.getByRole('listbox', { name: 'Inbox' }).getByRole('option')
  await inbox.first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('s')
  await expect(page.getByText('4 articles added to Favourites')).toBeVisible()
  await page.keyboard.press('t')
  const field = page.getByRole('combobox', { name: 'Add a tag' })
  await field.pressSequentially('all')
  await expect(field).toHaveAttribute('aria-activedescendant', /./u)
  await page.keyboard.press('Enter')
  await expect(page.getByText('4 articles tagged all')).toBeVisible()
  await page.keyboard.press('Escape')
  // Focus goes back to the list a frame after the field is gone.
  await expect(page.getByRole('listbox', { name: 'Inbox' }).locator(':focus')).toBeVisible()
  await page.keyboard.press('e')
  await expect(inbox).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(inbox).toHaveCount(4)
  await inbox.first().focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(tree(page)).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await page.getByRole('link', { name: /^Favourites/u }).click()
  await expect(page.getByText('No favourites yet.')).toBeVisible()
})
