import type { MigratedArticle, MigrationPlan } from '@shared/contract/migrating'
import type { Assessed } from './assess'
import type { ReadFiles } from './read-files'
import type { Work, Works } from './works'

/** Articles and problems that a plan names. */
const SHOWN = 200

/** Works that are looked up in one go: other calls are answered in between. */
const AT_ONCE = 500

/** What some files would bring. */
export async function planOf(
  read: ReadFiles,
  { works, repeated }: Works,
  assess: (work: Work) => Assessed,
): Promise<MigrationPlan> {
  const articles = { 'with-text': 0, 'by-address': 0, 'quotes-only': 0, known: 0, 'in-trash': 0 }
  const tags = new Set<string>()
  const sums = { highlights: 0, notes: 0, knownHighlights: 0 }
  const shown: MigratedArticle[] = []
  for (const [at, work] of works.entries()) {
    if (at % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
    const { isAgain, state, quotes, notes, known } = assess(work)
    const noted = notes.length + quotes.filter(({ note }) => note !== null).length
    articles[state] += 1
    sums.highlights += quotes.length
    sums.notes += noted
    sums.knownHighlights += known
    for (const tag of [...(isAgain ? [] : work.tags), ...quotes.flatMap((quote) => quote.tags)])
      tags.add(tag.toLowerCase())
    if (shown.length < SHOWN) {
      const { url, tags: own } = work
      shown.push({ title: titleOf(work), url, state, highlights: quotes.length, notes: noted, tags: [...own] })
    }
  }
  return {
    files: [...read.files],
    counts: { articles, ...sums, tags: tags.size, repeated: repeated.length, problems: read.problems.length },
    articles: shown,
    problems: read.problems.slice(0, SHOWN).map(({ where, message }) => ({ ...where, message })),
  }
}

/** What a work is called: its title, else its address. */
export function titleOf({ title, url }: Pick<Work, 'title' | 'url'>): string {
  const isAddress = title !== null && /^https?:\/\/\S+$/iu.test(title)
  return title === null || (isAddress && url !== null) ? (url ?? 'Untitled') : title
}
