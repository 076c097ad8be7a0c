/** Makes src-main/core/ask/retrieve/common-words.ts from the shared paragraphs: which stems are common in general. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokenise } from '../../../src-main/core/text/fold'
import { stem } from '../../../src-main/core/text/stem'
import { readParagraphs } from './questions'

/** Stems in a smaller part of the passages than this count as rare. */
const COMMON_FROM = 0.006
/** What an article is about stands in many of its passages, and is not common for that. */
const FEWEST_ARTICLES = 4
/** The table counts as if there had been so many passages. */
const OF = 800

export function writeCommonWords(folder: string, root: string): void {
  const counts = new Map<string, number>()
  for (const set of ['selqa', 'xquad-de', 'xquad-zh']) {
    const passages = readParagraphs(folder, set)
    const found = new Map<string, { count: number; readonly articles: Set<string> }>()
    for (const { text, article_id } of passages) {
      for (const one of new Set(tokenise(text).map((token) => stem(token.text)))) {
        const seen = found.get(one) ?? { count: 0, articles: new Set<string>() }
        seen.count += 1
        seen.articles.add(article_id)
        found.set(one, seen)
      }
    }
    for (const [one, { count, articles }] of found) {
      const share = count / passages.length
      if (share >= COMMON_FROM && articles.size >= FEWEST_ARTICLES)
        counts.set(one, Math.max(counts.get(one) ?? 0, Math.round(share * OF)))
    }
  }
  const byCount = new Map<number, string[]>()
  for (const [one, count] of counts) byCount.set(count, [...(byCount.get(count) ?? []), one])
  const lines = [...byCount]
    .sort(([first], [second]) => second - first)
    .map(([count, stems]) => [count, ...stems.sort()].join(' '))
  writeFileSync(
    join(root, 'src-main/core/ask/retrieve/common-words.ts'),
    `// Made by \`npm run bench:ask -- --train\`; not written by hand.

/** Stems that stand in so many of ${OF} passages of an encyclopaedia: a count and its stems a line. */
export const COMMON = \`
${lines.join('\n')}
\`
`,
  )
}
