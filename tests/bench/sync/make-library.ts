import { randomUUID } from 'node:crypto'
import { addParagraphs, type Paragraph } from '../../../src-main/cli/paragraph-library'
import { createAnnotationStore } from '../../../src-main/core/annotations/annotation-store'
import type { BroughtHighlight } from '../../../src-main/core/annotations/bring-in-store'
import { createArticleStore } from '../../../src-main/core/articles/article-store'
import type { Database } from '../../../src-main/core/database/database'
import { createSearchIndex } from '../../../src-main/core/search/search-index'
import { HighlightColour } from '../../../src-shared/domain/colour'
import { AnnotationId } from '../../../src-shared/domain/ids'
import { Tag } from '../../../src-shared/domain/tag'
import { plainNote } from '../../../src-shared/text/note-text'
import { createRandom, type Random } from '../anchoring/random'

/** Paragraphs of an article, and words of a paragraph. */
const PARAGRAPHS = 12
const WORDS = 60
const ROUND = 500

const SYLLABLES = 'ba ke mi ro tu lan der vok sil qua pre ton is ar ux ne fi gol ham ver'.split(' ')

function sentence(random: Random, words: number): string {
  const word = () => Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES)).join('')
  return `${Array.from({ length: words }, word).join(' ')}.`
}

/** Fills an empty library with articles of some 5,000 characters, their highlights, and notes and tags on every fifth. */
export function fillLibrary(db: Database, articles: number, highlights: number): void {
  const random = createRandom(6)
  const index = createSearchIndex(db)
  const annotations = createAnnotationStore(db, index)
  const store = createArticleStore(db, index)
  const each = Math.ceil(highlights / articles)
  db.pragma('synchronous = OFF')
  for (let from = 0; from < articles; from += ROUND) {
    const lines: Paragraph[] = []
    for (let at = from; at < Math.min(articles, from + ROUND); at += 1) {
      const title = `Article ${at} ${sentence(random, 3).slice(0, -1)}`
      for (let part = 0; part < PARAGRAPHS; part += 1) {
        const section = part < 2 ? null : `Part ${Math.floor(part / 4)}`
        lines.push({ context_id: `${at}-${part}`, article_id: `a${at}`, title, section, text: sentence(random, WORDS) })
      }
    }
    const { articles: ids, paragraphs } = addParagraphs(db, lines)
    db.transaction(() => {
      for (const [key, id] of ids) {
        const { snapshotId } = store.get(id) ?? missing()
        const { text } = annotations.snapshotText(snapshotId) ?? missing()
        const places = paragraphs.get(id) ?? []
        annotations.bringIn(
          id,
          Array.from({ length: Math.min(each, highlights) }, (_, at): BroughtHighlight => {
            const place = places[Math.floor((at * places.length) / each)] ?? missing()
            const start = place.start + 20 * (at % 3)
            const end = Math.min(place.end, start + 140)
            const quote = {
              exact: text.slice(start, end),
              prefix: text.slice(Math.max(0, start - 32), start),
              suffix: text.slice(end, end + 32),
            }
            return {
              id: AnnotationId.parse(randomUUID()),
              target: { snapshotId, position: { start, end }, quote },
              colour: random.pick(HighlightColour.options),
              tags: at % 5 === 1 ? [Tag.parse('evidence')] : [],
              note: at % 5 === 0 ? plainNote(`${sentence(random, 20)} ${key}`) : null,
              createdAt: 1_700_000_000_000 + at,
            }
          }),
        )
      }
    })()
  }
  db.pragma('synchronous = FULL')
}

function missing(): never {
  throw new Error('The library was not made as it should be.')
}
