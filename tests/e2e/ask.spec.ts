import { addFiles, ARTICLES, expect, expectAccessible, openRow, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => {
  await addFiles(page, ARTICLES)
  await openRow(page, KARACHI)
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox', { name: 'Ask about this article' })).toBeFocused()
})

test('a question is answered with the passage, which leads to its place and becomes a highlight', async ({ page }) => {
  await page.keyboard.type('How many people were killed in the attack?')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('article').filter({ hasText: 'How many people were killed in the attack?' })
  await expect(answer.getByText('four', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  const passages = answer.getByRole('list', { name: 'Passages' })
  await passages.getByRole('button', { name: /attackers used guns/u }).click()
  await passages.getByRole('button', { name: 'Highlight passage 1' }).click()
  await expect(page.getByRole('tab', { name: /^Notes 1/u })).toBeVisible()
})

test('what the article does not hold is not answered; the words are named, and the library can be asked', async ({
  page,
}) => {
  await page.keyboard.type('Which telescope found Neptune?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Not found in this article' })).toBeVisible()
  await expect(page.getByText(/^Nothing here mentions “telescope”.*“Neptune”\.$/u)).toBeVisible()
  await page.getByRole('button', { name: 'Ask the whole library' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Which telescope found Neptune?' })).toHaveCount(2)
})

test('the conversation is kept, and a deleted question can be taken back', async ({ page }) => {
  await page.keyboard.type('Who claimed responsibility for the attack?')
  await page.keyboard.press('Enter')
  const question = page.getByRole('heading', { name: 'Who claimed responsibility for the attack?' })
  await expect(question).toBeVisible()
  await page.reload()
  await page.getByRole('tab', { name: 'Ask' }).click()
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: 'Delete question' }).click()
  await expect(question).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(question).toBeVisible()
})
