import { z } from 'zod'
import type { TextTarget } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, ArticleId, type SnapshotId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { createTagSpelling } from '../database/tag-spelling'
import { textWork } from '../text/text-work'
import type { AnnotationIndex } from './annotation-index'
import { createAnnotationIndexing } from './annotation-indexing-store'
import { createAnnotationListStore } from './annotation-list-store'
import { createAttaching } from './attach-store'
import { createBringingIn } from './bring-in-store'
import { createMovePlans, type MovePlans } from './move-plans'
import { createMovingStore } from './moving-store'
import { createNoteStore } from './note-store'
import { createRemovedStore } from './removed-store'
import { createRestoring } from './restore-store'
import { BY_HAND, createTargetStore } from './target-store'

/** What may be changed of several annotations at once. */
export interface AnnotationChange {
  readonly colour?: HighlightColour | undefined
  readonly tags?: readonly Tag[] | undefined
}

export type AnnotationStore = ReturnType<typeof createAnnotationStore>

const ArticleIds = z.array(ArticleId)
const SnapshotText = z.object({ articleId: ArticleId, text: z.string() })

/**
 * All SQL of annotations. Every change reaches the search index in the same transaction.
 * @param plans where highlights go in an article's next text
 */
export function createAnnotationStore(
  db: Database,
  index: AnnotationIndex,
  plans: MovePlans = createMovePlans(textWork),
) {
  const values = (sql: string) => db.prepare(sql).pluck()
  const spell = createTagSpelling(db)
  const reindex = createAnnotationIndexing(db, index)
  const lists = createAnnotationListStore(db)
  const notes = createNoteStore(db, reindex)
  const restore = createRestoring(db, reindex)
  const targets = createTargetStore(db)
  const moving = createMovingStore(db, targets, plans, reindex)

  const snapshotText = db.prepare('SELECT article_id AS articleId, text FROM snapshots WHERE id = ?')
  const insertHighlight = db.prepare(`
    INSERT INTO annotations (id, kind, article_id, target_id, colour, created_at, updated_at)
    VALUES (@id, 'highlight', @articleId, @targetId, @colour, @now, @now)`)
  const articleNote = values(
    "SELECT id FROM annotations WHERE article_id = ? AND kind = 'article-note' AND removed_at IS NULL",
  )
  const articleExists = values('SELECT 1 FROM articles WHERE id = ?')
  const insertNote = db.prepare(`
    INSERT INTO annotations (id, kind, article_id, created_at, updated_at)
    VALUES (@id, 'article-note', @articleId, @now, @now)`)
  const liveCount = values(
    'SELECT count(*) FROM annotations WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))',
  )
  const articlesOf = values('SELECT DISTINCT article_id FROM annotations WHERE id IN (SELECT value FROM json_each(?))')
  const change = db.prepare(`
    UPDATE annotations SET colour = CASE kind WHEN 'highlight' THEN coalesce(@colour, colour) END, updated_at = @now
    WHERE id IN (SELECT value FROM json_each(@ids))`)
  const clearTags = db.prepare('DELETE FROM annotation_tags WHERE annotation_id IN (SELECT value FROM json_each(?))')
  const addTag = db.prepare('INSERT INTO annotation_tags (annotation_id, tag) SELECT value, @tag FROM json_each(@ids)')
  const remove = values(`
    UPDATE annotations SET removed_at = @now
    WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(@ids)) RETURNING id`)
  const purge = db.prepare('DELETE FROM annotations WHERE removed_at < ?')

  return {
    ...lists,
    ...notes,
    ...createAttaching(db, targets, reindex),
    ...createRemovedStore(db),
    moveTo: moving.moveTo,
    planMoves: moving.planMoves,
    ...createBringingIn(db, { targets, moveTo: moving.moveTo, saveNote: notes.saveNote, reindex }),
    /** Brings the search index up to date with annotations whose tags or words were changed elsewhere. */
    reindex: (ids: readonly AnnotationId[]): void => ids.forEach(reindex),
    /** Takes removed annotations back, and answers which annotations changed. */
    restore,
    /** The text that a snapshot's offsets count, and whose snapshot it is. */
    snapshotText: (id: SnapshotId): { articleId: ArticleId; text: string } | undefined =>
      SnapshotText.optional().parse(snapshotText.get(id)),

    /** Stores a highlight whose target was checked. */
    insertHighlight: (
      id: AnnotationId,
      articleId: ArticleId,
      target: TextTarget,
      colour: HighlightColour,
      now: EpochMs,
    ): void =>
      db
        .transaction(() => {
          const targetId = targets.add(id, target, BY_HAND)
          insertHighlight.run({ id, articleId, targetId, colour, now })
          // The window that it was made in may not have heard of a newer snapshot yet.
          moving.moveOne(articleId, id)
          reindex(id)
        })
        .immediate(),

    /** The id of the article's note, which gets `newId` when it is made now; undefined when there is no such article. */
    articleNote: (articleId: ArticleId, newId: AnnotationId, now: EpochMs): AnnotationId | undefined =>
      db
        .transaction(() => {
          const known = AnnotationId.optional().parse(articleNote.get(articleId))
          if (known !== undefined) return known
          if (articleExists.get(articleId) === undefined) return undefined
          insertNote.run({ id: newId, articleId, now })
          return newId
        })
        .immediate(),

    /** Changes all of these annotations, or none and answers false when one of them does not exist. */
    update: (ids: readonly AnnotationId[], { colour, tags }: AnnotationChange, now: EpochMs): boolean =>
      db
        .transaction(() => {
          const unique = [...new Set(ids)]
          const json = JSON.stringify(unique)
          if (liveCount.get(json) !== unique.length) return false
          change.run({ ids: json, colour: colour ?? null, now })
          if (tags !== undefined) {
            const spelled = spell(tags)
            clearTags.run(json)
            for (const tag of spelled) addTag.run({ ids: json, tag })
            for (const id of unique) reindex(id)
          }
          return true
        })
        .immediate(),

    /** Removes annotations so that `restore` can undo it, and answers which. */
    remove: (ids: readonly AnnotationId[], now: EpochMs): AnnotationId[] =>
      db
        .transaction(() => {
          const removed = z.array(AnnotationId).parse(remove.all({ ids: JSON.stringify(ids), now }))
          for (const id of removed) reindex(id)
          return removed
        })
        .immediate(),

    /** The articles that these annotations belong to. */
    articlesOf: (ids: readonly AnnotationId[]): ArticleId[] => ArticleIds.parse(articlesOf.all(JSON.stringify(ids))),
    /** Deletes for good what was removed before a moment. */
    purgeRemoved: (before: EpochMs): void => void purge.run(before),
  }
}
