import type { Page } from '@playwright/test'
import { addFiles, expect, expectAccessible, fixture, openRow, test } from './support'

const TITLE = 'The lamps of Mill Street'
const WANTED = 'lit for the first time'
const frameOf = (page: Page) => page.frameLocator('iframe.article-frame')

test.beforeEach(async ({ page }) => {
  await addFiles(page, [fixture('pages/mill-street.html')])
  await openRow(page, TITLE)
})

async function showOriginal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Show the original' }).click()
  await expect(page.getByText('The whole page as it was saved.')).toBeVisible()
  await expect(frameOf(page).getByText('All rights reserved')).toBeVisible()
}

test('the whole page is shown, without scripts, and the article is one press away', async ({ page }) => {
  await showOriginal(page)
  await expect(frameOf(page).getByText('About us')).toBeVisible()
  await expect(frameOf(page).locator('script, style')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Back to the article' }).click()
  await expect(page.getByRole('button', { name: 'Contents' })).toBeVisible()
  await expect(frameOf(page).getByText('All rights reserved')).toBeHidden()
})

test('the article is picked with the pointer, and undone', async ({ page }) => {
  await showOriginal(page)
  await page.getByRole('button', { name: 'Pick the content by hand' }).click()
  const use = page.getByRole('button', { name: 'Use this as the article' })
  await expect(use).toBeDisabled()
  const frame = frameOf(page)
  await frame.getByText(WANTED).click()
  await frame.getByText('how people walked home').click()
  await frame.getByText('offers, recipes').click()
  await expect(page.getByText('72 words chosen.').first()).toBeVisible()
  await frame.getByText('offers, recipes').click()
  await expect(page.getByText('49 words chosen.').first()).toBeVisible()
  await expectAccessible(page)
  await use.click()
  await expect(page.getByText('The article is what you picked now.')).toBeVisible()
  await expect(frame.locator('main#content > *')).toHaveCount(2)
  await expect(frame.getByText(WANTED)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(frame.getByText('offers, recipes')).toBeVisible()
})

test('the article is picked by keys alone', async ({ page }) => {
  await showOriginal(page)
  await page.getByRole('button', { name: 'Pick the content by hand' }).press('Enter')
  const frame = frameOf(page)
  const at = frame.locator('[data-at]')
  await page.keyboard.press('ArrowDown')
  await expect(at).toHaveText('Home')
  while (!(await at.textContent())?.includes(WANTED)) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(at).toContainText('our own street')
  await page.keyboard.press(' ')
  await expect(frame.locator('[data-picked]')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('The article is what you picked now.')).toBeVisible()
  await expect(frame.getByText('our own street')).toBeVisible()
  await expect(frame.getByText('newsletter')).toBeHidden()
})

test('Escape leaves picking; nothing has changed', async ({ page }) => {
  await showOriginal(page)
  await page.getByRole('button', { name: 'Pick the content by hand' }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Escape')
  await expect(page.getByText('The whole page as it was saved.')).toBeVisible()
  await expect(frameOf(page).locator('[data-picked], [data-at]')).toHaveCount(0)
})
