import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addParagraphs, Paragraph } from '../../../src-main/cli/paragraph-library'
import type { Database } from '../../../src-main/core/database/database'

const PER_ARTICLE = 20
const ROUND = 2000
/** Share of the words that another word of the same corpora takes the place of, so that no two passages are alike. */
const CHANGED = 0.3

/** Numbers from 0 to 1 that are the same in every run (G. Marsaglia's xorshift). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Fills an empty library with at least so many passages made of the corpora's paragraphs. */
export function fillLibrary(db: Database, corpora: string, passages: number): void {
  const files = ['selqa', 'xquad-en', 'xquad-de', 'xquad-zh'].map((set) => join(corpora, `${set}.library.jsonl`))
  const known = files
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => Paragraph.parse(JSON.parse(line)))
  const words = known.flatMap(({ text }) => text.split(' '))
  const random = createRandom(42)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  const syllables = 'ba ke mi ro tu lan der vok sil qua pre ton is ar ux'.split(' ')
  const name = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('')
  const vary = (text: string) =>
    text
      .split(' ')
      .map((word) => (random() < CHANGED ? pick(words) : random() < 0.01 ? name() : word))
      .join(' ')
  db.pragma('synchronous = OFF')
  // The index cuts long paragraphs in two.
  const count = db.prepare('SELECT count(*) FROM search_rows').pluck()
  for (let from = 0; Number(count.get()) < passages; from += ROUND) {
    const lines = Array.from({ length: ROUND }, (_, at): Paragraph => {
      const base = pick(known)
      const article = Math.floor((from + at) / PER_ARTICLE)
      return {
        ...base,
        context_id: `${from + at}`,
        article_id: `a${article}`,
        title: `${pick(known).title} ${name()}`,
        text: vary(base.text),
      }
    })
    const titled = lines.map((line) => ({
      ...line,
      title: lines.find((each) => each.article_id === line.article_id)?.title ?? line.title,
    }))
    addParagraphs(db, titled)
  }
  db.exec("INSERT INTO search_index (search_index) VALUES ('optimize')")
}
