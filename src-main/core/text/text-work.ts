import { comparePassages } from '@shared/text/comparing/compare-passages'
import { createMover } from '@shared/text/moving/mover'
import type { TextTasks } from './text-tasks'

/** The work on two texts, in the thread that calls it. */
export const textWork: TextTasks = {
  compare: (from, to) => Promise.resolve(comparePassages(from, to)),
  move: (from, to, passages, offsets) => {
    const mover = createMover(from, to)
    return Promise.resolve({
      passages: passages.map(({ position, chosen }) => mover.move(position, chosen)),
      offsets: offsets.map(mover.placeOf),
    })
  },
}
