import { z } from 'zod'
import type { ArticleSort, ArticleView } from '@shared/contract/articles'
import { ArticleId } from '@shared/domain/ids'
import { fold } from '@shared/text/fold'
import type { Database } from '../database/database'
import { createTagsUnder } from '../database/tag-spelling'

/** A list as the contract asks for it, without its paging. */
export interface ArticleQuery {
  readonly view: ArticleView
  readonly sort: ArticleSort
  readonly filter: string
}

/** Ties go to the newer article, then to the id, so that pages never overlap. */
const ORDER: Record<Exclude<ArticleSort, 'title'>, string> = {
  manual: 'p.position, p.added_at, a.id',
  added: 'a.added_at DESC, a.id',
  opened: 'a.opened_at DESC NULLS LAST, a.added_at DESC, a.id',
  published: 'a.published_at DESC NULLS LAST, a.added_at DESC, a.id',
  length: 'a.word_count, a.added_at DESC, a.id',
}

const IN_VIEW: Record<ArticleView['kind'], string> = {
  all: 'a.trashed_at IS NULL',
  status: 'a.trashed_at IS NULL AND a.status = @status',
  favourites: 'a.trashed_at IS NULL AND a.favourite = 1',
  // A highlight's tag counts for its article: the sidebar counts both, and a tag never leads to an empty list.
  tag: `a.trashed_at IS NULL AND (
    a.id IN (SELECT article_id FROM article_tags WHERE tag IN (SELECT value FROM json_each(@tags)))
    OR a.id IN (
      SELECT n.article_id FROM annotation_tags t JOIN annotations n ON n.id = t.annotation_id
      WHERE t.tag IN (SELECT value FROM json_each(@tags)) AND n.removed_at IS NULL))`,
  topic: 'a.trashed_at IS NULL AND p.topic_id = @topicId',
  trash: 'a.trashed_at IS NOT NULL',
}

const WORDS = `NOT EXISTS (
  SELECT 1 FROM json_each(@words)
  WHERE instr(fold(a.title || char(10) || coalesce(a.byline, '') || char(10) || coalesce(a.site_name, '')), value) = 0)`

// Only the ids of the page that is asked for are parsed as ids: lists are long, and the check is not free.
const Rows = z.array(z.object({ id: z.string(), title: z.string() }))
const Ids = z.array(ArticleId)
const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base', ignorePunctuation: true })

/** Makes the function that answers which articles stand from one place to another in a list, and how many it has. */
export function createArticleListStore(
  db: Database,
): (query: ArticleQuery, from: number, to: number) => { total: number; ids: ArticleId[] } {
  db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : ''))
  const tagsUnder = createTagsUnder(db)

  return ({ view, sort, filter }, from, to) => {
    const words = filter
      .split(/\s+/u)
      .map(fold)
      .filter((word) => word !== '')
    const where = words.length === 0 ? IN_VIEW[view.kind] : `${IN_VIEW[view.kind]} AND ${WORDS}`
    const isTopic = view.kind === 'topic'
    const source = isTopic ? 'topic_articles p JOIN articles a ON a.id = p.article_id' : 'articles a'
    const order = ORDER[sort === 'title' || (sort === 'manual' && !isTopic) ? 'added' : sort]
    const found = db.prepare(`SELECT a.id, a.title FROM ${source} WHERE ${where} ORDER BY ${order}`).all({
      status: view.kind === 'status' ? view.status : null,
      tags: view.kind === 'tag' ? JSON.stringify(tagsUnder(view.tag)) : null,
      topicId: isTopic ? view.topicId : null,
      words: JSON.stringify(words),
    })
    const rows = Rows.parse(found)
    if (sort === 'title') rows.sort((a, b) => byTitle.compare(a.title, b.title))
    return { total: rows.length, ids: Ids.parse(rows.slice(from, to).map(({ id }) => id)) }
  }
}
