import { z } from 'zod'
import { Highlight, MoveMethod, type Annotation, type ArticleNote } from '@shared/domain/annotation'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import { Tag } from '@shared/domain/tag'
import { EpochMs } from '@shared/domain/time'
import { plainNote } from '@shared/text/note-text'
import { StoredBody } from '../database/note-bodies'
import { StoredPicture } from './target-store'

/** Annotations with the place in force and their article. */
export const ANNOTATIONS = `annotations n JOIN articles a ON a.id = n.article_id LEFT JOIN annotation_targets t ON t.id = n.target_id`

/** Columns of `ANNOTATIONS` in the spelling of `AnnotationRow`. */
export const ANNOTATION_COLUMNS = `
  n.id, n.kind, n.article_id AS articleId, t.snapshot_id AS snapshotId, t.start_offset AS start, t.end_offset AS "end",
  t.exact, t.prefix, t.suffix, t.picture, t.method, t.score, t.previous_exact AS previousExact,
  CASE a.snapshot_id WHEN t.snapshot_id THEN 'placed' WHEN n.kept_in THEN 'kept' ELSE 'orphan' END AS place,
  n.colour, n.body, n.body_text AS bodyText, n.revision, n.created_at AS createdAt, n.updated_at AS updatedAt`

const shared = {
  id: AnnotationId,
  articleId: ArticleId,
  body: z.string().nullable(),
  bodyText: z.string(),
  revision: z.int(),
  createdAt: EpochMs,
  updatedAt: EpochMs,
}

/** A row of `annotations`. */
export const AnnotationRow = z.discriminatedUnion('kind', [
  z.object({
    ...shared,
    kind: z.literal('highlight'),
    snapshotId: SnapshotId,
    start: z.int(),
    end: z.int(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    picture: StoredPicture,
    method: z.enum([...MoveMethod.options, 'made', 'attached']),
    score: z.number(),
    previousExact: z.string().nullable(),
    place: Highlight.shape.place,
    colour: HighlightColour,
  }),
  z.object({ ...shared, kind: z.literal('article-note') }),
])
export type AnnotationRow = z.infer<typeof AnnotationRow>

export const AnnotationTagRow = z.object({ annotationId: AnnotationId, tag: Tag })

/** Makes the contract's annotation of a row and its tags. */
export function toAnnotation(row: AnnotationRow, tags: Tag[]): Annotation {
  const { body: stored, bodyText, ...common } = row
  const body = readableBody(stored, bodyText)
  if (common.kind === 'article-note') return { ...common, body, tags } satisfies ArticleNote
  const { snapshotId, start, end, exact, prefix, suffix, picture, method, score, previousExact, ...rest } = common
  const byHand = method === 'made' || method === 'attached'
  return {
    ...rest,
    body,
    tags,
    move: byHand ? null : { method, score, previousExact },
    target: {
      snapshotId,
      position: { start, end },
      quote: { exact, prefix, suffix },
      ...(picture === null ? {} : { picture }),
    },
  } satisfies Highlight
}

/** A damaged body costs its formatting, never its words, and never the other notes of its article. */
function readableBody(stored: string | null, text: string): NoteDocument | null {
  if (stored === null) return null
  try {
    return StoredBody.parse(stored)
  } catch {
    return plainNote(text)
  }
}
