import { z } from 'zod'
import { KnownArticle } from '@shared/contract/imports'
import { ArticleId } from '@shared/domain/ids'
import { urlKey } from '@shared/text/url-key'
import type { Database } from '../../database/database'
import { isFolderAddress } from '../folders/folder-address'
import type { ReadArticle } from '../reading/read-source'

export type KnownArticleStore = ReturnType<typeof createKnownArticleStore>

/** The snapshot that an article shows now, as far as a newer one is compared with it. */
const CurrentRow = z.object({
  title: z.string(),
  savedAt: z.int(),
  text: z.string(),
  truncated: z.int().transform((value) => value === 1),
  /** Its original file among them. */
  assets: z.int(),
})

const FileRow = z.object({ fileName: z.string().nullable() }).loose()

/** Finds the articles that something new may be another version of. */
export function createKnownArticleStore(db: Database) {
  const sameText = db.prepare('SELECT 1 FROM snapshots WHERE text_hash = ? LIMIT 1').pluck()
  const atAddress = db.prepare(`
    SELECT a.id AS articleId, a.title, s.created_at AS savedAt, 'address' AS by
    FROM article_addresses d JOIN articles a ON a.id = d.article_id JOIN snapshots s ON s.id = a.snapshot_id
    WHERE d.url_key IN (SELECT value FROM json_each(?)) AND a.trashed_at IS NULL
    ORDER BY s.created_at DESC LIMIT 1`)
  const ofTitle = db.prepare(`
    SELECT a.id AS articleId, a.title, s.created_at AS savedAt, 'file' AS by,
      json_extract(s.provenance, '$.fileName') AS fileName
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id
    WHERE a.title = ? AND a.trashed_at IS NULL ORDER BY s.created_at DESC LIMIT 20`)
  const current = db.prepare(`
    SELECT a.title, s.created_at AS savedAt, s.truncated,
      (SELECT count(*) FROM snapshot_assets WHERE snapshot_id = s.id) AS assets, s.text
    FROM articles a JOIN snapshots s ON s.id = a.snapshot_id WHERE a.id = ? AND a.trashed_at IS NULL`)
  const addresses = db.prepare(`
    SELECT a.id AS articleId, a.title, a.source_url AS url FROM json_each(?) given JOIN articles a ON a.id = given.value
    WHERE a.source_url IS NOT NULL AND a.trashed_at IS NULL ORDER BY given.key`)

  return {
    /**
     * The article that this one is another version of: from the same address, or, where it has none, from a file of the same name
     * with the same title. Null when there is none, and when the library has the very same words.
     */
    find(article: ReadArticle, fileName: string | null): KnownArticle | null {
      if (sameText.get(article.textHash) !== undefined) return null
      // Two folders may have a name and a file's name in common: what is in them tells more.
      const keys = [article.sourceUrl, ...article.addresses].flatMap((address) =>
        address === null || isFolderAddress(address) ? [] : (urlKey(address) ?? []),
      )
      if (keys.length > 0) return KnownArticle.optional().parse(atAddress.get(JSON.stringify(keys))) ?? null
      if (fileName === null) return null
      const rows = z.array(FileRow).parse(ofTitle.all(article.title))
      const row = rows.find((each) => each.fileName !== null && baseName(each.fileName) === baseName(fileName))
      return row === undefined ? null : KnownArticle.parse(row)
    },

    /** What an article shows now; null when it is not in the library, or in Trash. */
    current: (id: ArticleId): z.infer<typeof CurrentRow> | null => CurrentRow.optional().parse(current.get(id)) ?? null,

    /** Those of some articles that have an address. */
    withAddress: (ids: readonly ArticleId[]): { articleId: ArticleId; title: string; url: string }[] =>
      z
        .array(z.object({ articleId: ArticleId, title: z.string(), url: z.string() }))
        .parse(addresses.all(JSON.stringify(ids))),
  }
}

function baseName(path: string): string {
  return (path.split(/[\\/]/u).pop() ?? path).normalize('NFC').toLowerCase()
}
