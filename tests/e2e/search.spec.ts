import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

test('results come as one types, in groups, and Enter jumps to the passage', async ({ page }) => {
  await openRow(page, KARACHI)
  await highlightSentence(page, '1')
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const field = page.getByRole('combobox', { name: 'Search the library' })
  await expect(field).toBeFocused()
  await page.keyboard.type('pakistani taliban')
  await expect(page.getByRole('listbox', { name: /^Articles/u }).getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('listbox', { name: /^Highlights/u }).getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('complementary', { name: 'Preview' })).toBeVisible()
  await expectAccessible(page)

  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/at=\d+-\d+/u)
  await expect(page.getByRole('heading', { name: KARACHI })).toBeVisible()

  await page.goBack()
  await expect(field).toHaveValue('pakistani taliban')
})

test('nothing found says what was searched', async ({ page }) => {
  await page.goto(new URL('#/search', page.url()).href)
  await page.getByRole('combobox').fill('xyzzyq')
  await expect(page.getByRole('heading', { name: 'Nothing for “xyzzyq”' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Clear' }).last().click()
  await expect(page.getByRole('combobox')).toHaveValue('')
})

test('searches that led somewhere are offered again', async ({ page }) => {
  await page.goto(new URL('#/search', page.url()).href)
  await page.getByRole('combobox').fill('karachi')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('heading', { name: KARACHI })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await page.getByRole('button', { name: 'karachi' }).click()
  await expect(page.getByRole('combobox')).toHaveValue('karachi')
})

test('all highlights are listed by article, narrowed by colour, and lead to their passages', async ({ page }) => {
  await openRow(page, KARACHI)
  await highlightSentence(page, '1')
  await page.getByRole('link', { name: /^All highlights/u }).click()
  await expect(page.getByRole('region', { name: KARACHI })).toBeVisible()
  await expectAccessible(page)
  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Doubt' }).click()
  await expect(page.getByText('No highlight is like this')).toBeVisible()
  await filters.getByRole('button', { name: 'Doubt' }).click()
  await page.getByRole('button', { name: /^Key claim:/u }).click()
  await expect(page).toHaveURL(/at=\d+-\d+&note=/u)
})
