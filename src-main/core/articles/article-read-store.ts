import { z } from 'zod'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import type { Database } from '../database/database'
import { ArticleRow, CountRow, groupByArticle, MarkRow, TagRow, toArticle } from './article-row'

const COLUMNS = `
  a.id, a.snapshot_id AS snapshotId, a.title, a.byline, a.site_name AS siteName, a.source_url AS sourceUrl,
  a.published_at AS publishedAt, a.language, a.direction, a.excerpt, a.lead_image AS leadImage, a.format, a.status, a.favourite,
  a.word_count AS wordCount, a.progress_offset AS progressOffset, a.progress_fraction AS progressFraction,
  a.added_at AS addedAt, a.opened_at AS openedAt, a.trashed_at AS trashedAt`

/** Makes the function that reads the articles with these ids that exist, in the order of the ids. */
export function createArticleReading(db: Database): (wanted: readonly ArticleId[]) => Article[] {
  const rows = db.prepare(
    `SELECT ${COLUMNS} FROM json_each(?) wanted JOIN articles a ON a.id = wanted.value ORDER BY wanted.key`,
  )
  const tagRows = db.prepare(
    'SELECT article_id AS articleId, tag FROM article_tags WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY tag',
  )
  const markRows = db.prepare(`
    SELECT n.article_id AS articleId, t.start_offset AS start, n.colour, s.text_length AS textLength
    FROM annotations n JOIN articles a ON a.id = n.article_id
      JOIN annotation_targets t ON t.id = n.target_id AND t.snapshot_id = a.snapshot_id
      JOIN snapshots s ON s.id = a.snapshot_id
    WHERE n.article_id IN (SELECT value FROM json_each(?)) AND n.kind = 'highlight' AND n.removed_at IS NULL
    ORDER BY t.start_offset, t.end_offset, n.id`)
  const countRows = db.prepare(`
    SELECT article_id AS articleId, count(*) AS count FROM annotations
    WHERE article_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL AND (kind = 'highlight' OR body IS NOT NULL)
    GROUP BY article_id`)

  return (wanted) => {
    const json = JSON.stringify(wanted)
    const belongings = {
      tags: groupByArticle(z.array(TagRow).parse(tagRows.all(json)), ({ tag }) => tag),
      marks: groupByArticle(z.array(MarkRow).parse(markRows.all(json)), ({ start, textLength, colour }) => ({
        at: Math.min(1, start / Math.max(1, textLength)),
        colour,
      })),
      counts: new Map(
        z
          .array(CountRow)
          .parse(countRows.all(json))
          .map(({ articleId, count }) => [articleId, count]),
      ),
    }
    return z
      .array(ArticleRow)
      .parse(rows.all(json))
      .map((row) => toArticle(row, belongings))
  }
}
