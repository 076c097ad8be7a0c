import type { Page } from '@playwright/test'
import { addFiles, ARTICLES, expect, highlightSentence, openRow, test } from './support'

const cards = (page: Page) => page.getByRole('feed', { name: 'Highlights' }).getByRole('article')

test('the focus goes from card to card by the keys of a feed, and to the next one when its card is deleted', async ({
  page,
}) => {
  await addFiles(page, ARTICLES)
  await openRow(page, '2023 Karachi')
  for (let at = 0; at < 3; at += 1) {
    await highlightSentence(page, '1')
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Show as a list' }).click()
  await expect(cards(page)).toHaveCount(3)
  await expect(cards(page).nth(1)).toHaveAttribute('aria-posinset', '2')
  await expect(cards(page).nth(1)).toHaveAttribute('aria-setsize', '3')
  await cards(page).first().focus()
  await page.keyboard.press('PageDown')
  await expect(cards(page).nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(cards(page).nth(2)).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(cards(page).nth(1)).toBeFocused()

  const second = await cards(page).nth(1).getAttribute('aria-label')
  const third = await cards(page).nth(2).getAttribute('aria-label')
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(2)
  await expect(cards(page).nth(1)).toBeFocused()
  await expect(cards(page).nth(1)).toHaveAttribute('aria-label', third ?? '')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cards(page)).toHaveCount(3)
  await expect(cards(page).nth(1)).toBeFocused()
  await expect(cards(page).nth(1)).toHaveAttribute('aria-label', second ?? '')
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(2)
  await expect(cards(page).nth(1)).toBeFocused()
  for (const left of [1, 0]) {
    await page.keyboard.press('Delete')
    await expect(cards(page)).toHaveCount(left)
  }
  await expect(page.getByRole('group', { name: 'Highlights' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cards(page).first()).toBeFocused()
})
