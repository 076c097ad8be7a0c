import type { PlanMoves } from './bring-in'
import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { Article } from '@shared/domain/article'
import { AssetId, type ArticleId, type SnapshotId } from '@shared/domain/ids'
import type { Provenance, Snapshot } from '@shared/domain/snapshot'
import type { Emit } from '../../events'
import type { AssetFiles } from '../../files/asset-files'
import { indexedPassages } from '../../text/indexed-passages'
import { excerptOf } from '../cleaning/excerpt'
import type { ImportStore } from './import-store'
import { countWords } from '../cleaning/count-words'
import type { ReadArticle, ReadSource, Source, WholePage } from '../reading/read-source'
import { contentRoot } from '../cleaning/snapshot-text'

/** The stored page of a snapshot. */
interface StoredPage {
  readonly html: string
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
}

export interface OriginalsDeps {
  readonly assets: Pick<AssetFiles, 'put' | 'read'>
  readonly store: Pick<ImportStore, 'addSnapshot'>
  readonly snapshots: {
    get(id: SnapshotId): Snapshot | undefined
    html(id: SnapshotId): StoredPage | undefined
    text(id: SnapshotId): string | undefined
  }
  readonly articles: { get(id: ArticleId): Article | undefined }
  readonly readSource: ReadSource
  readonly planMoves?: PlanMoves
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Originals that are kept ready: the frame asks again when the page is reloaded or the theme changes. */
const REMEMBERED = 2

/** Answers the contract's `originals`. */
export function originalHandlers(deps: OriginalsDeps): Handlers['originals'] {
  const { articles, emit, now, readSource, snapshots, store } = deps
  const ready = new Map<SnapshotId, StoredPage>()

  const find = (id: SnapshotId): Snapshot => snapshots.get(id) ?? missing()
  const add = async (articleId: ArticleId, article: ReadArticle, provenance: Provenance) => {
    await deps.planMoves?.(articleId, article.text)
    const done = store.addSnapshot(articleId, article, { ...provenance, importedAt: now() })
    emit({ name: 'articles.changed', ids: [articleId] })
    emit({ name: 'annotations.changed', articleIds: [articleId], ids: [] })
    return done
  }
  const currentOf = (id: ArticleId): Article => articles.get(id) ?? missing()

  return {
    html: async ({ snapshotId }) => {
      const known = ready.get(snapshotId)
      if (known !== undefined) return known
      const { articleId, provenance } = find(snapshotId)
      const { assets, html, language, direction } = await readSource(await sourceOf(provenance, null, deps))
      // Pictures of the page around the article: nothing refers to them, so a sweep takes them away again.
      for (const { bytes } of assets) await deps.assets.put(bytes)
      const page = { html, language, direction, title: currentOf(articleId).title }
      ready.set(snapshotId, page)
      for (const oldest of ready.keys()) if (ready.size > REMEMBERED) ready.delete(oldest)
      return page
    },
    pick: async ({ snapshotId, parts }) => {
      const { articleId, provenance } = find(snapshotId)
      const picked = await readSource(await sourceOf(provenance, parts, deps))
      const article = await withAssets(picked, deps)
      const done = await add(articleId, article, provenance)
      return done.kind === 'unchanged'
        ? { articleId, snapshotId: currentOf(articleId).snapshotId, orphaned: 0 }
        : { articleId, snapshotId: done.snapshotId, orphaned: done.orphaned }
    },
    goBack: async ({ snapshotId }) => {
      const snapshot = find(snapshotId)
      const { articleId, provenance } = snapshot
      const page = snapshots.html(snapshotId) ?? missing()
      const text = snapshots.text(snapshotId) ?? missing()
      const again = asRead(snapshot, page.html, text, currentOf(articleId))
      const done = await add(articleId, await withAssets(again, deps), provenance)
      return { articleId, snapshotId: done.kind === 'updated' ? done.snapshotId : snapshotId }
    },
  }
}

/** The source as it was when the snapshot was made, to be read as a whole. */
async function sourceOf(
  { fileName, format, further = [], images, original, sourceUrl, via }: Provenance,
  parts: WholePage['parts'],
  { assets }: Pick<OriginalsDeps, 'assets'>,
): Promise<Source> {
  const [bytes = null, ...next] = await Promise.all([original, ...further].map((id) => assets.read(id)))
  if (bytes === null || next.includes(null)) {
    throw new LecternError(
      'not-found',
      'The page as it was saved is not in the library any more. The article and your highlights are as they were.',
    )
  }
  return {
    bytes,
    name: fileName ?? '',
    format: format === 'html' ? 'html' : 'auto',
    via,
    url: via === 'web' ? sourceUrl : null,
    contentType: null,
    folder: null,
    next: next.flatMap((page) => page ?? []),
    whole: { images, parts },
  }
}

/** With the images that were in the library already among its assets, so that the new snapshot keeps them there. */
async function withAssets(article: ReadArticle, { assets }: Pick<OriginalsDeps, 'assets'>): Promise<ReadArticle> {
  const sources = article.html.matchAll(/ src="\/assets\/([0-9a-f]{64})"/gu)
  const named = new Set(Array.from(sources, ([, id]) => AssetId.parse(id)))
  if (article.leadImage !== null) named.add(article.leadImage)
  for (const { id, bytes } of article.assets) {
    await assets.put(bytes)
    named.delete(id)
  }
  const kept: { id: AssetId; bytes: Uint8Array<ArrayBuffer> }[] = []
  for (const id of named) {
    const bytes = await assets.read(id)
    if (bytes !== null) kept.push({ id, bytes })
  }
  return { ...article, assets: [...article.assets, ...kept] }
}

/** A stored snapshot as if it had just been read. */
function asRead(snapshot: Snapshot, html: string, text: string, article: Article): ReadArticle {
  const { byline, format, language, direction, publishedAt, siteName, sourceUrl, title } = article
  const { categories, details, facts, licence, outline, references, textHash, textVersion, truncated } = snapshot
  return {
    ...{ byline, format, language, direction, publishedAt, siteName, sourceUrl, title },
    ...{ categories, details, facts, licence, outline, references, textHash, textVersion, truncated },
    html,
    text,
    excerpt: excerptOf(null, contentRoot(html)),
    wordCount: countWords(text),
    addresses: [],
    assets: [],
    images: snapshot.provenance.images,
    passages: indexedPassages(html, text, outline),
    leadImage: article.leadImage,
    missingImages: 0,
  }
}

function missing(): never {
  throw new LecternError(
    'not-found',
    'This version of the article is not in the library any more. Nothing was changed.',
  )
}
