import type { Page } from '@playwright/test'
import { addFiles, expect, expectAccessible, fixture, openRow, test } from './support'

const about = (page: Page) => page.getByRole('tabpanel', { name: 'About' })
const frameOf = (page: Page) => page.frameLocator('iframe.article-frame')
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test.beforeEach(async ({ page }) => {
  await addFiles(page, [fixture('pages/wiki-broad-street.html'), fixture('pages/wiki-soho.html')])
  await openRow(page, 'Broad Street')
})

test('About holds what a wiki says of its page', async ({ page }) => {
  await page.getByRole('tab', { name: 'About' }).click()
  const panel = about(page)
  await expect(panel.getByText('Length')).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'Measures' })).toBeVisible()
  await expect(panel.getByText(/English Wikipedia, revision 123456 of 9 March 2026/u)).toBeVisible()
  await expect(panel.getByText('51.5133° N, 0.1367° W')).toBeVisible()
  await expect(panel.getByText('CC BY-SA 4.0.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Authors' })).toBeVisible()
  await expect(panel.getByText(/Lectern kept the article/u)).toBeVisible()
  await expect(panel.getByText('On the Mode of Communication of Cholera')).toBeVisible()
  await expect(panel.getByText('Snow, John · Churchill · 1855')).toBeVisible()
  await expect(panel.getByText('ISBN 9780306406157')).toBeVisible()
  await expect(panel.getByText('Streets in Soho', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('related lists are beside the text, closed until they are asked for', async ({ page }) => {
  await expect(frameOf(page).getByText('Poland Street')).toHaveCount(0)
  await page.getByRole('tab', { name: 'About' }).click()
  const list = about(page).getByRole('link', { name: 'Poland Street' })
  await expect(list).toBeHidden()
  await about(page).getByText('Streets of Soho').click()
  await list.click()
  const card = page.getByRole('dialog', { name: 'Link' })
  await expect(card).toContainText('https://en.wikipedia.org/wiki/Poland_Street')
  await expect(card.getByRole('button', { name: 'Import this article' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
})

test('links between articles of the library open here, by whatever address', async ({ page }) => {
  await frameOf(page).getByRole('link', { name: 'Soho' }).last().click()
  await expect(heading(page, 'Soho')).toBeVisible()
  await frameOf(page).getByRole('link', { name: 'one of its streets' }).click()
  await expect(heading(page, 'Broad Street')).toBeVisible()
  await page.getByRole('tab', { name: 'About' }).click()
  await about(page).getByRole('link', { name: 'Soho', exact: true }).click()
  await expect(heading(page, 'Soho')).toBeVisible()
})

test('a link to an article that is not here offers to import it', async ({ page }) => {
  await frameOf(page).getByRole('link', { name: 'cholera' }).click()
  const card = page.getByRole('dialog', { name: 'Link' })
  await expect(card).toContainText('https://en.wikipedia.org/wiki/Cholera')
  await expect(card.getByRole('button', { name: 'Import this article' })).toBeVisible()
})

test('a link to a page that did not exist says so', async ({ page }) => {
  await frameOf(page).getByRole('link', { name: 'pump' }).click()
  const card = page.getByRole('dialog', { name: 'Link' })
  await expect(card).toContainText('did not exist in the wiki when this article was saved')
  await expect(card).not.toContainText('redlink')
  await expect(card.getByRole('button', { name: 'Try to import it' })).toBeVisible()
})

test('a reference shows its parts in place', async ({ page }) => {
  await frameOf(page).getByRole('link', { name: '[1]' }).click()
  const card = page.getByRole('dialog', { name: 'Reference 1' })
  await expect(card).toContainText('On the Mode of Communication of Cholera')
  await expect(card).toContainText('Snow, John · Churchill · 1855')
  await expectAccessible(page)
})
