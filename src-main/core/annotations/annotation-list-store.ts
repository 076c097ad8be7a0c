import { z } from 'zod'
import type { Annotation, Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, type ArticleId, type SnapshotId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { Database } from '../database/database'
import { createTagSpelling } from '../database/tag-spelling'
import { ANNOTATION_COLUMNS, ANNOTATIONS, AnnotationRow, AnnotationTagRow, toAnnotation } from './annotation-row'

/** Which highlights of the library to show; null asks nothing. */
export interface HighlightQuery {
  readonly colour: HighlightColour | null
  readonly tag: Tag | null
  readonly withNote: boolean | null
  readonly orphaned: boolean | null
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
  const spell = createTagSpelling(db)
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
  const highlightIds = values(`
    SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article_id JOIN annotation_targets t ON t.id = n.target_id
    WHERE n.kind = 'highlight' AND n.removed_at IS NULL AND a.trashed_at IS NULL
      AND (@colour IS NULL OR n.colour = @colour)
      AND (@withNote IS NULL OR (n.body IS NOT NULL) = @withNote)
      AND (@orphaned IS NULL OR (t.snapshot_id <> a.snapshot_id) = @orphaned)
      AND (@tag IS NULL OR EXISTS (SELECT 1 FROM annotation_tags t WHERE t.annotation_id = n.id AND t.tag = @tag))
    ORDER BY a.added_at DESC, a.id, t.snapshot_id <> a.snapshot_id, t.start_offset, t.end_offset, n.created_at, n.id`)
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
    /** One page of all highlights, by article, newest article first. */
    listAll: ({
      colour,
      tag,
      withNote,
      orphaned,
      offset,
      limit,
    }: HighlightQuery): { total: number; highlights: TitledHighlight[] } => {
      // Only the page is parsed as ids: there may be very many, and the check is not free.
      const ids = z.array(z.string()).parse(
        highlightIds.all({
          colour,
          tag: tag === null ? null : (spell([tag])[0] ?? tag),
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
