import { fixture } from './support'
import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => addFiles(page, [...ARTICLES, fixture('pages/search-languages.html')]))

test('filters are completed from the keyboard, shown as chips, and taken out again', async ({ page }) => {
  await openRow(page, KARACHI)
  await highlightSentence(page, '1')
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const field = page.getByRole('combobox', { name: 'Search the library' })
  const filters = page.getByRole('listbox', { name: 'Filters' })
  await page.keyboard.type('colo')
  await expect(filters.getByRole('option')).toHaveText([/^colour:/u])
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue('colour:')
  await page.keyboard.type('y')
  await expect(filters.getByRole('option', { name: /^yellow/u })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('colour:yellow ')
  await expect(page.getByRole('listbox', { name: /^Highlights/u }).getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('listbox', { name: /^Articles/u })).toHaveCount(0)

  const chips = page.getByRole('list', { name: 'Filters in use' })
  await expect(chips.getByRole('listitem')).toHaveText([/colour\s*yellow/u])
  await page.keyboard.type('is:strange ')
  await expect(chips.getByText('not understood')).toBeVisible()
  await chips.getByRole('button', { name: 'Remove filter colour:yellow' }).click()
  await expect(field).toHaveValue('is:strange')
})

test('a search is saved, renamed, moved and removed in the sidebar, and each can be undone', async ({ page }) => {
  await page.goto(new URL('#/search', page.url()).href)
  const field = page.getByRole('combobox')
  const saved = page.getByRole('region', { name: 'Saved searches' })
  for (const text of ['karachi', 'is:unread']) {
    await field.fill(text)
    await page.getByRole('button', { name: 'Save search', exact: true }).click()
    await expect(saved.getByRole('link', { name: text })).toBeVisible()
  }
  await saved.getByRole('link', { name: 'is:unread' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(saved.getByRole('link')).toHaveText(['is:unread', 'karachi'])
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of the saved search' }).fill('To read')
  await page.keyboard.press('Enter')
  await expect(saved.getByRole('link')).toHaveText(['To read', 'karachi'])
  await saved.getByRole('link', { name: 'karachi' }).click()
  await expect(field).toHaveValue('karachi')
  await saved.getByRole('link', { name: 'To read' }).focus()
  await page.keyboard.press('Delete')
  await expect(saved.getByRole('link')).toHaveText(['karachi'])
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(saved.getByRole('link')).toHaveText(['To read', 'karachi'])
})

test('what is misspelt is found by the words of the library', async ({ page }) => {
  await page.goto(new URL('#/search', page.url()).href)
  await page.getByRole('combobox').fill('karahci ')
  await expect(page.getByText('Nothing holds what you typed.')).toBeVisible()
  await page.getByRole('button', { name: 'karachi' }).click()
  await expect(page.getByRole('combobox')).toHaveValue('karachi ')
  await expect(page.getByText('Nothing holds what you typed.')).toBeHidden()
})

test('scripts without spaces are found by any piece, and find in article forgives what is typed differently', async ({
  page,
}) => {
  await page.goto(new URL('#/search', page.url()).href)
  for (const piece of ['原因', '因', '戸が原', 'ไทยเขียน']) {
    await page.getByRole('combobox').fill(piece)
    await expect(page.getByRole('listbox', { name: /^Articles/u }).getByRole('option')).toHaveCount(1)
  }
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('cafe "bleu"')
  await expect(page.getByText('1 of 1')).toBeVisible()
})
