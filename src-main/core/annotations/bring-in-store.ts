import { z } from 'zod'
import type { TextTarget } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { SnapshotId, type AnnotationId, type ArticleId } from '@shared/domain/ids'
import type { NoteDocument } from '@shared/domain/note-document'
import type { Tag } from '@shared/domain/tag'
import type { EpochMs } from '@shared/domain/time'
import type { Database } from '../database/database'
import { BY_HAND, type TargetStore } from './target-store'

/** A highlight that was made in another reader. */
export interface BroughtHighlight {
  readonly id: AnnotationId
  /** Where its words stand, in the article's current snapshot or in an earlier one. Checked. */
  readonly target: TextTarget
  readonly colour: HighlightColour
  /** Spelled as the library spells them. */
  readonly tags: readonly Tag[]
  readonly note: NoteDocument | null
  readonly createdAt: EpochMs
}

interface BringInDeps {
  readonly targets: TargetStore
  readonly moveTo: (articleId: ArticleId, from: SnapshotId, to: SnapshotId) => unknown
  readonly saveNote: (id: AnnotationId, baseRevision: number, document: NoteDocument, now: EpochMs) => unknown
  readonly reindex: (id: AnnotationId) => void
}

/** Stores highlights that come with their notes, tags and dates. Every change reaches the search index in the same transaction. */
export function createBringingIn(db: Database, { targets, moveTo, saveNote, reindex }: BringInDeps) {
  const insert = db.prepare(`
    INSERT INTO annotations (id, kind, article_id, target_id, colour, created_at, updated_at)
    VALUES (@id, 'highlight', @articleId, @targetId, @colour, @createdAt, @createdAt)`)
  const addTag = db.prepare('INSERT OR IGNORE INTO annotation_tags (annotation_id, tag) VALUES (?, ?)')
  const currentOf = db.prepare('SELECT snapshot_id FROM articles WHERE id = ?').pluck()
  const orphans = db
    .prepare(
      `SELECT count(*) FROM annotations n JOIN annotation_targets t ON t.id = n.target_id JOIN articles a ON a.id = n.article_id
       WHERE n.id IN (SELECT value FROM json_each(?)) AND t.snapshot_id <> a.snapshot_id`,
    )
    .pluck()

  return {
    /**
     * Stores highlights of one article. Those in an earlier snapshot are moved to the current one where their words are found there.
     * @returns how many were not found
     */
    bringIn: (articleId: ArticleId, highlights: readonly BroughtHighlight[]): number =>
      db
        .transaction(() => {
          const current = SnapshotId.parse(currentOf.get(articleId))
          const elsewhere = new Set<SnapshotId>()
          for (const { id, target, colour, tags, note, createdAt } of highlights) {
            const targetId = targets.add(id, target, BY_HAND)
            insert.run({ id, articleId, targetId, colour, createdAt })
            for (const tag of tags) addTag.run(id, tag)
            if (note !== null) saveNote(id, 0, note, createdAt)
            reindex(id)
            if (target.snapshotId !== current) elsewhere.add(target.snapshotId)
          }
          const [from] = elsewhere
          // Each highlight is moved from the snapshot that it stands in.
          if (from !== undefined) moveTo(articleId, from, current)
          return z.int().parse(orphans.get(JSON.stringify(highlights.map(({ id }) => id))))
        })
        .immediate(),
  }
}
