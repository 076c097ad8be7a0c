import { z } from 'zod'
import type { TagInUse } from '@shared/contract/tags'
import { HighlightColour } from '@shared/domain/colour'
import type { Tag } from '@shared/domain/tag'
import type { Database } from '../database/database'

const Carriers = z.array(z.object({ tag: z.string(), id: z.string(), articleId: z.string().nullable() }))
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
  const onArticles = db.prepare(`
    SELECT t.tag, t.article_id AS id, t.article_id AS articleId
    FROM article_tags t JOIN articles a ON a.id = t.article_id WHERE a.trashed_at IS NULL`)
  // CROSS JOIN keeps SQLite to the order that is written: from the few to the many.
  const onAnnotations = db.prepare(`
    SELECT t.tag, n.id, n.article_id AS articleId FROM annotation_tags t
      CROSS JOIN annotations n ON n.id = t.annotation_id CROSS JOIN articles a ON a.id = n.article_id
    WHERE n.removed_at IS NULL AND a.trashed_at IS NULL`)
  const onNotes = db.prepare(`
    SELECT t.tag, n.id, NULL AS articleId FROM note_tags t JOIN notes n ON n.id = t.note_id WHERE n.removed_at IS NULL`)
  const colours = db.prepare('SELECT tag, colour FROM tag_colours').raw()

  return () => {
    // Tags that differ only in case are one, as they are in lists.
    const families = new Map<string, Family>()
    const count = (rows: unknown[], kind: 'articles' | 'annotations' | 'notes') => {
      for (const { tag, id, articleId } of Carriers.parse(rows)) {
        for (let at: string = tag; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
          const key = at.toLowerCase()
          const family = families.get(key) ?? newFamily(at)
          families.set(key, family)
          family[kind].add(id)
          if (articleId !== null) family.articles.add(articleId)
        }
      }
    }
    count(onArticles.all(), 'articles')
    count(onAnnotations.all(), 'annotations')
    count(onNotes.all(), 'notes')
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
