import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type {
  AnnotationId,
  ArticleId,
  ConversationId,
  NoteId,
  QuestionId,
  SnapshotId,
  TopicId,
} from '@shared/domain/ids'
import type { OutlineEntry } from '@shared/domain/snapshot'
import { createShadow, indexedPassages, type IndexedPassage } from '../text/indexed-passages'
import { MOST_PLACES, documentOf, rowId, rowsOf, type RowKind } from './row-ids'
import { createWordStore } from './word-store'

/** A snapshot to be found by its passages. */
export interface IndexedSnapshot {
  readonly articleId: ArticleId
  readonly snapshotId: SnapshotId
  readonly title: string
  readonly byline: string | null
  readonly html: string
  /** `textContent` of `html`. */
  readonly text: string
  readonly outline: readonly OutlineEntry[]
  /** As `indexedPassages` gives them, when another thread has done that already. */
  readonly passages?: readonly IndexedPassage[]
}

/** An annotation to be found by the words it quotes and those of its note. An article's note has no target. */
export interface IndexedAnnotation {
  readonly annotationId: AnnotationId
  readonly articleId: ArticleId
  readonly snapshotId: SnapshotId | null
  readonly start: number | null
  readonly end: number | null
  /** Empty for an article's note. */
  readonly quote: string
  readonly noteText: string
  readonly tags: readonly string[]
}

/** A note that stands alone or belongs to a topic. */
export interface IndexedNote {
  readonly noteId: NoteId
  readonly topicId: TopicId | null
  readonly title: string
  /** Without its title. */
  readonly text: string
  readonly tags: readonly string[]
  /** Last changed, ms since the epoch. */
  readonly writtenAt: number
}

/** A question and its answer, to be found by the words of both. */
export interface IndexedAnswer {
  readonly questionId: QuestionId
  readonly conversationId: ConversationId | null
  /** The article, or the topic, whose conversation it belongs to. It goes when the article is deleted for good. */
  readonly articleId: ArticleId | null
  readonly topicId: TopicId | null
  readonly question: string
  readonly answer: string
  /** Asked, ms since the epoch. */
  readonly writtenAt: number
}

/** Writes the library's full-text index. Every method runs inside its caller's transaction. */
export interface SearchIndex {
  /** Indexes a snapshot; what was indexed of the article's earlier ones goes. */
  addSnapshot(snapshot: IndexedSnapshot): void
  /** Indexes an annotation, or indexes it anew. */
  putAnnotation(annotation: IndexedAnnotation): void
  removeAnnotation(id: AnnotationId): void
  /** Indexes a note that stands alone or belongs to a topic, or indexes it anew. */
  putNote(note: IndexedNote): void
  /** Forgets a note: for one in Trash, too. */
  removeNote(id: NoteId): void
  /** Indexes an answer, or indexes it anew. */
  putAnswer(answer: IndexedAnswer): void
  removeAnswer(id: QuestionId): void
  /** Forgets an article and its annotations. */
  removeArticle(id: ArticleId): void
}

/** The full-text index over `search_rows` and `search_index`. */
export function createSearchIndex(db: Database): SearchIndex {
  const insertRow = db.prepare(`
    INSERT INTO search_rows (id, kind, article_id, snapshot_id, annotation_id, note_id, question_id, conversation_id, topic_id,
      start_offset, end_offset, breaks, title, text, written_at)
    VALUES (@id, @kind, @articleId, @snapshotId, @annotationId, @noteId, @questionId, @conversationId, @topicId,
      @start, @end, @breaks, @title, @text, @writtenAt)`)
  const insertWords = db.prepare('INSERT INTO search_index (rowid, title, section, body) VALUES (?, ?, ?, ?)')
  const insertOwn = db.prepare('INSERT INTO search_index_own (rowid, title, section, body) VALUES (?, ?, ?, ?)')
  const insertTitle = db.prepare('INSERT INTO search_index_titles (rowid, title) VALUES (?, ?)')
  const removeTitle = db.prepare('DELETE FROM search_index_titles WHERE rowid = ?')
  const removePassages = db.prepare("DELETE FROM search_rows WHERE article_id = ? AND kind = 'passage'")
  const removeAnnotation = db.prepare('DELETE FROM search_rows WHERE annotation_id = ?')
  const removeNote = db.prepare('DELETE FROM search_rows WHERE note_id = ?')
  const removeAnswer = db.prepare('DELETE FROM search_rows WHERE question_id = ?')
  const removeRows = db.prepare('DELETE FROM search_rows WHERE article_id = ?')
  const removeNumber = db.prepare('DELETE FROM search_articles WHERE article_id = ?')
  const numbered = db.prepare('SELECT doc FROM search_articles WHERE article_id = ?').pluck()
  const number = db.prepare('INSERT INTO search_articles (article_id) VALUES (?)')
  const newest = db.prepare('SELECT max(id) FROM search_rows WHERE id BETWEEN ? AND ?').pluck()
  const languageOf = db.prepare('SELECT language FROM articles WHERE id = ?').pluck()
  const done = db.prepare('DELETE FROM search_todo WHERE id = ?')
  const words = createWordStore(db)

  const articleNumber = (id: ArticleId): number =>
    z.int().optional().parse(numbered.get(id)) ?? Number(number.run(id).lastInsertRowid)
  const nextNumber = (kind: RowKind): number => {
    const { first, last } = rowsOf(kind)
    const highest = z.int().nullable().parse(newest.get(first, last))
    return highest === null ? 0 : documentOf(highest) + 1
  }
  const language = (id: ArticleId): string | null => z.string().nullish().parse(languageOf.get(id)) ?? null
  const nothing = {
    ...{ articleId: null, snapshotId: null, annotationId: null, noteId: null, questionId: null, conversationId: null },
    ...{ topicId: null, start: null, end: null, breaks: '[]', title: null, text: null, writtenAt: null },
  }

  return {
    addSnapshot({ articleId, snapshotId, title, byline, html, text, outline, passages }) {
      removePassages.run(articleId)
      const heading = createShadow()([title, byline ?? ''])
      const document = articleNumber(articleId)
      const tongue = language(articleId)
      removeTitle.run(document)
      insertTitle.run(document, heading)
      words.add(`${title} ${byline ?? ''}`, tongue)
      const all = passages ?? indexedPassages(html, text, outline)
      all.slice(0, MOST_PLACES).forEach(({ start, end, breaks, section, body, newWords }, place) => {
        const id = rowId('passage', document, place)
        const where = { articleId, snapshotId, start, end, breaks: JSON.stringify(breaks) }
        insertRow.run({ ...nothing, id, kind: 'passage', ...where })
        insertWords.run(id, heading, section, body)
        words.add(newWords, tongue)
      })
      done.run(articleId)
    },
    putAnnotation({ annotationId, articleId, snapshotId, start, end, quote, noteText, tags }) {
      removeAnnotation.run(annotationId)
      const shadow = createShadow()
      const put = (kind: 'highlight' | 'note', text: string) => {
        const id = rowId(kind, nextNumber(kind), 0)
        insertRow.run({ ...nothing, id, kind, articleId, snapshotId, annotationId, start, end })
        insertOwn.run(id, '', shadow(tags), shadow([text]))
      }
      if (quote !== '') put('highlight', quote)
      if (noteText.trim() !== '') put('note', noteText)
      words.add(`${tags.join(' ')} ${noteText}`, language(articleId))
      done.run(annotationId)
    },
    putNote({ noteId, topicId, title, text, tags, writtenAt }) {
      removeNote.run(noteId)
      const shadow = createShadow()
      const id = rowId('own-note', nextNumber('own-note'), 0)
      insertRow.run({ ...nothing, id, kind: 'own-note', noteId, topicId, title, text, writtenAt })
      insertOwn.run(id, shadow([title]), shadow(tags), shadow([text]))
      words.add(`${title} ${tags.join(' ')} ${text}`, null)
    },
    putAnswer({ questionId, conversationId, articleId, topicId, question, answer, writtenAt }) {
      removeAnswer.run(questionId)
      const shadow = createShadow()
      const id = rowId('answer', nextNumber('answer'), 0)
      const owner = { questionId, conversationId, articleId, topicId }
      insertRow.run({ ...nothing, id, kind: 'answer', ...owner, title: question, text: answer, writtenAt })
      insertOwn.run(id, shadow([question]), '', shadow([answer]))
      done.run(questionId)
    },
    removeAnnotation: (id) => void removeAnnotation.run(id),
    removeNote: (id) => void removeNote.run(id),
    removeAnswer: (id) => void removeAnswer.run(id),
    removeArticle(id) {
      removeRows.run(id)
      removeNumber.run(id)
    },
  }
}
