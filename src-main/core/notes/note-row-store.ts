import { z } from 'zod'
import { NoteId, TopicId } from '@shared/domain/ids'
import type { Note, NoteSummary } from '@shared/domain/note'
import { Tag } from '@shared/domain/tag'
import { EpochMs } from '@shared/domain/time'
import { cutShort, plainNote } from '@shared/text/note-text'
import { StoredBody } from '../database/note-bodies'

/** Columns of `notes n` in the spelling of `NoteRow`. */
export const NOTE_COLUMNS = `
  n.id, n.topic_id AS topicId, n.title, n.body, n.body_text AS bodyText, n.revision, n.created_at AS createdAt,
  n.updated_at AS updatedAt, n.removed_at AS removedAt,
  (SELECT json_group_array(tag) FROM (SELECT tag FROM note_tags WHERE note_id = n.id ORDER BY tag)) AS tags`

const shared = {
  id: NoteId,
  topicId: TopicId.nullable(),
  title: z.string(),
  bodyText: z.string(),
  createdAt: EpochMs,
  updatedAt: EpochMs,
  removedAt: EpochMs.nullable(),
  tags: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.array(Tag)),
}

/** A row of `notes`, with its tags. */
export const NoteRow = z.object({ ...shared, body: z.string().nullable(), revision: z.int() })
type NoteRow = z.infer<typeof NoteRow>

/** A row of `notes` for lists, of which the text may be cut. */
export const NoteSummaryRow = z.object(shared)
type NoteSummaryRow = z.infer<typeof NoteSummaryRow>

/** The contract's note. A damaged body costs its formatting, never its words. */
export function toNote({ bodyText, body, ...row }: NoteRow): Note {
  return { ...row, body: readable(body, bodyText) }
}

function readable(body: string | null, text: string): Note['body'] {
  try {
    return StoredBody.parse(body)
  } catch {
    return plainNote(text)
  }
}

/** The most characters of a note's words in lists. */
const LONGEST_EXCERPT = 240

export function toSummary({ bodyText, ...row }: NoteSummaryRow): NoteSummary {
  return { ...row, excerpt: cutShort(afterTitle(bodyText).replace(/\s+/gu, ' ').trim(), LONGEST_EXCERPT) }
}

/** The words of a note behind its first line. */
export function afterTitle(text: string): string {
  return text.trimStart().replace(/^[^\n]*/u, '')
}
