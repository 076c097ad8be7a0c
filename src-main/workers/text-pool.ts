import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { LecternError } from '@shared/contract/errors'
import { ComparedPart } from '@shared/contract/snapshots'
import { Move } from '@shared/domain/annotation'
import { TextPosition, TextQuote } from '@shared/domain/selector'
import type { TextTasks } from '../core/text/text-tasks'
import type { TextAnswer, TextOrder } from './text-message'
import { textWork } from '../core/text/text-work'
import { watchTime, type TimeLimit } from './time-limit'

export interface TextPool extends TextTasks {
  /** Ends what is under way. */
  close(): Promise<void>
}

interface TextPoolOptions {
  /** The bundled text-worker. */
  readonly entry: string
  readonly limit?: TimeLimit
}

/** Two texts of 2 MB take 2 s. */
const LIMIT: TimeLimit = { busyMs: 60_000, totalMs: 300_000 }
/** Texts of so many characters together take some milliseconds: less than a thread takes to start. */
const SMALL = 100_000
/** At most so much memory, in MB. */
const MEMORY = 1024

const MovedPassages = z.object({
  passages: z.array(Move.extend({ position: TextPosition, quote: TextQuote }).nullable()),
  offsets: z.array(z.int()),
})

/** Does each task on long texts in a worker thread of its own, so that other calls are answered meanwhile. */
export function createTextPool({ entry, limit = LIMIT }: TextPoolOptions): TextPool {
  const running = new Set<Worker>()

  const obey = async <Shape extends z.ZodType>(order: TextOrder, shape: Shape): Promise<z.output<Shape>> => {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
    running.add(worker)
    let unwatch = (): void => undefined
    try {
      const answer = await new Promise<TextAnswer>((resolve, reject) => {
        worker.once('message', resolve).once('error', (error: Error) => reject(crashed(error)))
        worker.once('exit', () => reject(running.has(worker) ? crashed(null) : closed()))
        unwatch = watchTime(worker, limit, (ms) => reject(timedOut(ms)))
        worker.postMessage(order)
      })
      if (!answer.ok) throw new Error(answer.message)
      return shape.parse(answer.value)
    } finally {
      unwatch()
      running.delete(worker)
      await worker.terminate()
    }
  }

  const isSmall = (from: string, to: string): boolean => from.length + to.length <= SMALL
  return {
    compare: async (...input) =>
      isSmall(input[0], input[1])
        ? textWork.compare(...input)
        : obey({ name: 'compare', input }, z.array(ComparedPart)),
    move: async (...input) =>
      isSmall(input[0], input[1]) ? textWork.move(...input) : obey({ name: 'move', input }, MovedPassages),
    close: async () => {
      const ending = [...running]
      running.clear()
      await Promise.all(ending.map((worker) => worker.terminate()))
    },
  }
}

const SAFE = 'Nothing was changed: the article and your highlights are as they were.'

function timedOut(limitMs: number): LecternError {
  const seconds = Math.max(1, Math.round(limitMs / 1000))
  return new LecternError(
    'timed-out',
    `Comparing two versions of an article took longer than ${seconds} seconds and was stopped. ${SAFE}`,
  )
}

function crashed(error: Error | null): LecternError {
  const isMemory = error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory
    ? new LecternError(
        'too-large',
        `Comparing two versions of an article takes more memory than Lectern allows. ${SAFE}`,
      )
    : new LecternError('internal', `Comparing two versions of an article failed inside Lectern. ${SAFE}`)
}

function closed(): LecternError {
  return new LecternError('backend-lost', `Lectern was closed before two versions were compared. ${SAFE}`)
}
