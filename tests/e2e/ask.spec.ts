import { startModelServer } from '../support/model-server'
import { addFiles, ARTICLES, expect, expectAccessible, openRow, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => {
  await addFiles(page, ARTICLES)
  await openRow(page, KARACHI)
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox', { name: 'Ask about this article' })).toBeFocused()
})

const HOW_MANY = 'How many people were killed in the attack?'

test('a question is answered with the passage, which leads to its place and becomes a highlight', async ({ page }) => {
  await page.keyboard.type(HOW_MANY)
  await page.keyboard.press('Enter')
  const answer = page.getByRole('article').filter({ hasText: HOW_MANY })
  await expect(answer.getByText('Deaths', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  const passages = answer.getByRole('list', { name: 'Passages' })
  await passages.getByRole('button').first().click()
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
  // It waits with the other open questions, and leads back to its conversation.
  await page.goto(`${page.url().split('#')[0] ?? ''}#/ask`)
  await page
    .getByRole('region', { name: /^Not found yet/u })
    .getByRole('button', { name: 'Which telescope found Neptune?' })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Not found in your library' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask again' }).last().click()
  await expect(page.getByRole('heading', { name: 'Not found in your library' })).toBeVisible()
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

test('an article has several conversations: named, exported, moved to Trash and back', async ({ page }) => {
  await page.keyboard.type(HOW_MANY)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: HOW_MANY })).toBeVisible()
  await page.getByRole('button', { name: 'New conversation' }).click()
  await page.getByRole('textbox', { name: 'Ask about this article' }).fill('When did it happen?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'When did it happen?' })).toBeVisible()
  await expect(page.getByRole('heading', { name: HOW_MANY })).toBeHidden()

  const more = page.getByRole('button', { name: 'More about this conversation' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Dates')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(page.getByRole('button', { name: 'Dates' })).toBeVisible()

  await more.click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export as Markdown' }).click()
  expect((await download).suggestedFilename()).toBe('Conversation - Dates.md')

  await more.click()
  await page.getByRole('menuitem', { name: 'Move to Trash' }).click()
  await expect(page.getByRole('heading', { name: HOW_MANY })).toBeVisible()
  await page.getByRole('alertdialog').filter({ hasText: 'Trash' }).getByRole('button', { name: 'Undo' }).click()
  // It was asked last, so it is shown again; the other is one step away.
  await expect(page.getByRole('heading', { name: 'When did it happen?' })).toBeVisible()
  await page.getByRole('button', { name: 'Dates' }).click()
  await page.getByRole('menuitem', { name: HOW_MANY }).click()
  await expect(page.getByRole('heading', { name: HOW_MANY })).toBeVisible()
})

test('an answer becomes part of the article’s note, with links to its passages', async ({ page }) => {
  await page.keyboard.type(HOW_MANY)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save as note' }).click()
  await expect(page.getByText('Answer saved to the article’s note')).toBeVisible()
  await page.getByRole('tab', { name: /^Notes/u }).click()
  const note = page.getByRole('complementary').getByText(HOW_MANY)
  await expect(note).toBeVisible()
  await page.getByRole('complementary').getByRole('link', { name: '[1]' }).click()
  await expect(page).toHaveURL(/at=\d+-\d+/u)
})

test('selected words are asked', async ({ page }) => {
  await page.keyboard.press('Escape')
  await page.locator('main[aria-label="Article"]').focus()
  await page.keyboard.press('v')
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Ask' }).click()
  const composer = page.getByRole('textbox', { name: 'Ask about the selected words' })
  await expect(composer).toBeFocused()
  await page.keyboard.type('Where did it happen?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').locator('blockquote')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Ask about this article' })).toBeVisible()
})

test('a local model writes beside the passages, checked; it can be stopped, and orders of an article come to nothing', async ({
  page,
}) => {
  // Four models are asked, one after the other.
  test.slow()
  const server = await startModelServer()
  try {
    await page.goto(`${page.url().split('#')[0] ?? ''}#/settings/ask`)
    await page.getByRole('radio', { name: 'Passages and a local model' }).click()
    await page.getByRole('textbox', { name: 'Address of the model server' }).fill(`127.0.0.1:${server.port}`)
    await page.getByRole('button', { name: 'Test connection' }).click()
    await expect(page.getByText(/Connected: Ollama, \d+ models, on this computer\.$/u)).toBeVisible()
    await expectAccessible(page)
    const choose = async (model: string) => {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/settings/ask`)
      await page.getByRole('button', { name: 'Test connection' }).click()
      await expect(page.getByText(/Connected: Ollama/u)).toBeVisible()
      await page.getByRole('button', { name: /Model$/u }).click()
      await page.getByRole('option', { name: model, exact: true }).click()
      await page.goBack()
    }
    const ask = async (text: string) => {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/ask`)
      await page.getByRole('textbox', { name: 'Ask your whole library' }).fill(text)
      await page.keyboard.press('Enter')
      return page.getByRole('article').filter({ hasText: text }).last()
    }

    await choose('inventing')
    const checked = await ask(HOW_MANY)
    await expect(checked.getByText(/Written by inventing/u)).toBeVisible()
    await expect(checked.getByText('Napoleon')).toBeHidden()
    await checked.getByRole('button', { name: /not borne out by your articles$/u }).click()
    await expect(checked.locator('del').filter({ hasText: 'Napoleon' })).toBeVisible()
    await expectAccessible(page)

    await choose('markup')
    const plain = await ask('Who claimed responsibility for the attack?')
    await expect(plain.getByText(/Written by markup/u)).toBeVisible()
    await expect(plain.locator('img, script, a')).toHaveCount(0)

    await choose('endless')
    const endless = await ask('Where is the police station?')
    await expect(endless.getByText('word3')).toBeVisible()
    await endless.getByRole('button', { name: 'Stop' }).click()
    await expect(endless.getByText('endless was stopped')).toBeVisible()

    await choose('cut')
    const cut = await ask('When did the attack begin?')
    await expect(cut.getByText(/ended in the middle of its answer/u)).toBeVisible()
    await expect(cut.getByRole('list', { name: 'Passages' })).toBeVisible()
  } finally {
    await server.close()
  }
})
