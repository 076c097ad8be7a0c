import { expect, expectAccessible, fixture, openRow, test } from './support'

test('exports of other readers are looked at, brought in once, and shown with their highlights', async ({ page }) => {
  const files = ['pocket.csv', 'pocket-annotations.json', 'My Clippings.txt'].map((name) =>
    fixture(`migrating/${name}`),
  )
  const choose = async () => {
    await page.goto(new URL('#/settings/exporting', page.url()).href)
    await page.getByRole('button', { name: 'Bring in from another reader…' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files…' }).click()
    await (await chooser).setFiles(files)
  }
  await choose()
  const dialog = page.getByRole('dialog', { name: 'Bring in from another reader' })
  await expect(dialog).toContainText('Pocket, Kindle')
  await expect(dialog.getByRole('row', { name: /Otters of the river/u })).toContainText('by its address')
  await dialog.getByText('1 entry cannot be read').click()
  await expect(dialog).toContainText('“javascript:alert(1)” is no web address.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Bring it in' }).click()
  await expect(dialog).toContainText('All is in.')
  await expect(dialog).toContainText('8 articles added')
  await expect(dialog.getByRole('button', { name: 'Fetch the 3 articles from the web' })).toBeVisible()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the report' }).click()
  expect((await download).suggestedFilename()).toMatch(/^brought-in-.*\.md$/u)
  await dialog.getByRole('button', { name: 'Done' }).click()

  await choose()
  await expect(dialog).toContainText('In your library already')
  await dialog.getByRole('button', { name: 'Bring it in' }).click()
  await expect(dialog).toContainText('8 articles unchanged')
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.goto(new URL('#/', page.url()).href)
  await openRow(page, 'Otters of the river')
  await expect(page.getByRole('button', { name: 'Fetch it from the web' })).toBeVisible()
  await expect(page.frameLocator('iframe').getByText('They eat a quarter of their weight each day.')).toBeVisible()
})
