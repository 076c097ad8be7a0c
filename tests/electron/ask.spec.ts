import { join } from 'node:path'
import { expect } from '@playwright/test'
import { root, test } from './app'

test('an article is added, asked, and shown whole as it was saved', async ({ start }) => {
  const { page } = await start()
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+O')
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'choose files' }).click()
  await (await chooser).setFiles(join(root, 'tests/fixtures/karachi-police-station-attack.txt'))
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('option', { name: /^2023 Karachi/u }).click()
  await expect(page.getByRole('heading', { name: '2023 Karachi police station attack' })).toBeVisible()

  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'Ask about this article' }).fill('How many people were killed in the attack?')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Deaths', { exact: true }).first()).toBeVisible()

  await page.getByRole('button', { name: /^More/u }).first().click()
  await page.getByRole('menuitem', { name: 'Show the original', exact: true }).click()
  await expect(page.getByText('The whole page as it was saved.')).toBeVisible()
  await expect(page.frameLocator('iframe.article-frame').getByText('Perpetrators').first()).toBeVisible()
})
