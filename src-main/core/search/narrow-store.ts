import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { FINISHED_FRACTION } from '@shared/domain/limits'
import { fold } from '@shared/text/fold'
import { momentOf } from '@shared/text/search-query/dates'
import { COLOUR_VALUES, normalValue } from '@shared/text/search-query/operators'
import type { FilterPart } from '@shared/text/search-query/parse-search'
import { languageNames } from './language-names'
import { ROW_KINDS, type RowKind } from './row-ids'
import { isFromSite } from './site'

/** What filters leave of the library: kinds of row, and conditions in SQL with their parameters. */
export interface Narrowing {
  readonly kinds: ReadonlySet<RowKind>
  /** On an article `a`. */
  readonly articles: string
  /** On a row `r` with its annotation `n` and its article `a`, each of which may be missing. */
  readonly rows: string
  readonly params: Readonly<Record<string, string | number>>
  /** Whether anything is left out. */
  readonly narrows: boolean
}

/** What the values of filters mean at the moment. */
export interface Meanings {
  readonly now: number
  /** What a person calls each highlight colour. */
  readonly colourNames: Readonly<Record<string, string>>
}

/** A filter as SQL: on an article, and on a row. */
interface Condition {
  readonly articles: string
  readonly rows: string
  readonly value: string | number
}

const ofArticle = (condition: string, value: string | number): Condition => ({
  articles: condition,
  rows: condition,
  value,
})
const LIST = '(SELECT value FROM json_each(@))'
const IS: Readonly<Record<string, string>> = {
  unread: 'a.opened_at IS NULL',
  read: 'a.opened_at IS NOT NULL',
  inbox: "a.status = 'inbox'",
  reading: "a.status = 'reading'",
  archived: "a.status = 'archive'",
  favourite: 'a.favourite = 1',
  finished: `(a.status = 'archive' OR a.progress_fraction >= ${FINISHED_FRACTION})`,
}
const HAS: Readonly<Record<string, string>> = {
  highlights: "EXISTS (SELECT 1 FROM annotations h WHERE h.article_id = a.id AND h.kind = 'highlight' AND h.removed_at IS NULL)",
  notes: "EXISTS (SELECT 1 FROM annotations h WHERE h.article_id = a.id AND h.body_text <> '' AND h.removed_at IS NULL)",
} // prettier-ignore
const KINDS: Readonly<Record<string, readonly RowKind[]>> = {
  articles: ['passage'],
  highlights: ['highlight'],
  notes: ['note', 'own-note'],
  answers: ['answer'],
}
/** Of these operators one value is enough; of the others every one counts. */
const EITHER = new Set(['site', 'lang', 'colour', 'in'])

export type NarrowStore = ReturnType<typeof createNarrowStore>

/** Turns the filters of a search into conditions. A filter without a value, or with one that says nothing, does not count. */
export function createNarrowStore(db: Database) {
  db.function('search_from_site', { deterministic: true }, (url, name, value) =>
    Number(isFromSite(String(url ?? ''), String(name ?? ''), String(value))),
  )
  db.function('search_holds', { deterministic: true }, (text, value) =>
    Number(fold(String(text ?? '')).includes(String(value))),
  )
  const tags = db.prepare('SELECT tag FROM article_tags UNION SELECT tag FROM annotation_tags UNION SELECT tag FROM note_tags').pluck() // prettier-ignore
  const topics = db.prepare('SELECT id, parent_id AS parentId, title FROM topics WHERE removed_at IS NULL')
  const languages = db.prepare('SELECT DISTINCT language FROM articles WHERE language IS NOT NULL').pluck()

  const matchingTags = (value: string, open: boolean): string[] => {
    const wanted = fold(value)
    const known = z.array(z.string()).parse(tags.all())
    const exact = known.filter((tag) => fold(tag) === wanted || fold(tag).startsWith(`${wanted}/`))
    return exact.length > 0 || !open ? exact : known.filter((tag) => fold(tag).startsWith(wanted))
  }
  const matchingTopics = (value: string): string[] => {
    const wanted = fold(value)
    const known = z.array(z.object({ id: z.string(), parentId: z.string().nullable(), title: z.string() })).parse(topics.all()) // prettier-ignore
    const exact = known.filter(({ title }) => fold(title) === wanted)
    const found = new Set((exact.length > 0 ? exact : known.filter(({ title }) => fold(title).includes(wanted))).map(({ id }) => id)) // prettier-ignore
    // Topics nested in it belong to it; each round goes one level down.
    for (let size = -1; size !== found.size;) {
      size = found.size
      for (const { id, parentId } of known) if (parentId !== null && found.has(parentId)) found.add(id)
    }
    return [...found]
  }
  const matchingLanguages = (value: string): string[] =>
    z
      .array(z.string())
      .parse(languages.all())
      .filter((tag) => languageNames(tag).includes(fold(value)))

  const conditionOf = (filter: FilterPart, { now, colourNames }: Meanings): Condition | null => {
    const value = normalValue(filter.operator, filter.value)
    if (value === '') return null
    switch (filter.operator) {
      case 'tag': {
        const onArticle = `a.id IN (SELECT article_id FROM article_tags WHERE tag IN ${LIST})`
        const onAnnotations = `a.id IN (SELECT h.article_id FROM annotation_tags t JOIN annotations h ON h.id = t.annotation_id
          WHERE t.tag IN ${LIST} AND h.removed_at IS NULL)`
        return {
          articles: `(${onArticle} OR ${onAnnotations})`,
          rows: `(coalesce(${onArticle}, 0) OR coalesce(r.annotation_id IN (SELECT annotation_id FROM annotation_tags WHERE tag IN ${LIST}), 0)
            OR coalesce(r.note_id IN (SELECT note_id FROM note_tags WHERE tag IN ${LIST}), 0))`,
          value: JSON.stringify(matchingTags(value, filter.open)),
        }
      }
      case 'topic': {
        const onArticle = `a.id IN (SELECT article_id FROM topic_articles WHERE topic_id IN ${LIST})`
        return {
          articles: onArticle,
          rows: `(coalesce(${onArticle}, 0) OR coalesce(r.topic_id IN ${LIST}, 0)
            OR coalesce(r.note_id IN (SELECT id FROM notes WHERE topic_id IN ${LIST}), 0))`,
          value: JSON.stringify(matchingTopics(value)),
        }
      }
      case 'site':
        return ofArticle('search_from_site(a.source_url, a.site_name, @)', value.toLowerCase())
      case 'author':
        return ofArticle('search_holds(a.byline, @)', fold(value))
      case 'lang':
        return ofArticle(`a.language IN ${LIST}`, JSON.stringify(matchingLanguages(value)))
      case 'before':
      case 'after': {
        const moment = momentOf(value, now)
        const sign = filter.operator === 'before' ? '<' : '>='
        return moment === null
          ? null
          : {
              articles: `a.added_at ${sign} @`,
              rows: `coalesce(r.written_at, n.updated_at, a.added_at) ${sign} @`,
              value: moment,
            }
      }
      case 'colour': {
        const colours = COLOUR_VALUES.filter(
          (colour) => colour === value.toLowerCase() || fold(colourNames[colour] ?? '') === fold(value),
        )
        return { articles: '0', rows: `n.colour IN ${LIST}`, value: JSON.stringify(colours) }
      }
      case 'in': {
        const kinds = KINDS[value]
        if (kinds === undefined) return null
        return {
          articles: kinds.includes('passage') ? '1' : '0',
          rows: `r.kind IN ${LIST}`,
          value: JSON.stringify(kinds),
        }
      }
      case 'is':
        return Object.hasOwn(IS, value) ? ofArticle(IS[value] ?? '1', '') : null
      case 'has':
        return Object.hasOwn(HAS, value) ? ofArticle(HAS[value] ?? '1', '') : null
    }
  }

  return (filters: readonly FilterPart[], meanings: Meanings): Narrowing => {
    const params: Record<string, string | number> = {}
    const groups = new Map<string, Condition[]>()
    filters.forEach((filter, at) => {
      const condition = conditionOf(filter, meanings)
      if (condition === null) return
      const name = `filter${at}`
      params[name] = condition.value
      const named = (sql: string) => `${filter.negated ? 'NOT ' : ''}coalesce(${sql.replaceAll('@', `@${name}`)}, 0)`
      const key = EITHER.has(filter.operator) && !filter.negated ? filter.operator : name
      const bound = { ...condition, articles: named(condition.articles), rows: named(condition.rows) }
      groups.set(key, [...(groups.get(key) ?? []), bound])
    })
    const all = [...groups.values()]
    const joined = (side: 'articles' | 'rows') =>
      all.map((group) => `(${group.map((condition) => condition[side]).join(' OR ')})`).join(' AND ') || '1'
    return {
      kinds: kindsOf(filters),
      articles: joined('articles'),
      rows: joined('rows'),
      params,
      narrows: all.length > 0,
    }
  }
}

/** Which kinds can be found at all: the others need not be looked at. */
function kindsOf(filters: readonly FilterPart[]): Set<RowKind> {
  const wanted = filters.filter(({ operator, negated }) => operator === 'in' && !negated)
  const named = wanted.flatMap(({ value }) => KINDS[normalValue('in', value)] ?? [])
  return new Set(named.length === 0 ? ROW_KINDS : named)
}
