/** `npm run bench:ask -- --latency`: how long the engine takes in a library of 100,000 passages made of the shared corpora. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { answerQuestion } from '../../../src-main/core/ask/answer'
import { createAskStore } from '../../../src-main/core/ask/ask-store'
import { openDatabase } from '../../../src-main/core/database/database'
import { fillLibrary } from '../search/make-library'
import { readQuestions, SETS } from './questions'

/** So many questions of each set. */
const QUESTIONS = 60

const { values } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: '.' }, passages: { type: 'string', default: '100000' }, folder: { type: 'string' } },
}) // prettier-ignore
const corpora = join(values.root, '../shared/corpora/ask')
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'lectern-bench-ask-'))
const out = (line: string) => void process.stdout.write(`${line}\n`)
try {
  const db = openDatabase(folder)
  if (db.prepare('SELECT count(*) FROM search_rows').pluck().get() === 0)
    fillLibrary(db, corpora, Number(values.passages))
  const store = createAskStore(db)
  out(
    `${store.passages().toLocaleString('en-GB')} passages. Milliseconds of CPU a question: other programs do not count.\n`,
  )
  out(`${'questions'.padEnd(12)}    p50    p95  worst`)
  const all: number[] = []
  // What is counted once after a change is not part of a question.
  answerQuestion(store, 'What is a library?', { kind: 'library' })
  for (const { name } of SETS) {
    const questions = readQuestions(corpora, name)
    const every = Math.max(1, Math.floor(questions.length / QUESTIONS))
    const times = questions.filter((_, at) => at % every === 0).map(({ question }) => {
      const began = process.cpuUsage()
      answerQuestion(store, question, { kind: 'library' })
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    }) // prettier-ignore
    all.push(...times)
    out(lineOf(name, times))
  }
  out(lineOf('all', all))
  db.close()
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}

function lineOf(name: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(6) // prettier-ignore
  return `${name.padEnd(12)} ${at(0.5)} ${at(0.95)} ${at(1)}`
}
