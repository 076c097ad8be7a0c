import type { TextPosition } from '@shared/domain/selector'
import type { DiffPart } from '@shared/text/comparing/compare-passages'
import type { Moved } from '@shared/text/moving/mover'

/** A passage that is to be brought to a newer text. */
export interface PassageToMove {
  readonly position: TextPosition
  /** The words that a person chose last. */
  readonly chosen: string
}

/** Where passages and places of a text are in a newer one, in the order they were asked. */
export interface MovedPassages {
  /** Null where it is not certain. */
  readonly passages: (Moved | null)[]
  /** UTF-16 units. */
  readonly offsets: number[]
}

/** Work on two whole texts that takes seconds where they are long: done outside the thread that answers. */
export interface TextTasks {
  /** @throws timed-out, too-large, internal */
  compare(from: string, to: string): Promise<DiffPart[]>
  /** @throws timed-out, too-large, internal */
  move(from: string, to: string, passages: readonly PassageToMove[], offsets: readonly number[]): Promise<MovedPassages>
}
