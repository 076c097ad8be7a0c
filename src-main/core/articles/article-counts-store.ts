import { z } from 'zod'
import { Counts } from '@shared/contract/articles'
import type { Database } from '../database/database'

const Totals = Counts.omit({ highlights: true })

/** Counts what the sidebar shows. What is in Trash counts only as Trash. */
export function createArticleCounts(db: Database): () => Counts {
  const values = (sql: string) => db.prepare(sql).pluck()
  // CROSS JOIN keeps SQLite to the order that is written: from the few to the many.
  const totals = db.prepare(`
    SELECT
      count(*) FILTER (WHERE trashed_at IS NULL AND status = 'inbox') AS inbox,
      count(*) FILTER (WHERE trashed_at IS NULL AND status = 'reading') AS reading,
      count(*) FILTER (WHERE trashed_at IS NULL AND status = 'archive') AS archive,
      count(*) FILTER (WHERE trashed_at IS NULL AND favourite = 1) AS favourites,
      count(*) FILTER (WHERE trashed_at IS NOT NULL) AS trash
    FROM articles`)
  // All of them, which an index counts, without the few in Trash.
  const highlights = values(`
    SELECT (SELECT count(*) FROM annotations WHERE kind = 'highlight' AND removed_at IS NULL) - (
      SELECT count(*) FROM articles a CROSS JOIN annotations n ON n.article_id = a.id
      WHERE a.trashed_at IS NOT NULL AND n.kind = 'highlight' AND n.removed_at IS NULL)`)
  return () => ({
    ...Totals.parse(totals.get()),
    highlights: z.int().parse(highlights.get()),
  })
}
