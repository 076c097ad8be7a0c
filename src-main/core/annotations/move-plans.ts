import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import { createMover, type Moved, type Mover } from '@shared/text/moving/mover'
import type { MovedPassages, PassageToMove, TextTasks } from '../text/text-tasks'

/** What is to be looked for in a newer text: the passages of one earlier one, and places such as that of reading. */
export interface ToMove {
  readonly snapshotId: SnapshotId
  readonly text: string
  readonly passages: readonly PassageToMove[]
  readonly offsets: readonly number[]
}

/** Where highlights go, worked out before the transaction that moves them, outside the thread that answers. */
export interface MovePlans {
  /** @throws timed-out, too-large, internal: then nothing must be moved */
  plan(articleId: ArticleId, text: string, all: readonly ToMove[]): Promise<void>
  /** Moves as planned; what was not planned, a highlight made meanwhile, is looked for now. */
  moverBetween(articleId: ArticleId, from: SnapshotId, fromText: string, to: string): Mover
}

/** Plans that nothing came of, an import that was stopped, are forgotten after so many others. */
const MOST = 4

const keyOf = ({ position, chosen }: PassageToMove): string => `${position.start} ${position.end} ${chosen}`

export function createMovePlans(tasks: TextTasks): MovePlans {
  interface Plan {
    readonly text: string
    readonly known: Map<
      SnapshotId,
      { readonly passages: Map<string, Moved | null>; readonly offsets: Map<number, number> }
    >
  }
  const plans = new Map<ArticleId, Plan>()

  return {
    async plan(articleId, text, all) {
      const plan: Plan = { text, known: new Map() }
      for (const one of all) {
        const found: MovedPassages = await tasks.move(one.text, text, one.passages, one.offsets)
        plan.known.set(one.snapshotId, {
          passages: new Map(one.passages.map((passage, at) => [keyOf(passage), found.passages[at] ?? null])),
          offsets: new Map(one.offsets.map((offset, at) => [offset, found.offsets[at] ?? 0])),
        })
      }
      plans.delete(articleId)
      plans.set(articleId, plan)
      for (const oldest of plans.keys()) if (plans.size > MOST) plans.delete(oldest)
    },
    moverBetween(articleId, from, fromText, to) {
      const plan = plans.get(articleId)
      const known = plan?.text === to ? plan.known.get(from) : undefined
      let made: Mover | undefined
      const mover = (): Mover => (made ??= createMover(fromText, to))
      return {
        move: (position, chosen) => {
          const found = chosen === undefined ? undefined : known?.passages.get(keyOf({ position, chosen }))
          return found === undefined ? mover().move(position, chosen) : found
        },
        placeOf: (offset) => known?.offsets.get(offset) ?? mover().placeOf(offset),
      }
    },
  }
}
