import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { fold } from '@shared/text/fold'
import { valuesOf, type Operator } from '@shared/text/search-query/operators'

/** A value that a filter can have, and how many articles or annotations have it. */
export interface Completion {
  readonly value: string
  readonly count: number
}

export type CompleteStore = ReturnType<typeof createCompleteStore>

const Rows = z.array(z.object({ value: z.string().nullable(), count: z.int() }))

const VALUES: Partial<Record<Operator, string>> = {
  tag: `SELECT tag AS value, count(*) AS count FROM (
      SELECT t.tag FROM article_tags t JOIN articles a ON a.id = t.article_id WHERE a.trashed_at IS NULL
      UNION ALL SELECT t.tag FROM annotation_tags t JOIN annotations n ON n.id = t.annotation_id WHERE n.removed_at IS NULL
      UNION ALL SELECT t.tag FROM note_tags t JOIN notes n ON n.id = t.note_id WHERE n.removed_at IS NULL)
    GROUP BY tag`,
  topic: `SELECT t.title AS value, count(p.article_id) AS count FROM topics t LEFT JOIN topic_articles p ON p.topic_id = t.id
    WHERE t.removed_at IS NULL GROUP BY t.title`,
  author: 'SELECT byline AS value, count(*) AS count FROM articles WHERE trashed_at IS NULL GROUP BY byline',
  lang: 'SELECT language AS value, count(*) AS count FROM articles WHERE trashed_at IS NULL GROUP BY language',
  site: `SELECT lower(CASE WHEN instr(rest, '/') > 0 THEN substr(rest, 1, instr(rest, '/') - 1) ELSE rest END) AS value, count(*) AS count
    FROM (SELECT CASE WHEN substr(full, 1, 4) = 'www.' THEN substr(full, 5) ELSE full END AS rest
      FROM (SELECT substr(source_url, instr(source_url, '://') + 3) AS full FROM articles
        WHERE trashed_at IS NULL AND source_url LIKE 'http%://%'))
    GROUP BY 1`,
}

/** Makes the function that completes a filter's value from what the library has. */
export function createCompleteStore(db: Database) {
  return (operator: Operator, typed: string, limit: number): Completion[] => {
    const sql = VALUES[operator]
    const fixed = valuesOf(operator)
    const all: Completion[] =
      sql === undefined
        ? (fixed ?? []).map((value) => ({ value, count: 0 }))
        : Rows.parse(db.prepare(sql).all()).flatMap(({ value, count }) => (value ? { value, count } : []))
    const wanted = fold(typed.replace(/^#/u, ''))
    const place = ({ value }: Completion): number => {
      const folded = fold(value)
      if (folded.startsWith(wanted)) return 0
      return folded.split(/[\s/.-]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2
    }
    return all
      .map((each) => ({ each, place: place(each) }))
      .filter((each) => each.place < 2)
      .sort((a, b) => a.place - b.place || b.each.count - a.each.count)
      .slice(0, limit)
      .map(({ each }) => each)
  }
}
