import { z } from 'zod'
import type { TagInUse } from '@shared/contract/tags'
import { HighlightColour } from '@shared/domain/colour'
import type { Tag } from '@shared/domain/tag'
import type { Database } from '../database/database'
import { splitIds } from '../text/split-ids'

/** A tag with the ids of what carries it, one after the other; of annotations each with its article's. */
const Carriers = z.array(z.tuple([z.string(), z.string()]))
const Colours = z.array(z.tuple([z.string(), HighlightColour]))

/** What carries one tag, by id, so that what carries two tags of a family counts once for their parent. */
interface Family {
  readonly tag: Tag
  readonly articles: Set<string>
  readonly annotations: Set<string>
  readonly notes: Set<string>
}

/** Makes the function that lists the tags in use and those that they are nested in, by name. */
export function createTagList(db: Database): () => TagInUse[] {
  // One row per tag: a row per thing that carries it costs more to hand over than to read. Few things lie in Trash.
  const onArticles = db.prepare(`
    SELECT tag, group_concat(article_id, '') FROM article_tags
    WHERE article_id NOT IN (SELECT id FROM articles WHERE trashed_at IS NOT NULL) GROUP BY tag`)
  // CROSS JOIN keeps SQLite to the order that is written: from the few to the many.
  const onAnnotations = db.prepare(`
    SELECT t.tag, group_concat(n.id || n.article_id, '')
    FROM annotation_tags t CROSS JOIN annotations n ON n.id = t.annotation_id
    WHERE n.removed_at IS NULL AND n.article_id NOT IN (SELECT id FROM articles WHERE trashed_at IS NOT NULL)
    GROUP BY t.tag`)
  const onNotes = db.prepare(`
    SELECT t.tag, group_concat(n.id, '') FROM note_tags t JOIN notes n ON n.id = t.note_id
    WHERE n.removed_at IS NULL GROUP BY t.tag`)
  const colours = db.prepare('SELECT tag, colour FROM tag_colours').raw()
  for (const statement of [onArticles, onAnnotations, onNotes]) statement.raw()

  return () => {
    // Tags that differ only in case are one, as they are in lists.
    const families = new Map<string, Family>()
    const each = (rows: unknown[], count: (family: Family, ids: string[]) => void) => {
      for (const [tag, ids] of Carriers.parse(rows)) {
        const split = splitIds(ids)
        for (let at: string = tag; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
          const key = at.toLowerCase()
          const family = families.get(key) ?? newFamily(at)
          families.set(key, family)
          count(family, split)
        }
      }
    }
    each(onArticles.all(), ({ articles }, ids) => ids.forEach((id) => articles.add(id)))
    each(onAnnotations.all(), ({ annotations, articles }, ids) =>
      ids.forEach((id, at) => (at % 2 === 0 ? annotations : articles).add(id)),
    )
    each(onNotes.all(), ({ notes }, ids) => ids.forEach((id) => notes.add(id)))
    const chosen = new Map(Colours.parse(colours.all()))
    return [...families.values()]
      .map(({ tag, articles, annotations, notes }) => ({
        tag,
        colour: chosen.get(tag) ?? null,
        articles: articles.size,
        annotations: annotations.size,
        notes: notes.size,
      }))
      .sort((a, b) => byName.compare(a.tag, b.tag) || (a.tag < b.tag ? -1 : 1))
  }
}

function newFamily(tag: Tag): Family {
  return { tag, articles: new Set(), annotations: new Set(), notes: new Set() }
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
