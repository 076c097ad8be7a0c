import { LecternError } from '@shared/contract/errors'
import type { MigrationResult } from '@shared/contract/migrating'
import type { ArticleId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import { createAssess, type Assessed } from './assess'
import { bringWork, type Brought, type GivenOrigin, type Writing } from './bring-work'
import { titleOf } from './plan'
import type { Work } from './works'

/** One line of the report. */
export interface Outcome {
  readonly title: string
  readonly url: string | null
  readonly outcome: string
  readonly remark: string
}

export interface BringAllDeps extends Omit<Writing, 'spell'> {
  readonly saved: {
    addPage(page: SavedPage): Promise<{ articleId: ArticleId; isNew: boolean }>
    updatePage(articleId: ArticleId, page: SavedPage): Promise<void>
  }
  /** Keeps what the excerpts of a file refer to as their original. */
  readonly originOf: (file: string) => Promise<GivenOrigin>
  /** Hears how many works are settled, and which articles they changed. */
  readonly progress: (outcomes: readonly Outcome[], result: MigrationResult, changed: readonly ArticleId[]) => void
  readonly isStopped: () => boolean
}

interface SavedPage {
  readonly html: string
  readonly name: string
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly publishedAt: string | null
}

/** Works that are written in one transaction; other calls are answered between two. */
const AT_ONCE = 100

const NOTHING: MigrationResult = {
  ...{ added: 0, extended: 0, unchanged: 0, placed: 0, orphaned: 0, waiting: 0, notes: 0, failed: 0 },
}

/** Brings works in, one after the other; one that fails is reported, and the rest goes on. */
export async function bringAll(works: readonly Work[], deps: BringAllDeps): Promise<void> {
  const { store, isStopped, originOf, progress } = deps
  const assess = createAssess(store)
  const writing: Writing = { ...deps, spell: spellingOf(works, store) }
  const sums = { ...NOTHING }
  for (let from = 0; from < works.length && !isStopped(); from += AT_ONCE) {
    const some: Work[] = []
    const pages = new Map<Work, { articleId: ArticleId; isNew: boolean } | { problem: string }>()
    for (const work of works.slice(from, from + AT_ONCE)) {
      if (isStopped()) break
      some.push(work)
      const page = await bringPage(work, assess(work), deps)
      if (page !== null) pages.set(work, page)
    }
    const origins = new Map<string, GivenOrigin>()
    for (const { where } of some) if (!origins.has(where.file)) origins.set(where.file, await originOf(where.file))
    const outcomes: Outcome[] = []
    const changed: ArticleId[] = []
    store.together(() => {
      for (const work of some) {
        const page = pages.get(work)
        const origin = origins.get(work.where.file)
        if (origin === undefined) continue
        try {
          const { outcome, brought } = store.together(() => settle(work, page, origin))
          if (brought !== null) changed.push(brought.articleId)
          add(sums, outcome, brought)
          outcomes.push(say(work, outcome, brought, page !== undefined && 'problem' in page ? page.problem : ''))
        } catch (error) {
          sums.failed += 1
          outcomes.push(say(work, 'failed', null, error instanceof Error ? error.message : String(error)))
        }
      }
    })
    progress(outcomes, { ...sums }, changed)
    await new Promise((resolve) => setImmediate(resolve))
  }

  function settle(
    work: Work,
    page: { articleId: ArticleId; isNew: boolean } | { problem: string } | undefined,
    origin: GivenOrigin,
  ) {
    const assessed = assess(work)
    if (assessed.state === 'in-trash') return { outcome: 'in Trash, left there' as const, brought: null }
    const made = page !== undefined && 'articleId' in page ? page : null
    const isNew = made?.isNew ?? assessed.articleId === null
    const isKnown = !isNew && assessed.isAgain && assessed.quotes.length + assessed.notes.length === 0
    if (isKnown && made === null) return { outcome: 'unchanged' as const, brought: null }
    const brought = bringWork(work, assessed, made?.articleId ?? assessed.articleId, isNew, origin, writing)
    return { outcome: isNew ? ('added' as const) : ('extended' as const), brought }
  }
}

type Said = 'added' | 'extended' | 'unchanged' | 'in Trash, left there' | 'failed'

/** Stores the page that came with a work; null where none came, or the library has a text. What cannot be read leaves its excerpts. */
async function bringPage(
  work: Work,
  { articleId, state }: Assessed,
  { saved, store }: BringAllDeps,
): Promise<{ articleId: ArticleId; isNew: boolean } | { problem: string } | null> {
  if (work.page === null || state === 'in-trash') return null
  if (articleId !== null && store.state(articleId)?.format !== 'excerpts') return null
  try {
    const content = work.page()
    if (content === null || content.trim() === '') return { problem: 'The page in the export is empty or damaged.' }
    const title = work.title ?? work.url ?? 'Untitled'
    const { url, author: byline, publishedAt, where } = work
    const page = { html: whole(content, title), name: where.file, url, title: work.title, byline, publishedAt }
    if (articleId === null) return await saved.addPage(page)
    await saved.updatePage(articleId, page)
    return { articleId, isNew: false }
  } catch (error) {
    return { problem: error instanceof LecternError ? error.message : 'The page in the export could not be read.' }
  }
}

/** A page around what is mostly the inside of one. */
function whole(content: string, title: string): string {
  if (/<body[\s>]/iu.test(content)) return content
  const safe = title.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
  return `<!doctype html><html><head><meta charset="utf-8"><title>${safe}</title></head><body><article><h1>${safe}</h1>${content}</article></body></html>`
}

/** Spells all tags of the works at once: the library's are many, and are looked through each time. */
function spellingOf(works: readonly Work[], store: Writing['store']): Writing['spell'] {
  const given = new Set(works.flatMap(({ tags, quotes }) => [...tags, ...quotes.flatMap((quote) => quote.tags)]))
  const clean = [...given].flatMap((tag) => Tag.safeParse(tag).data ?? [])
  const spelled = new Map(store.spell(clean).map((tag) => [tag.toLowerCase(), tag]))
  return (tags) => [
    ...new Set(
      tags.flatMap((tag) => {
        const parsed = Tag.safeParse(tag).data
        return parsed === undefined ? [] : (spelled.get(parsed.toLowerCase()) ?? parsed)
      }),
    ),
  ]
}

function add(sums: { -readonly [K in keyof MigrationResult]: number }, outcome: Said, brought: Brought | null): void {
  if (outcome === 'added') sums.added += 1
  else if (outcome === 'extended') sums.extended += 1
  else sums.unchanged += 1
  if (brought === null) return
  for (const name of ['placed', 'orphaned', 'waiting', 'notes'] as const) sums[name] += brought[name]
}

function say(work: Work, outcome: Said, brought: Brought | null, problem: string): Outcome {
  const counts =
    brought === null
      ? []
      : [
          ...(brought.placed > 0 ? [`${brought.placed} highlights on their words`] : []),
          ...(brought.waiting > 0 ? [`${brought.waiting} highlights`] : []),
          ...(brought.orphaned > 0 ? [`${brought.orphaned} highlights not found in the text`] : []),
          ...(brought.notes > 0 ? [`${brought.notes} notes`] : []),
        ]
  return {
    title: titleOf(work),
    url: work.url,
    outcome,
    remark: [...counts, ...(problem === '' ? [] : [problem])].join('; '),
  }
}
