import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, openRow, row, test } from './support'

const WORDS = 'There is enough of a text on this page for it to be taken for an article, and it goes on for a while.'

let server: Server
let address = ''
let words = ''
test.beforeEach(async () => {
  words = 'Doctor Snow mapped the outbreak.'
  server = createServer((_, response) => {
    const html = `<!doctype html><title>The pump</title><h1>The pump</h1><p>${WORDS}</p><p>${words}</p><p>${WORDS}</p>`
    response.writeHead(200, { 'content-type': 'text/html' }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pump`
})
test.afterEach(() => {
  server.closeAllConnections()
  server.close()
})

test('a page is added by its address, and fetched anew from its menu', async ({ page }) => {
  await page.keyboard.press('ControlOrMeta+O')
  const dialog = page.getByRole('dialog', { name: 'Add to your library' })
  await dialog.getByRole('radio', { name: 'Link' }).click()
  await dialog.getByRole('textbox', { name: 'Address of a web page' }).fill(address)
  await dialog.getByRole('button', { name: 'Add this page' }).click()
  await expect(dialog.getByText('1 article added')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await openRow(page, 'The pump')

  const update = async () => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Update from the web' }).click()
  }
  await update()
  await expect(page.getByText(/^Nothing has changed since \d+ \w+\.$/u)).toBeVisible()
  words = 'Doctor Snow drew a map of the outbreak.'
  await update()
  await expect(page.getByText('Updated.')).toBeVisible()
  await expect(page.frameLocator('iframe.article-frame').getByText(words)).toBeVisible()

  // From the list, too.
  await row(page, 'The pump').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Update from the web' }).click()
  await expect(page.getByText(/^Nothing has changed/u).last()).toBeVisible()
})
