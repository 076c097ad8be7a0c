import { expect, expectAccessible, test } from './support'

const SECTIONS = [
  'General',
  'Reading',
  'Highlights',
  'Ask',
  'Adding and export',
  'Library and backup',
  'Keyboard',
  'Accessibility',
  'About Lectern',
]

test('every section opens and is accessible', async ({ page }) => {
  // Each is looked through by axe.
  test.slow()
  await page.keyboard.press('ControlOrMeta+,')
  const sections = page.getByRole('navigation', { name: 'Settings' })
  for (const name of SECTIONS) {
    await sections.getByRole('link', { name }).click()
    await expect(sections.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(page)
  }
})

test('typography acts at once on the preview and stays', async ({ page }) => {
  await page.goto(new URL('#/settings/reading', page.url()).href)
  const size = page.getByRole('slider', { name: 'Size' })
  await size.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('20 px')).toBeVisible()
  const text = page.getByRole('complementary', { name: 'Preview' }).getByText('On the evening of Thursday')
  await expect(text).toHaveCSS('font-size', '20px')
  await page.getByRole('radio', { name: /^Atkinson/u }).press('Space')
  await page.reload()
  await expect(page.getByText('20 px')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Atkinson/u })).toBeChecked()
})

test('of two keys right after one another, neither is lost', async ({ page }) => {
  await page.goto(new URL('#/settings/reading', page.url()).href)
  const size = page.getByRole('slider', { name: 'Size' })
  await size.focus()
  await size.evaluate(async (slider) => {
    for (let press = 0; press < 5; press++) {
      slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))
      // The next key comes before any timer, as when keys were waiting for a busy window; only what is queued runs.
      for (let turn = 0; turn < 50; turn++) await Promise.resolve()
    }
  })
  await expect(page.getByText('23 px')).toBeVisible()
})

test('a change that could not be saved is taken back, and said', async ({ page }) => {
  await page.goto(new URL('#/settings/reading', page.url()).href)
  const size = page.getByRole('slider', { name: 'Size' })
  await page.route('**/api/call', (route) =>
    route.request().postData()?.includes('settings.update') ? route.abort() : route.continue(),
  )
  await size.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('alertdialog')).toContainText('Lectern')
  await expect(page.getByText('18 px')).toBeVisible()
})

test('a colour gets a name of one’s own', async ({ page }) => {
  await page.goto(new URL('#/settings/highlights', page.url()).href)
  await page.getByRole('textbox', { name: 'Meaning of yellow' }).fill('Main point')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'All highlights' }).click()
  await expect(page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Main point' })).toBeVisible()
})

test('single keys can be switched off', async ({ page }) => {
  await page.goto(new URL('#/settings/keyboard', page.url()).href)
  await page.getByText('Keys without Ctrl, Alt or ⌘ act').click()
  await expect(page.getByRole('switch')).not.toBeChecked()
  await page.getByRole('heading', { name: 'Single keys' }).click()
  await page.keyboard.press('?')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden()
})

test('density and zoom change the window', async ({ page }) => {
  await page.goto(new URL('#/settings/general', page.url()).href)
  await page.getByRole('radio', { name: 'Compact' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await page.getByRole('slider', { name: 'Zoom' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('html')).toHaveCSS('font-size', '17.6px')
})
