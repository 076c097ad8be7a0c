/** Entry of an engine's own process: answers one page after the other. */
import type { Answer, Page } from './engine'
import { lectern } from './lectern'
import { defuddle, readability } from './peers'

const engines = { lectern, readability, defuddle }

function isEngine(name: string | undefined): name is keyof typeof engines {
  return name !== undefined && name in engines
}

const name = process.argv[2]
if (!isEngine(name)) throw new Error(`no engine ${String(name)}`)
const engine = engines[name]

async function answer(page: Page): Promise<Answer> {
  const read = engine.prepare(page)
  const before = process.cpuUsage()
  const outcome = await read().then(
    (found) => ({ found, error: null }),
    (error: unknown) => ({ found: null, error: error instanceof Error ? error.message : String(error) }),
  )
  const { user, system } = process.cpuUsage(before)
  return {
    id: page.id,
    ...outcome,
    cpuMs: (user + system) / 1000,
    peakMib: process.resourceUsage().maxRSS / 1024,
  }
}

// The other end is our own run.ts, so what it sends is a Page.
process.on('message', (page: Page) => {
  void answer(page).then((message) => process.send?.(message))
})
