/** Entry of an engine's own process: answers one page after the other. */
import type { Answer, Found, Page, Question } from './engine'
import { lectern } from './lectern'
import { defuddle, readability } from './peers'
import { quantile } from './quantile'

const engines = { lectern, readability, defuddle }

function isEngine(name: string | undefined): name is keyof typeof engines {
  return name !== undefined && name in engines
}

const name = process.argv[2]
if (!isEngine(name)) throw new Error(`no engine ${String(name)}`)
const engine = engines[name]

interface Reading {
  readonly found: Found | null
  readonly error: string | null
  readonly cpuMs: number
}

async function readOnce(page: Page): Promise<Reading> {
  const read = engine.prepare(page)
  const before = process.cpuUsage()
  const outcome = await read().then(
    (found) => ({ found, error: null }),
    (error: unknown) => ({
      found: null,
      error: error instanceof Error ? error.message : String(error),
    }),
  )
  const { user, system } = process.cpuUsage(before)
  return { ...outcome, cpuMs: (user + system) / 1000 }
}

/** One reading of 2 ms may have the garbage of the page before it in it, or code being compiled; the median has not. */
async function answer({ page, readings }: Question): Promise<Answer> {
  const first = await readOnce(page)
  const times = [first.cpuMs]
  while (times.length < readings) times.push((await readOnce(page)).cpuMs)
  return {
    id: page.id,
    found: first.found,
    error: first.error,
    firstCpuMs: first.cpuMs,
    cpuMs: quantile(times, 0.5),
    peakMib: process.resourceUsage().maxRSS / 1024,
  }
}

// The other end is our own engine-pool.ts, so what it sends is a Question.
process.on('message', (question: Question) => {
  void answer(question).then((message) => process.send?.(message))
})
