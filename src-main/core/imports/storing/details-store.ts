import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import { urlKey } from '@shared/text/url-key'
import type { Database } from '../../database/database'
import type { ReadArticle } from '../reading/read-source'

/** Writes what stands beside a snapshot: a wiki's details, and the addresses that lead to its article. Called within a transaction. */
export function createDetailsStore(db: Database) {
  const insertDetails = db.prepare('INSERT INTO snapshot_details (snapshot_id, details) VALUES (?, ?)')
  const insertAddress = db.prepare('INSERT OR IGNORE INTO article_addresses (url_key, article_id) VALUES (?, ?)')

  const addAddresses = (articleId: ArticleId, addresses: readonly string[]): void => {
    for (const key of new Set(addresses.map(urlKey))) if (key !== null) insertAddress.run(key, articleId)
  }

  return {
    addAddresses,
    write: (articleId: ArticleId, snapshotId: SnapshotId, { details, addresses }: ReadArticle): void => {
      if (details !== null) insertDetails.run(snapshotId, JSON.stringify(details))
      addAddresses(articleId, addresses)
    },
  }
}
