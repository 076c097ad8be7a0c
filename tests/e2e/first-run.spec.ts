import { expect, expectAccessible, test } from './support'

test('an empty library offers four ways to add, and the sample opens', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'The desk is clear' })).toBeVisible()
  const ways = page.getByRole('group', { name: 'Ways to add' })
  await expect(ways.getByRole('button')).toHaveCount(4)
  await expectAccessible(page)

  await ways.getByRole('button', { name: /Paste text/u }).click()
  await expect(page.getByRole('textbox', { name: 'Text, Markdown or HTML' })).toBeFocused()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Read the sample' }).click()
  await expect(page.getByRole('option', { name: /^Reading with a pencil/u })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Reading with a pencil' })).toBeVisible()
})

test('the theme can be chosen at once, and stays', async ({ page }) => {
  const themes = page.getByRole('radiogroup', { name: 'Theme' })
  await themes.getByRole('radio', { name: 'Night' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night')
  await expectAccessible(page)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night')
})

for (const [theme, name] of [
  ['sepia', 'Sepia'],
  ['contrast', 'High contrast'],
] as const) {
  test(`${name} is accessible`, async ({ page }) => {
    await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectAccessible(page)
  })
}
