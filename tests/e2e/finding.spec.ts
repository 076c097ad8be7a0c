import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addFiles, expect, expectAccessible, openRow, test as base } from './support'
import { selectWords } from './select-words'

const SOHO =
  'In 1854 cholera struck Soho. The physician John Snow traced it to the water pump on Broad Street and had its handle removed.'
const HAMBURG =
  'Hamburg suffered cholera in 1892. A physician found that the water of the Elbe carried it, as Snow had at the pump of Broad Street.'
const BREAD = 'Flour, salt and yeast make a loaf. It is kneaded, left to rise, and baked until its crust sounds hollow.'

/** Two articles that speak of the same thing, and one that does not. */
const test = base.extend<{ articles: readonly string[] }>({
  articles: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-finding-'))
    const files = await Promise.all(
      Object.entries({ 'The pump in Soho': SOHO, 'Hamburg in 1892': HAMBURG, 'How bread is baked': BREAD }).map(
        async ([title, text]) => {
          const file = join(folder, `${title}.md`)
          await writeFile(file, `# ${title}\n\n${text}\n\n${'More is said of it elsewhere. '.repeat(12)}\n`)
          return file
        },
      ),
    )
    await use(files)
    await rm(folder, { recursive: true, force: true })
  },
})

test.beforeEach(async ({ page, articles }) => addFiles(page, articles))

const alike = (page: Page, kind: string) => page.getByRole('listbox', { name: `Articles like this ${kind}` })

test('a passage, a highlight, a note and an article each lead to what is like them', async ({ page }) => {
  test.slow()
  await openRow(page, 'The pump in Soho')
  await selectWords(page, 'The physician John Snow traced it to the water pump on Broad Street')
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'More like this passage' }).click()
  await expect(page.getByRole('heading', { name: 'More like this passage' })).toBeVisible()
  const found = alike(page, 'passage')
  await expect(found).toBeFocused()
  await expect(found.getByRole('option')).toHaveCount(1)
  await expect(found.getByRole('option')).toContainText('Both speak of')
  await expect(page.locator('.alike-page__subject')).toContainText('The physician John Snow')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  await expect(page).toHaveURL(/at=\d+-\d+/u)
  await page.goBack()
  await page.getByRole('button', { name: 'The pump in Soho' }).click()
  await expect(page).toHaveURL(/at=\d+-\d+/u)

  await selectWords(page, 'water pump on Broad Street')
  await page.keyboard.press('n')
  await page.keyboard.type('Cholera came with the water')
  await page.keyboard.press('Escape')
  await page.locator('.note-card').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'More like this passage' }).click()
  await expect(alike(page, 'highlight').getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()

  await page.getByRole('tab', { name: 'About' }).click()
  const about = page.getByRole('complementary', { name: 'Notes and facts' })
  await expect(about.getByRole('heading', { name: 'More like this' })).toBeVisible()
  await expect(about.getByRole('button', { name: 'Hamburg in 1892' })).toBeVisible()
  await expect(about.getByRole('button', { name: 'How bread is baked' })).toBeHidden()

  await page.goto(`${page.url().split('#')[0] ?? ''}#/notes`)
  await page.getByRole('button', { name: 'New note' }).first().click()
  await expect(page.locator('[contenteditable="true"]:focus')).toBeVisible()
  await page.keyboard.type('The pump of Broad Street, cholera and the physician Snow')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await page.getByRole('main', { name: 'Notes' }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'More like this note' }).click()
  await expect(alike(page, 'note').getByRole('option')).toHaveCount(2)
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('textbox', { name: /^Note/u })).toBeVisible()
})

const QUESTION = 'Who traced cholera to the pump?'

test('a question that is found is shown where it was asked', async ({ page }) => {
  test.slow()
  await openRow(page, 'The pump in Soho')
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox', { name: 'Ask about this article' })).toBeFocused()
  for (const text of [
    QUESTION,
    'When was it?',
    'What was removed?',
    'Where did it strike?',
    'Who was the physician?',
  ]) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: text })).toBeVisible()
  }
  await page.goto(`${page.url().split('#')[0] ?? ''}#/ask`)
  await page.getByRole('textbox', { name: 'Ask your whole library' }).fill('What does a hollow crust tell?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What does a hollow crust tell?' })).toBeVisible()

  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('combobox', { name: 'Search the library' }).fill('"traced cholera" in:answers')
  await page.getByRole('option', { name: new RegExp(QUESTION.replace('?', '\\?'), 'u') }).click()
  const turn = page.getByRole('article', { name: QUESTION })
  await expect(turn).toBeFocused()
  await expect(turn).toBeInViewport()
  await expect(page.getByRole('tab', { name: 'Ask' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('1')
  await expect(page.locator('iframe.article-frame')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: /^Command/u }).fill('hollow')
  await page.getByRole('option', { name: 'What does a hollow crust tell?' }).click()
  await expect(page.getByRole('article', { name: 'What does a hollow crust tell?' })).toBeFocused()
  await expect(page).toHaveURL(/#\/ask\/.*question=/u)
})

test('the palette finds notes, topics, tags, saved searches', async ({ page }) => {
  await page.getByRole('button', { name: 'New topic' }).click()
  await page.getByRole('textbox', { name: 'Name of the topic' }).fill('Zymotic theory')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Zymotic theory', level: 1 })).toBeVisible()
  await page.goto(`${page.url().split('#')[0] ?? ''}#/notes`)
  await page.getByRole('button', { name: 'New note' }).first().click()
  await expect(page.locator('[contenteditable="true"]:focus')).toBeVisible()
  await page.keyboard.type('Zymotic diseases')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  const tags = page.getByRole('region', { name: 'Tags of the note' })
  await tags.getByRole('combobox', { name: 'Add a tag' }).fill('history/zymotic')
  await page.keyboard.press('Enter')
  await expect(tags.getByRole('button', { name: 'Remove tag history/zymotic' })).toBeVisible()
  await page.goto(`${page.url().split('#')[0] ?? ''}#/search?q=zymotic`)
  await page.getByRole('button', { name: 'Save search' }).click()

  const palette = page.getByRole('dialog', { name: 'Commands' })
  const choose = async (kind: string, name: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: /^Command/u }).fill('zymo')
    await palette.getByRole('group', { name: kind }).getByRole('option', { name }).click()
  }
  await choose('Your notes', 'Zymotic diseases')
  await expect(page).toHaveURL(/#\/notes\/.+/u)
  await choose('Topics', 'Zymotic theory')
  await expect(page.getByRole('heading', { name: 'Zymotic theory', level: 1 })).toBeVisible()
  await choose('Tags', 'history/zymotic')
  await expect(page).toHaveURL(/#\/tag\/history%2Fzymotic/u)
  await choose('Saved searches', 'zymotic')
  await expect(page).toHaveURL(/#\/search\?q=zymotic/u)
})
