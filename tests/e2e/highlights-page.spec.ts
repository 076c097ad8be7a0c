import { addFiles, ARTICLES, expect, expectAccessible, highlightSentence, openRow, test } from './support'

const KARACHI = '2023 Karachi police station attack'

test.beforeEach(async ({ page }) => addFiles(page, ARTICLES))

test('highlights are selected together, recoloured, tagged and deleted, each taken back at once', async ({ page }) => {
  await openRow(page, KARACHI)
  await highlightSentence(page, '1')
  await highlightSentence(page, '2')
  await page.getByRole('link', { name: /^All highlights/u }).click()
  const claims = page.getByRole('button', { name: /^Key claim:/u })
  const evidence = page.getByRole('button', { name: /^Evidence:/u })
  const doubts = page.getByRole('button', { name: /^Doubt:/u })
  const bar = page.getByRole('toolbar', { name: 'Selected highlights' })
  await expect(evidence).toHaveCount(1)

  await claims.click({ modifiers: ['ControlOrMeta'] })
  await expect(bar.getByRole('status')).toHaveText('1 selected')
  await evidence.click({ modifiers: ['Shift'] })
  await expect(bar.getByRole('status')).toHaveText('2 selected')
  await expectAccessible(page)
  await page.keyboard.press('4')
  await expect(doubts).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(claims).toHaveCount(1)
  await expect(evidence).toHaveCount(1)

  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(bar.getByRole('status')).toHaveText('2 selected')
  await bar.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('Ports')
  await page.keyboard.press('Enter')
  await expect(page.locator('.highlight-entry').filter({ hasText: '#Ports' })).toHaveCount(2)
  await page.keyboard.press('Escape')

  await bar.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('Nothing highlighted yet')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.locator('.highlight-entry').filter({ hasText: '#Ports' })).toHaveCount(2)

  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByRole('button', { name: 'Tag' }).click()
  await page.getByRole('menuitem', { name: '#Ports' }).click()
  await filters.getByRole('button', { name: 'Time' }).click()
  await page.getByRole('menuitem', { name: 'Last week' }).click()
  await expect(page.locator('.highlight-entry')).toHaveCount(2)
})
