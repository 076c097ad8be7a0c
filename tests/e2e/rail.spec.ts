import type { Page } from '@playwright/test'
import { openHighlighted } from './many-highlights'
import { painted } from './select-words'
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

test('among hundreds of cards few are in the page, all are reached by keys, and a note keeps its editor while one scrolls', async ({
  page,
  address,
}) => {
  await openHighlighted(page, address, 300)
  await page.getByRole('button', { name: 'Show as a list' }).click()
  await expect(cards(page).first()).toHaveAttribute('aria-setsize', '300')
  expect(await cards(page).count()).toBeLessThan(60)
  await cards(page).first().focus()
  await page.keyboard.press('End')
  const last = page.getByRole('article', { name: /number 300 of it/u })
  await expect(last).toBeFocused()
  await expect(last).toHaveAttribute('aria-posinset', '300')
  await expect(last).toBeInViewport()
  await page.keyboard.press('Home')
  const first = page.getByRole('article', { name: /number 1 of it/u })
  await expect(first).toBeFocused()
  await expect(first).toBeInViewport()

  await page.keyboard.press('Enter')
  await page.keyboard.type('Half a thought')
  const pane = page.getByRole('tabpanel', { name: 'Notes' })
  await pane.evaluate((each) => each.scrollTo({ top: each.scrollHeight }))
  await expect(cards(page).last()).toHaveAttribute('aria-posinset', '300')
  await page.keyboard.type(' and the other half')
  await page.keyboard.press('Escape')
  await expect(first).toContainText('Half a thought and the other half')
})

test('the focus goes to the next card when one is deleted from its menu, and the card comes back', async ({
  page,
  address,
}) => {
  await openHighlighted(page, address, 5)
  await page.getByRole('button', { name: 'Show as a list' }).click()
  await cards(page).nth(1).focus()
  await cards(page).nth(1).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /^Delete highlight/u }).click()
  await expect(cards(page)).toHaveCount(4)
  await expect(page.getByRole('article', { name: /number 3 of it/u })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cards(page)).toHaveCount(5)
  await expect(page.getByRole('article', { name: /number 2 of it/u })).toBeFocused()
})

test('a highlight without a note that was deleted beside its passage comes back to the page, and can be reached again', async ({
  page,
  address,
}) => {
  await openHighlighted(page, address, 3)
  const yellow = async () => Object.entries(await painted(page)).filter(([name]) => /^hl-\d-yellow/u.test(name))
  await expect.poll(yellow).toEqual([['hl-0-yellow', 3]])
  await page.keyboard.press('h')
  await expect(cards(page)).toHaveAttribute('aria-label', /number 1 of it/u)
  await page.keyboard.press('Delete')
  await expect.poll(yellow).toEqual([['hl-0-yellow', 2]])
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(yellow).toEqual([['hl-0-yellow', 3]])
  await page.keyboard.press('h')
  await expect(cards(page)).toHaveAttribute('aria-label', /number [12] of it/u)
})
