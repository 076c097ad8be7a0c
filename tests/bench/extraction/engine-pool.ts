import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Page, Question } from './engine'

/** What a reading may take before its engine is ended and the page counts as a crash, in ms. */
const LIMIT_MS = 60_000

/** An engine in a process of its own, so that nobody's memory or garbage counts for another. */
export interface EngineProcess {
  read(page: Page, readings: number): Promise<Answer>
  end(): void
}

/** @param folder where the bundled `engine-process.mjs` is */
export function startEngine(name: string, folder: string): EngineProcess {
  let child: ChildProcess | null = null
  const running = () =>
    (child ??= fork(join(folder, 'engine-process.mjs'), [name], {
      serialization: 'advanced',
      // Defuddle reports what it stumbles over.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    }))
  const end = () => {
    child?.removeAllListeners()
    child?.kill('SIGKILL')
    child = null
  }
  return {
    end,
    read: (page, readings) =>
      new Promise((done) => {
        const engine = running()
        const failed = (error: string) => {
          clearTimeout(timer)
          end()
          done({
            id: page.id,
            found: null,
            error,
            firstCpuMs: NaN,
            cpuMs: NaN,
            peakMib: 0,
          })
        }
        const timer = setTimeout(() => failed('took too long'), LIMIT_MS * readings)
        engine.once('exit', (code) => failed(`its process ended with ${String(code)}`))
        engine.once('message', (answer: Answer) => {
          clearTimeout(timer)
          engine.removeAllListeners('exit')
          done(answer)
        })
        const question: Question = { page, readings }
        engine.send(question)
      }),
  }
}
