import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import { ArticleId, AssetId, SnapshotId } from '@shared/domain/ids'
import type { OutlineEntry, Provenance } from '@shared/domain/snapshot'
import { urlKey } from '@shared/text/url-key'
import type { Database } from '../../database/database'
import type { IndexedPassage } from '../../text/indexed-passages'
import { createDetailsStore } from './details-store'
import type { ReadArticle } from '../reading/read-source'

/** The part of the search index that imports write to; called within the import's transaction. */
export interface ImportIndex {
  addSnapshot(snapshot: {
    readonly articleId: ArticleId
    readonly snapshotId: SnapshotId
    readonly title: string
    readonly byline: string | null
    readonly html: string
    readonly text: string
    readonly outline: readonly OutlineEntry[]
    readonly passages: readonly IndexedPassage[]
  }): void
}

/** Where highlights went when their article got a new snapshot. Removed ones that can be taken back do not count. */
export interface MovedHighlights {
  /** Found with the same words. */
  readonly moved: number
  /** Found where they were, with words that were edited. */
  readonly changed: number
  /** Not found: they keep their words and notes, and wait to be put back by hand. */
  readonly orphaned: number
  /** Where an offset of the former text lies in the new one. */
  readonly placeOf: (offset: number) => number
}

/** The part of annotations that follows a new snapshot; called within the import's transaction, once the snapshot is current. */
export interface HighlightMoving {
  moveTo(articleId: ArticleId, from: SnapshotId, to: SnapshotId): MovedHighlights
}

/** What became of a newer capture of an article. */
export type SnapshotAdded =
  /** It is the same as the article's current snapshot; nothing was written. */
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'updated'; readonly snapshotId: SnapshotId } & Omit<MovedHighlights, 'placeOf'>)

/** What became of an article that was to be added. */
export type Added =
  /** `sameAddress`: the library also has another article, with other words, from the same address. */
  | { readonly kind: 'added'; readonly articleId: ArticleId; readonly sameAddress: boolean }
  /** The same text was there already, perhaps in Trash, from which it was taken back to where it had been. */
  | {
      readonly kind: 'duplicate'
      readonly articleId: ArticleId
      readonly title: string
      readonly restoredTo: string | null
    }

export type ImportStore = ReturnType<typeof createImportStore>

const CurrentRow = z.object({
  snapshotId: SnapshotId,
  title: z.string(),
  byline: z.string().nullable(),
  progressOffset: z.int(),
  textHash: z.string(),
  sameHtml: z.literal([0, 1]),
  /** Only its excerpts are known, and it is called by its address. */
  unnamed: z.literal([0, 1]),
})
const SameRow = z.object({ id: ArticleId, title: z.string(), status: z.string(), trashedAt: z.number().nullable() })

/** Writes articles with all that belongs to them, each whole or not at all. */
export function createImportStore(db: Database, index: ImportIndex, highlights: HighlightMoving) {
  // Articles that are only images all have the same, empty text.
  const same = db.prepare(`
    SELECT a.id, a.title, a.status, a.trashed_at AS trashedAt
    FROM snapshots s JOIN articles a ON a.id = s.article_id
    WHERE s.text_hash = @textHash AND (@blank = 0 OR s.html = @html)
    ORDER BY a.trashed_at IS NOT NULL, a.added_at LIMIT 1`)
  const takeBack = db.prepare('UPDATE articles SET trashed_at = NULL WHERE id = ?')
  const atAddress = db.prepare('SELECT 1 FROM articles WHERE url_key = ? AND trashed_at IS NULL LIMIT 1').pluck()
  const insertArticle = db.prepare(`
    INSERT INTO articles (id, snapshot_id, title, byline, site_name, source_url, url_key, published_at, language, direction,
      excerpt, lead_image, format, status, word_count, added_at)
    VALUES (@id, @snapshotId, @title, @byline, @siteName, @sourceUrl, @urlKey, @publishedAt, @language, @direction,
      @excerpt, @leadImage, @format, 'inbox', @wordCount, @now)`)
  const insertSnapshot = db.prepare(`
    INSERT INTO snapshots (id, article_id, created_at, text_version, text_hash, text_length, truncated, licence, provenance,
      outline, facts, reference_list, categories, text, html)
    VALUES (@id, @articleId, @now, @textVersion, @textHash, @textLength, @truncated, @licence, @provenance,
      @outline, @facts, @references, @categories, @text, @html)`)
  const insertAsset = db.prepare('INSERT OR IGNORE INTO snapshot_assets (snapshot_id, asset_id) VALUES (?, ?)')
  const beside = createDetailsStore(db)
  const current = db.prepare(`
    SELECT a.snapshot_id AS snapshotId, a.title, a.byline, a.progress_offset AS progressOffset, s.text_hash AS textHash,
      s.html = @html AS sameHtml, a.format = 'excerpts' AND a.title IS a.source_url AS unnamed
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id WHERE a.id = @articleId`)
  const makeCurrent = db.prepare(`
    UPDATE articles SET snapshot_id = @snapshotId, title = @title, byline = coalesce(@byline, byline),
      site_name = coalesce(@siteName, site_name), source_url = coalesce(@sourceUrl, source_url),
      url_key = coalesce(@urlKey, url_key), published_at = coalesce(@publishedAt, published_at),
      language = coalesce(@language, language), direction = @direction, excerpt = @excerpt,
      lead_image = @leadImage, format = @format,
      word_count = @wordCount
    WHERE id = @articleId`)
  const setProgress = db.prepare('UPDATE articles SET progress_offset = ? WHERE id = ?')
  const assetIds = db.prepare('SELECT asset_id FROM snapshot_assets UNION SELECT asset_id FROM note_assets').pluck()

  /** Writes a snapshot with what belongs to it, but for the index. */
  const writeSnapshot = (
    articleId: ArticleId,
    snapshotId: SnapshotId,
    article: ReadArticle,
    provenance: Provenance,
  ): void => {
    insertSnapshot.run({
      id: snapshotId,
      articleId,
      now: provenance.importedAt,
      textVersion: article.textVersion,
      textHash: article.textHash,
      textLength: article.text.length,
      truncated: Number(article.truncated),
      licence: article.licence === null ? null : JSON.stringify(article.licence),
      provenance: JSON.stringify(provenance),
      outline: JSON.stringify(article.outline),
      facts: JSON.stringify(article.facts),
      references: JSON.stringify(article.references),
      categories: JSON.stringify(article.categories),
      text: article.text,
      html: article.html,
    })
    const { original, further = [] } = provenance
    for (const asset of [...article.assets.map(({ id }) => id), original, ...further])
      insertAsset.run(snapshotId, asset)
    beside.write(articleId, snapshotId, article)
  }

  const insert = (article: ReadArticle, provenance: Provenance): ArticleId => {
    const articleId = ArticleId.parse(randomUUID())
    const snapshotId = SnapshotId.parse(randomUUID())
    const now = provenance.importedAt
    insertArticle.run({
      id: articleId,
      snapshotId,
      title: article.title,
      ...columnsOf(article),
      now,
    })
    writeSnapshot(articleId, snapshotId, article, provenance)
    const { title, byline, html, text, outline, passages } = article
    index.addSnapshot({ articleId, snapshotId, title, byline, html, text, outline, passages })
    return articleId
  }

  const update = (articleId: ArticleId, article: ReadArticle, provenance: Provenance): SnapshotAdded => {
    const { html, text, outline, passages } = article
    const found = CurrentRow.optional().parse(current.get({ articleId, html }))
    if (found === undefined) throw gone()
    if (found.textHash === article.textHash && found.sameHtml === 1) {
      beside.addAddresses(articleId, article.addresses)
      return { kind: 'unchanged' }
    }
    const snapshotId = SnapshotId.parse(randomUUID())
    writeSnapshot(articleId, snapshotId, article, provenance)
    const title = found.unnamed === 1 ? article.title : found.title
    makeCurrent.run({
      articleId,
      snapshotId,
      title,
      ...columnsOf(article),
    })
    const { progressOffset } = found
    index.addSnapshot({
      articleId,
      snapshotId,
      title,
      byline: article.byline ?? found.byline,
      html,
      text,
      outline,
      passages,
    })
    const { placeOf, ...counts } = highlights.moveTo(articleId, found.snapshotId, snapshotId)
    if (progressOffset > 0) setProgress.run(placeOf(progressOffset), articleId)
    return { kind: 'updated', snapshotId, ...counts }
  }

  return {
    /**
     * Adds a newer capture of an article and makes it the current one, in one transaction: highlights move over, the place of
     * reading too, search follows, and the earlier snapshot stays as it is. The article keeps its title, which a person may
     * have changed. Its assets must be on disk. Tell windows with `articles.changed`.
     * @throws not-found when the article is gone
     */
    addSnapshot: (articleId: ArticleId, article: ReadArticle, provenance: Provenance): SnapshotAdded =>
      db.transaction(() => update(articleId, article, provenance)).immediate(),

    /**
     * Adds an article to Inbox in one transaction, unless the library holds the same text already. Its assets must be on disk.
     */
    add: (article: ReadArticle, provenance: Provenance): Added =>
      db
        .transaction((): Added => {
          const { textHash, html, sourceUrl } = article
          const blank = Number(article.text.trim() === '')
          const found = SameRow.optional().parse(same.get({ textHash, html, blank }))
          if (found !== undefined) {
            if (found.trashedAt !== null) takeBack.run(found.id)
            beside.addAddresses(found.id, article.addresses)
            const restoredTo = found.trashedAt === null ? null : found.status
            return { kind: 'duplicate', articleId: found.id, title: found.title, restoredTo }
          }
          const key = sourceUrl === null ? null : urlKey(sourceUrl)
          const sameAddress = key !== null && atAddress.get(key) !== undefined
          return { kind: 'added', articleId: insert(article, provenance), sameAddress }
        })
        .immediate(),

    /** Puts an earlier capture of an article beside its current one, which stays as it is. Its assets must be on disk. */
    addEarlier: (articleId: ArticleId, article: ReadArticle, provenance: Provenance): SnapshotId =>
      db
        .transaction(() => {
          const snapshotId = SnapshotId.parse(randomUUID())
          writeSnapshot(articleId, snapshotId, article, provenance)
          return snapshotId
        })
        .immediate(),

    /** Every asset that some snapshot or note refers to. */
    referencedAssets: (): Set<AssetId> => new Set(z.array(AssetId).parse(assetIds.all())),
  }
}

/** What an article's row says that a newer snapshot may change. */
function columnsOf(article: ReadArticle) {
  const { byline, siteName, sourceUrl, publishedAt, language, direction, excerpt, leadImage, format, wordCount } =
    article
  const key = sourceUrl === null ? null : urlKey(sourceUrl)
  return {
    ...{ byline, siteName, sourceUrl, urlKey: key, publishedAt },
    ...{ language, direction, excerpt, leadImage, format, wordCount },
  }
}

function gone(): LecternError {
  return new LecternError(
    'not-found',
    'The article to update is not in the library any more. Nothing was changed; import it again to read it.',
  )
}
