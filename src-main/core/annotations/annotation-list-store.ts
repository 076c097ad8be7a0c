import { z } from 'zod'
import type { HighlightSort } from '@shared/contract/annotations'
import type { Annotation, Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, type ArticleId, type SnapshotId, type TopicId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { createTagsUnder } from '../database/tag-spelling'
import { ANNOTATION_COLUMNS, ANNOTATIONS, AnnotationRow, AnnotationTagRow, toAnnotation } from './annotation-row'

/** Which highlights of the library to show; null asks nothing. */
export interface HighlightQuery {
  readonly colour: HighlightColour | null
  readonly tag: Tag | null
  readonly topicId: TopicId | null
  readonly withNote: boolean | null
  readonly orphaned: boolean | null
  /** Those made at this moment or later. */
  readonly since: EpochMs | null
  readonly sort: HighlightSort
  readonly offset: number
  readonly limit: number
}

export type TitledHighlight = Highlight & { articleTitle: string }

const Ids = z.array(AnnotationId)
const Rows = z.array(AnnotationRow)
const Titles = z.array(z.object({ id: AnnotationId, title: z.string() }))

/** Reads annotations. What was removed is not there; what belongs to an article in Trash is, but not in `listAll`. */
export function createAnnotationListStore(db: Database) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const tagsUnder = createTagsUnder(db)
  const ofArticle = db.prepare(`
    SELECT ${ANNOTATION_COLUMNS} FROM ${ANNOTATIONS} WHERE n.article_id = ? AND n.removed_at IS NULL
    ORDER BY n.kind = 'highlight', place <> 'placed', t.start_offset, t.end_offset, n.created_at, n.id`)
  const tagsOfArticle = db.prepare(`
    SELECT t.annotation_id AS annotationId, t.tag FROM annotations n JOIN annotation_tags t ON t.annotation_id = n.id
    WHERE n.article_id = ? ORDER BY t.tag`)
  const byId = db.prepare(`
    SELECT ${ANNOTATION_COLUMNS} FROM json_each(?) wanted JOIN annotations n ON n.id = wanted.value
      JOIN articles a ON a.id = n.article_id LEFT JOIN annotation_targets t ON t.id = n.target_id
    WHERE n.removed_at IS NULL ORDER BY wanted.key`)
  const tagsById = db.prepare(`
    SELECT annotation_id AS annotationId, tag FROM annotation_tags
    WHERE annotation_id IN (SELECT value FROM json_each(?)) ORDER BY tag`)
  const titlesById = db.prepare(`
    SELECT n.id, a.title FROM annotations n JOIN articles a ON a.id = n.article_id
    WHERE n.id IN (SELECT value FROM json_each(?))`)
  const highlightIds = (order: string) =>
    values(`
    SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article_id JOIN annotation_targets t ON t.id = n.target_id
    WHERE n.kind = 'highlight' AND n.removed_at IS NULL AND a.trashed_at IS NULL
      AND (@colour IS NULL OR n.colour = @colour)
      AND (@withNote IS NULL OR (n.body IS NOT NULL) = @withNote)
      AND (@orphaned IS NULL OR (t.snapshot_id <> a.snapshot_id) = @orphaned)
      AND (@since IS NULL OR n.created_at >= @since)
      AND (@tags IS NULL OR n.id IN (
        SELECT annotation_id FROM annotation_tags WHERE tag IN (SELECT value FROM json_each(@tags))))
      AND (@topicId IS NULL OR n.article_id IN (
        WITH RECURSIVE reach (id) AS (
          SELECT id FROM topics WHERE id = @topicId AND removed_at IS NULL
          UNION
          SELECT c.id FROM reach r JOIN topics c ON c.parent_id = r.id WHERE c.removed_at IS NULL)
        SELECT article_id FROM topic_articles WHERE topic_id IN (SELECT id FROM reach)))
    ORDER BY ${order}`)
  const sorted = {
    article: highlightIds(
      'a.added_at DESC, a.id, t.snapshot_id <> a.snapshot_id, t.start_offset, t.end_offset, n.created_at, n.id',
    ),
    newest: highlightIds('n.created_at DESC, n.id'),
  }
  const inSnapshot = db.prepare(`
    SELECT ${ANNOTATION_COLUMNS.replace(/CASE.* AS place/u, "'placed' AS place")}
    FROM annotation_targets t JOIN annotations n ON n.id = t.annotation_id
    WHERE t.snapshot_id = @snapshotId AND n.removed_at IS NULL AND t.id = (
      SELECT max(l.id) FROM annotation_targets l WHERE l.annotation_id = n.id AND l.snapshot_id = @snapshotId)
    ORDER BY t.start_offset, t.end_offset, n.created_at, n.id`)
  const tagsInSnapshot = db.prepare(`
    SELECT annotation_id AS annotationId, tag FROM annotation_tags
    WHERE annotation_id IN (SELECT annotation_id FROM annotation_targets WHERE snapshot_id = ?) ORDER BY tag`)
  const live = values(`
    SELECT count(*) FROM annotations n JOIN articles a ON a.id = n.article_id
    WHERE n.removed_at IS NULL AND a.trashed_at IS NULL AND (n.kind = 'highlight' OR n.body IS NOT NULL)`)

  const withTags = (rows: unknown[], tagRows: unknown[]): Annotation[] => {
    const tags = new Map<AnnotationId, Tag[]>()
    for (const { annotationId, tag } of z.array(AnnotationTagRow).parse(tagRows)) {
      const known = tags.get(annotationId)
      if (known === undefined) tags.set(annotationId, [tag])
      else known.push(tag)
    }
    return Rows.parse(rows).map((row) => toAnnotation(row, tags.get(row.id) ?? []))
  }

  const many = (ids: readonly AnnotationId[]): Annotation[] => {
    const json = JSON.stringify(ids)
    return withTags(byId.all(json), tagsById.all(json))
  }

  return {
    /** The article's note, then its highlights in reading order. */
    list: (articleId: ArticleId): Annotation[] => withTags(ofArticle.all(articleId), tagsOfArticle.all(articleId)),
    /** The highlights that stood in a snapshot, where they stood in it. */
    listIn: (snapshotId: SnapshotId): Highlight[] =>
      withTags(inSnapshot.all({ snapshotId }), tagsInSnapshot.all(snapshotId)).filter(
        (one) => one.kind === 'highlight',
      ),
    /** Those of these annotations that exist, in the order of the ids. */
    many,
    get: (id: AnnotationId): Annotation | undefined => many([id])[0],
    /** One page of all highlights, as they are sorted. */
    listAll: ({
      colour,
      tag,
      topicId,
      withNote,
      orphaned,
      since,
      sort,
      offset,
      limit,
    }: HighlightQuery): { total: number; highlights: TitledHighlight[] } => {
      // Only the page is parsed as ids: there may be very many, and the check is not free.
      const ids = z.array(z.string()).parse(
        sorted[sort].all({
          colour,
          tags: tag === null ? null : JSON.stringify(tagsUnder(tag)),
          topicId,
          since,
          withNote: withNote === null ? null : Number(withNote),
          orphaned: orphaned === null ? null : Number(orphaned),
        }),
      )
      const page = Ids.parse(ids.slice(offset, offset + limit))
      const titles = new Map(Titles.parse(titlesById.all(JSON.stringify(page))).map(({ id, title }) => [id, title]))
      const highlights = many(page).flatMap((one) =>
        one.kind === 'highlight' ? [{ ...one, articleTitle: titles.get(one.id) ?? '' }] : [],
      )
      return { total: ids.length, highlights }
    },
    /** How many highlights and written notes the library shows. */
    count: (): number => z.int().parse(live.get()),
  }
}
