import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ArticleId, AssetId, SnapshotId } from '@shared/domain/ids'
import type { OutlineEntry, Provenance } from '@shared/domain/snapshot'
import { urlKey } from '@shared/text/url-key'
import type { Database } from '../database/database'
import type { IndexedPassage } from '../text/indexed-passages'
import type { ReadArticle } from './read-source'

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

const SameRow = z.object({ id: ArticleId, title: z.string(), status: z.string(), trashedAt: z.number().nullable() })

/** Writes articles with all that belongs to them, each whole or not at all. */
export function createImportStore(db: Database, index: ImportIndex) {
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
      excerpt, format, status, word_count, added_at)
    VALUES (@id, @snapshotId, @title, @byline, @siteName, @sourceUrl, @urlKey, @publishedAt, @language, @direction,
      @excerpt, @format, 'inbox', @wordCount, @now)`)
  const insertSnapshot = db.prepare(`
    INSERT INTO snapshots (id, article_id, created_at, text_version, text_hash, text_length, truncated, licence, provenance,
      outline, facts, reference_list, categories, text, html)
    VALUES (@id, @articleId, @now, @textVersion, @textHash, @textLength, @truncated, @licence, @provenance,
      @outline, @facts, @references, @categories, @text, @html)`)
  const insertAsset = db.prepare('INSERT OR IGNORE INTO snapshot_assets (snapshot_id, asset_id) VALUES (?, ?)')
  const assetIds = db.prepare('SELECT DISTINCT asset_id FROM snapshot_assets').pluck()

  const insert = (article: ReadArticle, provenance: Provenance): ArticleId => {
    const articleId = ArticleId.parse(randomUUID())
    const snapshotId = SnapshotId.parse(randomUUID())
    const now = provenance.importedAt
    insertArticle.run({
      id: articleId,
      snapshotId,
      title: article.title,
      byline: article.byline,
      siteName: article.siteName,
      sourceUrl: article.sourceUrl,
      urlKey: article.sourceUrl === null ? null : urlKey(article.sourceUrl),
      publishedAt: article.publishedAt,
      language: article.language,
      direction: article.direction,
      excerpt: article.excerpt,
      format: article.format,
      wordCount: article.wordCount,
      now,
    })
    insertSnapshot.run({
      id: snapshotId,
      articleId,
      now,
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
    for (const asset of [...article.assets.map(({ id }) => id), provenance.original]) insertAsset.run(snapshotId, asset)
    const { title, byline, html, text, outline, passages } = article
    index.addSnapshot({ articleId, snapshotId, title, byline, html, text, outline, passages })
    return articleId
  }

  return {
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
            const restoredTo = found.trashedAt === null ? null : found.status
            return { kind: 'duplicate', articleId: found.id, title: found.title, restoredTo }
          }
          const key = sourceUrl === null ? null : urlKey(sourceUrl)
          const sameAddress = key !== null && atAddress.get(key) !== undefined
          return { kind: 'added', articleId: insert(article, provenance), sameAddress }
        })
        .immediate(),

    /** Every asset that some snapshot refers to. */
    referencedAssets: (): Set<AssetId> => new Set(z.array(AssetId).parse(assetIds.all())),
  }
}
