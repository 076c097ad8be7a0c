import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { addFiles, expect, fixture, openRow, test } from './support'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-packages-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const chapter = (body: string) =>
  strToU8(
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`,
  )

function book(): Uint8Array {
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    ),
    'OPS/book.opf': strToU8(
      '<package version="3.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The Two Roads</dc:title><dc:creator>Jo Doe</dc:creator></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="p" href="map.png" media-type="image/png" properties="cover-image"/><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    ),
    'OPS/nav.xhtml': chapter(
      '<nav epub:type="toc"><ol><li><a href="a.xhtml">The First Road</a></li><li><a href="b.xhtml">The Second Road</a></li></ol></nav>',
    ),
    'OPS/a.xhtml': chapter(
      '<h1>The First Road</h1><p>It goes to the river, as <a href="b.xhtml">the other</a> does not.</p>',
    ),
    'OPS/b.xhtml': chapter('<h1>The Second Road</h1><p>A map: <img src="map.png" alt="A map"/></p>'),
    'OPS/map.png': new Uint8Array(png),
  })
}

test('a book: its picture is shown, its contents are the outline', async ({ page }) => {
  const file = join(folder, 'roads.epub')
  await writeFile(file, book())
  await addFiles(page, [file])
  await openRow(page, 'The Two Roads')
  const frame = page.frameLocator('iframe.article-frame')
  await expect(frame.getByRole('heading', { name: 'The Second Road' })).toBeVisible()
  const image = frame.getByRole('img', { name: 'A map' })
  await expect(image).toHaveJSProperty('naturalWidth', 1)
  await expect(frame.getByRole('link', { name: 'the other' })).toHaveAttribute('href', '#a-c2')
})

test('a page that Chromium saved as MHTML: its words, its address and its picture', async ({ page, context }) => {
  const saved = join(folder, 'saved.mhtml')
  const other = await context.newPage()
  await other.route('http://pages.test/**', (route) =>
    route.request().url().endsWith('.png')
      ? route.fulfill({ body: png, contentType: 'image/png' })
      : route.fulfill({
          path: fixture('pages/queue.html'),
          contentType: 'text/html',
        }),
  )
  await other.goto('http://pages.test/queue')
  await other.evaluate(async () => {
    const image = new Image()
    image.src = '/figure.png'
    image.alt = 'A figure'
    document.querySelector('article p, main p, p')?.append(image)
    await image.decode()
  })
  const session = await context.newCDPSession(other)
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
  await other.close()
  await writeFile(saved, data)
  await addFiles(page, [saved])
  await openRow(page, 'Writing a small queue')
  const frame = page.frameLocator('iframe.article-frame')
  await expect(frame.getByRole('img', { name: 'A figure' })).toHaveJSProperty('naturalWidth', 1)
})
