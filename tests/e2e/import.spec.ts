import { addFiles, ARTICLES, expect, expectAccessible, fixture, openRow, row, test } from './support'

test('files are added with a row for each; what cannot be read says why and comes first', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+O')
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'choose files' }).click()
  const broken = { name: 'song.html', mimeType: 'text/html', buffer: Buffer.from('ID3\u0004\0\0\0\0\0\0\0\0\u0001') }
  await (await chooser).setFiles([...ARTICLES])
  await expect(dialog.getByText('4 articles added')).toBeVisible()

  const again = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'choose files' }).click()
  await (await again).setFiles([broken])
  const rows = dialog.getByRole('list', { name: 'Items' }).getByRole('listitem')
  await expect(rows).toHaveCount(5)
  await expect(rows.first()).toContainText('song.html')
  await expect(rows.first()).toContainText('Nothing was added')
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, '2023 Karachi police station attack')).toBeVisible()
})

test('the same article twice is recognised', async ({ page }) => {
  await addFiles(page, [fixture('pages/queue.html')])
  await page.keyboard.press('ControlOrMeta+O')
  const dialog = page.getByRole('dialog')
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'choose files' }).click()
  await (await chooser).setFiles(fixture('pages/queue.html'))
  await expect(dialog.getByText('Already in your library. Your copy is unchanged.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 article' })).toBeVisible()
})

test('pasting anywhere opens the dialog filled, and the text becomes an article', async ({ page }) => {
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '# On walking\n\nWalking is the oldest way of thinking, and the cheapest.')
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  await expect(dialog.getByRole('textbox')).toHaveValue(/On walking/u)
  await dialog.getByRole('button', { name: 'Add this text' }).click()
  await expect(dialog.getByText('On walking', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, 'On walking')).toBeVisible()
})

test('what is no address of a web page is refused beside the field', async ({ page }) => {
  await page.getByRole('button', { name: /Paste a link/u }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Address of a web page' }).fill('not an address')
  await dialog.getByRole('button', { name: 'Add this page' }).click()
  await expect(dialog.getByRole('alert')).toContainText('not the address of a web page')
})

test('files dropped anywhere are added', async ({ page }) => {
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    const page =
      '<title>Dropped</title><h1>Dropped</h1><p>A page that fell into the window, with enough words to read.</p>'
    data.items.add(new File([page], 'dropped.html', { type: 'text/html' }))
    return data
  })
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop to add to your library')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('dialog').getByText('1 article added')).toBeVisible()
})

test('a chart of the page is shown as a picture, and nothing of it loads', async ({ page }) => {
  const outside: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('evil.test')) outside.push(request.url())
  })
  await addFiles(page, [fixture('pages/chart.html')])
  await openRow(page, 'Lamps by the quarter')
  const image = page.frameLocator('iframe.article-frame').getByRole('img', { name: 'Lamps lit in each quarter' })
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(560)
  expect(outside).toEqual([])
})
