import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from './engine'

/** Bytes of a large page, nearly: a person's longest articles are a tenth of it. */
const SIZE = 2_500_000
const WORDS_A_PARAGRAPH = 80
/** One word in so many is a link on the page with links: some 30,000. */
const WORDS_A_LINK = 9

const HEAD =
  '<!doctype html><html lang="en"><head><title>A long article</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>A long article</h1>\n'
const FOOT = '</article></main><footer>Imprint</footer></body></html>\n'

/**
 * Writes two pages of 2.5 MB into a folder, one of plain paragraphs and one with a link in every few words.
 * @param texts what real pages say; their words follow one another until the page is long enough
 */
export function largePages(folder: string, texts: readonly string[]): Page[] {
  const words = texts.flatMap((text) => text.split(/\s+/u)).filter((word) => word !== '')
  return [
    { id: 'large-prose', wordsALink: Infinity },
    { id: 'large-links', wordsALink: WORDS_A_LINK },
  ].map(({ id, wordsALink }) => {
    const file = join(folder, `${id}.html`)
    writeFileSync(file, pageOf(words, wordsALink))
    return { id, file, url: `https://example.org/${id}` }
  })
}

function pageOf(words: readonly string[], wordsALink: number): string {
  const parts = [HEAD]
  let length = HEAD.length
  for (let at = 0; length < SIZE && words.length > 0;) {
    const line: string[] = []
    for (const end = at + WORDS_A_PARAGRAPH; at < end; at++) {
      const word = (words[at % words.length] ?? '').replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
      line.push(at % wordsALink === 0 ? `<a href="/wiki/${String(at)}">${word}</a>` : word)
    }
    const paragraph = `<p>${line.join(' ')}</p>\n`
    parts.push(paragraph)
    length += paragraph.length
  }
  return [...parts, FOOT].join('')
}
