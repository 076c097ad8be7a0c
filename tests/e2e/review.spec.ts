import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, row, test } from './support'

const KARACHI = '2023 Karachi police station attack'
const DAY = 24 * 60 * 60 * 1000

const card = (page: Page) => page.locator('.passage-card')
const sidebar = (page: Page) => page.getByRole('link', { name: /^Daily review/u })
const progress = (page: Page) => page.locator('.page-header').getByRole('status')

/** Marks passages of two articles, then lets the window live so many days later. */
async function markAndWait(page: Page, days: number): Promise<void> {
  await addFiles(page, ARTICLES)
  await openRow(page, KARACHI)
  for (const key of ['1', '2', '3'] as const) await highlightSentence(page, key)
  await row(page, 'Die Brücke im Nebel').click()
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  await highlightSentence(page, '4')
  await page.clock.setSystemTime(Date.now() + days * DAY)
  await page.goto(new URL('#/review', page.url()).href)
  await page.reload()
}

test('what was marked comes back another day, one at a time, by keyboard', async ({ page }) => {
  test.slow()
  await sidebar(page).click()
  await expect(page.getByText('Nothing to look back on yet')).toBeVisible()
  await page.goto(new URL('#/inbox', page.url()).href)
  await markAndWait(page, 3)
  await expect(progress(page)).toHaveText('1 of 4')
  await expect(sidebar(page).locator('.num')).toHaveText('4')
  await expect(card(page)).toBeFocused()
  await expectAccessible(page)
  const first = await card(page).locator('mark').textContent()

  await page.keyboard.press('n')
  await page.keyboard.type('Still true')
  await expect(page.locator('.note-writing__state')).toHaveText('Saved')
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeFocused()
  await expect(card(page)).toContainText('Still true')

  await page.keyboard.press('t')
  await page.keyboard.type('later')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(card(page).getByRole('list', { name: 'Tags' })).toHaveText('#later')

  await page.keyboard.press('f')
  await expect(card(page)).toContainText('Shown less often')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(card(page)).not.toContainText('Shown less often')

  await page.keyboard.press('Space')
  await expect(progress(page)).toHaveText('2 of 4')
  await expect(sidebar(page).locator('.num')).toHaveText('3')
  await page.keyboard.press('ArrowLeft')
  await expect(card(page).locator('mark')).toHaveText(first ?? '')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect(progress(page)).toHaveText('2 of 3')
  await expect(card(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(progress(page)).toHaveText(/of 4$/u)

  // The same set, where one left it.
  await page.reload()
  await expect(progress(page)).toHaveText('2 of 4')
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe.article-frame[data-state="open"]')).toBeVisible()
  await page.goBack()
  await expect(progress(page)).toHaveText('3 of 4')
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: 'That was today’s review' })).toBeVisible()
  await expect(sidebar(page).locator('.num')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(card(page).locator('mark')).toHaveText(first ?? '')
})

test('how many a day is set, and what was left out comes back', async ({ page }) => {
  test.slow()
  await markAndWait(page, 1)
  await expect(progress(page)).toHaveText('1 of 4')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Leave out of the review' }).click()
  await expect(progress(page)).toHaveText('1 of 3')

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Highlights' }).click()
  await page.getByText('1 highlight is left out').getByRole('button', { name: 'Bring back' }).click()
  await expect(sidebar(page).locator('.num')).toHaveText('4')
  const counts = page.getByRole('radiogroup', { name: 'Old highlights a day' })
  await counts.getByRole('radio', { name: '3', exact: true }).click()
  await expect(sidebar(page).locator('.num')).toHaveText('3')
  await counts.getByRole('radio', { name: 'Off' }).click()
  await expect(sidebar(page)).toBeHidden()
  await expectAccessible(page)
})
