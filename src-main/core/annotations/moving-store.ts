import { z } from 'zod'
import { SnapshotId, type AnnotationId, type ArticleId } from '@shared/domain/ids'
import { createQuoteFinder, quoteAt } from '@shared/text/find-quote'
import type { Mover } from '@shared/text/moving/mover'
import type { Database } from '../database/database'
import type { MovePlans, ToMove } from './move-plans'
import type { PlaceInForce, TargetStore } from './target-store'

/** Where an article's highlights went, for the import that brought its new snapshot. */
export interface MovedHighlights {
  readonly moved: number
  readonly changed: number
  readonly orphaned: number
  readonly placeOf: (offset: number) => number
}

const Removed = z.array(z.string())
const Reading = z.object({ snapshotId: SnapshotId, offset: z.int() })
const Texts = z.object({ text: z.string(), isExcerpts: z.int().transform((value) => value === 1) })

/** Moves highlights to newer snapshots. Reads every text once, and only those that some highlight stands in. */
export function createMovingStore(
  db: Database,
  targets: TargetStore,
  plans: MovePlans,
  reindex: (id: AnnotationId) => void,
) {
  const textOf = db.prepare(`
    SELECT text, json_extract(provenance, '$.format') = 'excerpts' AS isExcerpts FROM snapshots WHERE id = ?`)
  const removed = db
    .prepare("SELECT id FROM annotations WHERE article_id = ? AND kind = 'highlight' AND removed_at IS NOT NULL")
    .pluck()
  const currentOf = db.prepare('SELECT snapshot_id FROM articles WHERE id = ?').pluck()
  const reading = db.prepare('SELECT snapshot_id AS snapshotId, progress_offset AS offset FROM articles WHERE id = ?')
  const text = (id: SnapshotId): string => Texts.parse(textOf.get(id)).text
  /**
   * Of an article that was known from excerpts, words that stand once in its text are the words that were meant: what stands around
   * them among the excerpts says nothing.
   */
  const moverBetween = (articleId: ArticleId, from: SnapshotId, target: string): Mover => {
    const known = Texts.parse(textOf.get(from))
    const mover = plans.moverBetween(articleId, from, known.text, target)
    if (!known.isExcerpts) return mover
    const finder = createQuoteFinder(target)
    return {
      ...mover,
      move: (position, chosen) => {
        const found = finder.find(quoteAt(known.text, position))
        if (found === null) return mover.move(position, chosen)
        return { position: found, quote: quoteAt(target, found), method: 'quote', score: 1, previousExact: null }
      },
    }
  }

  const move = (
    articleId: ArticleId,
    from: SnapshotId,
    to: SnapshotId,
    rows: readonly PlaceInForce[],
  ): MovedHighlights => {
    const target = text(to)
    const movers = new Map<SnapshotId, Mover>()
    const moverFrom = (snapshotId: SnapshotId): Mover => {
      const known = movers.get(snapshotId) ?? moverBetween(articleId, snapshotId, target)
      movers.set(snapshotId, known)
      return known
    }
    const gone = new Set(Removed.parse(removed.all(articleId)))
    const counts = { moved: 0, changed: 0, orphaned: 0 }
    for (const row of rows) {
      if (row.snapshotId === to) continue
      const found = moverFrom(row.snapshotId).move({ start: row.start, end: row.end }, row.chosen)
      if (found !== null) {
        const { position, quote, method, score, previousExact } = found
        const targetId = targets.add(
          row.annotationId,
          { snapshotId: to, position, quote, ...(row.picture === null ? {} : { picture: row.picture }) },
          { method, score, previousExact },
        )
        targets.setCurrent(row.annotationId, targetId)
      }
      reindex(row.annotationId)
      if (gone.has(row.annotationId)) continue
      if (found === null) counts.orphaned += 1
      else if (found.previousExact === null) counts.moved += 1
      else counts.changed += 1
    }
    return { ...counts, placeOf: (offset) => moverFrom(from).placeOf(offset) }
  }

  /** What an article's next text will be asked for: its highlights wherever they stand, and the place of reading. */
  const toMove = (articleId: ArticleId): ToMove[] => {
    const at = Reading.optional().parse(reading.get(articleId))
    const rows = targets.ofArticle(articleId)
    const from = new Set(rows.map(({ snapshotId }) => snapshotId))
    if (at !== undefined && at.offset > 0) from.add(at.snapshotId)
    return [...from].map((snapshotId) => ({
      snapshotId,
      text: text(snapshotId),
      passages: rows
        .filter((row) => row.snapshotId === snapshotId)
        .map(({ start, end, chosen }) => ({ position: { start, end }, chosen })),
      offsets: at?.snapshotId === snapshotId && at.offset > 0 ? [at.offset] : [],
    }))
  }

  return {
    /** Works out where highlights go in a text that an article is about to get, for `moveTo` to do so at once. @throws timed-out, too-large, internal */
    planMoves: (articleId: ArticleId, next: string): Promise<void> => plans.plan(articleId, next, toMove(articleId)),
    /** Moves all highlights of an article to the snapshot that has become its current one. */
    moveTo: (articleId: ArticleId, from: SnapshotId, to: SnapshotId): MovedHighlights =>
      move(articleId, from, to, targets.ofArticle(articleId)),
    /** Brings one highlight to its article's current snapshot, if it is not there. */
    moveOne: (articleId: ArticleId, id: AnnotationId): void => {
      const stray = targets.stray(id)
      if (stray !== undefined) move(articleId, stray.snapshotId, SnapshotId.parse(currentOf.get(articleId)), [stray])
    },
  }
}
