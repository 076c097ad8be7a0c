import { LecternError } from '@shared/contract/errors'
import type { ArticleId, AssetId } from '@shared/domain/ids'
import type { Provenance } from '@shared/domain/snapshot'
import type { AssetFiles } from '../../files/asset-files'
import type { Settled, TakenItem } from '../queue/import-job'
import type { Added, ImportStore } from './import-store'
import type { KnownArticleStore } from './known-article-store'
import { addedOutcome, unchangedOutcome, updatedOutcome } from '../queue/outcome-words'
import type { ReadArticle, Source } from '../reading/read-source'

/** A source and what was read in it. */
export interface Reading {
  readonly source: Source
  readonly article: ReadArticle
}

/**
 * Works out where an article's highlights go in its next text, before it is stored: the words of two long texts are not compared within a
 * transaction. @throws timed-out, too-large, internal
 */
export type PlanMoves = (articleId: ArticleId, text: string) => Promise<void>

export interface BringInDeps {
  readonly store: ImportStore
  readonly known: KnownArticleStore
  /** Where it is not given, highlights are looked for as they are moved. */
  readonly planMoves?: PlanMoves
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** An update this much shorter than what is there is rather a notice or a sign-in page than a new version. */
const SUSPICIOUSLY_SHORT = 1 / 4

/** The bytes as they came, kept. */
type Originals = Pick<Provenance, 'original' | 'further'>

/** Puts a reading's files in their place: before its rows, so that no row ever refers to a file that is not there. */
export async function keepFiles({ article, source }: Reading, assets: AssetFiles): Promise<Originals> {
  for (const { bytes } of article.assets) await assets.put(bytes)
  const further: AssetId[] = []
  for (const bytes of source.next ?? []) further.push(await assets.put(bytes))
  return { original: await assets.put(source.bytes), ...(further.length > 0 ? { further } : {}) }
}

/** Adds an article whose files are in their place. */
export function add(reading: Reading, original: Originals, { store, now }: Pick<BringInDeps, 'store' | 'now'>): Added {
  return store.add(reading.article, provenanceOf(reading, original, now()))
}

/** Whether the library has another version of what an item is, and nobody has said what to do about it. */
export function mustAsk(item: TakenItem, { article, source }: Reading, { known }: Pick<BringInDeps, 'known'>): boolean {
  return item.origin.kind !== 'update' && item.onKnown === 'ask' && known.find(article, fileNameOf(source)) !== null
}

/** Plans what `place` will move. @throws timed-out, too-large, internal */
export async function plan(
  item: TakenItem,
  { article, source }: Reading,
  { known, planMoves }: Pick<BringInDeps, 'known' | 'planMoves'>,
): Promise<void> {
  if (planMoves === undefined) return
  const articleId =
    item.origin.kind === 'update'
      ? item.origin.articleId
      : item.onKnown === 'update'
        ? known.find(article, fileNameOf(source))?.articleId
        : undefined
  if (articleId !== undefined) await planMoves(articleId, article.text)
}

/**
 * Stores what an item became, whose files are in their place, and answers how it ended.
 * @throws LecternError not-found, fetch-failed
 */
export function place(item: TakenItem, reading: Reading, original: Originals, deps: BringInDeps): Settled {
  const { article, source } = reading
  const { known, store, now } = deps
  if (item.origin.kind === 'update') return update(item.origin.articleId, reading, original, deps)
  const other = known.find(article, fileNameOf(source))
  if (other === null || item.onKnown === 'keep-both') return addedOutcome(article, add(reading, original, deps))
  const { articleId, title } = other
  switch (item.onKnown) {
    case 'ask':
      return { state: 'asks', articleId, title: article.title, remark: null, error: null, known: other }
    case 'skip':
      return { state: 'skipped', articleId, title, remark: 'Your copy is unchanged.', error: null, known: null }
    case 'update': {
      const done = store.addSnapshot(articleId, article, provenanceOf(reading, original, now()))
      return done.kind === 'unchanged'
        ? unchangedOutcome(other, other.savedAt, now())
        : updatedOutcome(article, other, done)
    }
  }
}

function update(
  articleId: ArticleId,
  reading: Reading,
  original: Originals,
  { store, known, now }: BringInDeps,
): Settled {
  const { article, source } = reading
  const current = known.current(articleId)
  if (current === null) {
    throw new LecternError('not-found', 'The article is not in your library any more, so it was not updated.')
  }
  const { title, savedAt } = current
  // Its original file is one of the assets.
  if (sameWords(current.text, article.text) && article.assets.length < current.assets) {
    return unchangedOutcome({ articleId, title }, savedAt, now())
  }
  const isCut = article.truncated && !current.truncated
  if (isCut || article.text.length < current.text.length * SUSPICIOUSLY_SHORT) {
    throw new LecternError(
      'fetch-failed',
      `${source.url ?? source.name} gave only a small part of “${title}” now, perhaps a sign-in page or a notice. Your copy was left as it is.`,
    )
  }
  const done = store.addSnapshot(articleId, article, provenanceOf(reading, original, now()))
  if (done.kind === 'unchanged') return unchangedOutcome({ articleId, title }, savedAt, now())
  return updatedOutcome(article, { articleId, title }, done)
}

/** An image that could not be had leaves white space behind. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string) => text.replace(/\s+/gu, ' ').trim()
  return a === b || words(a) === words(b)
}

function fileNameOf({ via, name }: Source): string | null {
  return via === 'file' || via === 'sample' ? name : null
}

function provenanceOf({ article, source }: Reading, original: Originals, importedAt: number): Provenance {
  return {
    via: source.via,
    fileName: fileNameOf(source),
    sourceUrl: article.sourceUrl,
    ...original,
    originalBytes: source.bytes.byteLength,
    format: article.format,
    importedAt,
    images: article.images,
  }
}
