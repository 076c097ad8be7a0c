import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addFiles, expect, openRow, test } from './support'

/** A page of 600 paragraphs, a quarter of a megabyte; one of the last holds a word of its own. */
const LONG_PAGE = `<!doctype html><title>A long report</title><article><h1>A long report</h1>${Array.from(
  { length: 600 },
  (_, at) =>
    `<p>Paragraph ${at} of the report says what the ones before it said, in other words, and ${
      at === 580 ? 'names the quokka' : 'names nobody'
    }. ${'It goes on for a while, as reports do. '.repeat(9)}</p>`,
).join('')}</article>`

test('a long article is laid out in pieces: its text is whole, its end can be reached, a jump finds its passage', async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-long-'))
  const file = join(folder, 'long.html')
  await writeFile(file, LONG_PAGE)
  await addFiles(page, [file])
  await openRow(page, 'A long report')
  const frame = page.frameLocator('iframe.article-frame')
  await expect(frame.getByText('Paragraph 0 of the report')).toBeVisible()
  expect(await frame.locator('#content').evaluate((root) => root.textContent)).toContain('Paragraph 599')
  await expect(page.locator('.reading__foot')).not.toContainText('finished')

  await page.keyboard.press('ControlOrMeta+Shift+F')
  await page.keyboard.type('quokka')
  await expect(page.getByText('names the quokka').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(frame.getByText('names the quokka')).toBeInViewport()
  await expect(frame.locator('#content [hidden]')).toHaveCount(0)

  await page.locator('.reading__scroller').evaluate((pane) => {
    pane.scrollTop = pane.scrollHeight
  })
  await expect(page.locator('.reading__foot')).toContainText('finished')
  await rm(folder, { recursive: true })
})
