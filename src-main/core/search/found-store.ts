import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, ArticleId, ConversationId, NoteId, QuestionId, SnapshotId, TopicId } from '@shared/domain/ids'
import { ROW_KINDS } from './row-ids'

const FoundRow = z.object({
  kind: z.enum(ROW_KINDS),
  articleId: ArticleId.nullable(),
  articleTitle: z.string().nullable(),
  snapshotId: SnapshotId.nullable(),
  annotationId: AnnotationId.nullable(),
  noteId: NoteId.nullable(),
  questionId: QuestionId.nullable(),
  conversationId: ConversationId.nullable(),
  topicId: TopicId.nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  breaks: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(z.int())),
  text: z.string().nullable(),
  quote: z.string().nullable(),
  noteText: z.string().nullable(),
  colour: HighlightColour.nullable(),
  ownTitle: z.string().nullable(),
  ownText: z.string().nullable(),
})

/** What a result shows of a row. */
export type Found = z.infer<typeof FoundRow>

/** Makes the function that reads a row with the text it comes from. */
export function createFoundStore(db: Database): (row: number) => Found | undefined {
  const found = db.prepare(
    `SELECT r.kind, r.article_id AS articleId, a.title AS articleTitle, r.snapshot_id AS snapshotId,
       r.annotation_id AS annotationId, r.note_id AS noteId, r.question_id AS questionId, r.conversation_id AS conversationId,
       r.topic_id AS topicId, r.start_offset AS start, r.end_offset AS "end", r.breaks, r.title AS ownTitle, r.text AS ownText,
       CASE r.kind WHEN 'passage' THEN s.text END AS text, t.exact AS quote, n.body_text AS noteText, n.colour
     FROM search_rows r LEFT JOIN articles a ON a.id = r.article_id
     LEFT JOIN snapshots s ON s.id = r.snapshot_id LEFT JOIN annotations n ON n.id = r.annotation_id
     LEFT JOIN annotation_targets t ON t.id = n.target_id
     WHERE r.id = ?`,
  )
  return (row) => {
    const value = found.get(row)
    return value === undefined ? undefined : FoundRow.parse(value)
  }
}
