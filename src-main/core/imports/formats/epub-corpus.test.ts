import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fileSource } from '../../../../tests/support/source'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from '../reading/read-bytes'

const folder = resolve(import.meta.dirname, '../../../../../shared/corpora/epub')
const books = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.epub')) : []
const readBytes = createReadBytes({ loadImage })

test.skipIf(books.length > 0)('SKIPPED: there is no ../shared/corpora/epub beside this checkout', () => undefined)

test.each(books)('%s opens, and its text is there', async (name) => {
  const bytes = new Uint8Array(readFileSync(join(folder, name)))
  const article = await readBytes(fileSource(name, bytes))
  expect(article).toMatchObject({
    format: 'epub',
    title: name.replace('.epub', ''),
    truncated: false,
    missingImages: 0,
  })
  expect(article.text).toMatch(/Test passes if|does not support scripting/u)
})
