import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createMover } from '@shared/text/moving/mover'
import { createDictionary, tokenise } from '@shared/text/moving/tokens'
import { createReadBytes } from '../../../src-main/core/imports/reading/read-bytes'
import { sentencesOf } from './edits'

const pages = resolve(import.meta.dirname, '../../../../shared/corpora/readability')
const read = createReadBytes({ loadImage: () => Promise.resolve(null) })

/** The text of an HTML file, as an import stores it. */
async function textOf(file: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(file))
  const source = { name: file, format: 'html', via: 'file', url: null, contentType: null, folder: null } as const
  return (await read({ bytes, ...source })).text
}

interface Counts {
  found: number
  lost: number
  readonly wrong: string[]
}

/** Every fifth page, to be done in reasonable time. */
const names = existsSync(pages) ? readdirSync(pages).filter((_, at) => at % 5 === 0) : []

/**
 * The same article twice, as two programs kept it: a whole page, and what Mozilla's Readability left of it. Much is gone, is set anew, or
 * stands in another order, and nobody here made the edits. Of a sentence that stands once in either, it is known where it is.
 */
test.skipIf(names.length === 0)(
  'between two states of real articles a sentence is where it stands, or nowhere',
  { timeout: 300_000 },
  async () => {
    const counts: Counts = { found: 0, lost: 0, wrong: [] }
    for (const name of names) {
      const files = ['source.html', 'expected.html'].map((file) => join(pages, name, file))
      if (!files.every((file) => existsSync(file))) continue
      const texts = await Promise.all(files.map(textOf)).catch(() => null)
      const [from = '', to = ''] = texts ?? []
      if (Math.min(from.length, to.length) < 1000) continue
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const) {
        tally(a, b, counts)
      }
    }
    expect(counts.wrong).toEqual([])
    expect(counts.found / (counts.found + counts.lost)).toBeGreaterThan(0.97)
  },
)

function tally(from: string, to: string, counts: Counts): void {
  const mover = createMover(from, to)
  const dictionary = createDictionary(true)
  const [a, b] = [` ${words(from, dictionary)} `, ` ${words(to, dictionary)} `]
  let at = 0
  for (const sentence of sentencesOf(from)) {
    const start = at + sentence.length - sentence.trimStart().length
    const end = at + sentence.trimEnd().length
    at += sentence.length
    const own = words(from.slice(start, end), dictionary)
    if (own.split(' ').length < 6 || occurrences(a, own) !== 1) continue
    const found = mover.move({ start, end })
    const standing = occurrences(b, own)
    if (standing === 0) continue
    if (found === null) counts.lost += 1
    // Where it stands once, the words alone say whether it is the place.
    else if (words(found.quote.exact, dictionary) === own) counts.found += 1
    else counts.wrong.push(`${from.slice(start, end)} is on ${found.quote.exact}`)
  }
}

const words = (text: string, dictionary: ReturnType<typeof createDictionary>): string =>
  [...tokenise(text, dictionary).ids].join(' ')

function occurrences(text: string, words: string): number {
  return text.split(` ${words} `).length - 1
}
