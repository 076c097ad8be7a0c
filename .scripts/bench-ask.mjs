/**
 * `npm run bench:ask`: puts the questions of the shared corpora to the engine and to plain BM25, and prints what the corpora's
 * own scorer says (docs/ask.md). `-- --train` makes the engine's weights anew from them; `-- --latency` says how long a question
 * takes in a library of 100,000 passages (`--folder DIR` keeps the library for the next run).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

const SETS = [
  ['xquad-en', 'selqa'],
  ['selqa', 'xquad-en'],
  ['xquad-de', null],
  ['xquad-zh', null],
]

await install()
const corpora = join(root, '../shared/corpora/ask')
if (!existsSync(corpora)) {
  process.stdout.write('Skipped: the shared corpora are not beside this checkout.\n')
  process.exit(0)
}
const runTs = join(root, 'tests/support/run-ts.mjs')
if (process.argv.includes('--train')) {
  const { code } = await run(nodePath(), [runTs, join(root, 'tests/bench/ask/train.ts'), root])
  process.exit(code === -1 ? 1 : code)
}

if (process.argv.includes('--latency')) {
  const options = process.argv.slice(2).filter((one) => one !== '--latency')
  const { code } = await run(nodePath(), [runTs, join(root, 'tests/bench/ask/latency.ts'), '--root', root, ...options])
  process.exit(code === -1 ? 1 : code)
}

/** Another set's questions, said to have no answer here. */
function foreignFile(folder, set) {
  const lines = readFileSync(join(corpora, `${set}.questions.jsonl`), 'utf8')
    .trim()
    .split('\n')
  const foreign = lines.map((line) => {
    const question = JSON.parse(line)
    return JSON.stringify({ ...question, gold: { context_id: '', impossible: true, spans: [] } })
  })
  const file = join(folder, `${set}.foreign.jsonl`)
  writeFileSync(file, `${foreign.join('\n')}\n`)
  return file
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-ask-'))
let failed = false
try {
  for (const [set, other] of SETS) {
    for (const engine of ['engine', 'plain']) {
      process.stdout.write(`\n${set}: ${engine === 'engine' ? 'Lectern' : 'plain BM25, first sentence'}\n`)
      const { code } = await run(nodePath(), [
        join(corpora, 'score.mjs'),
        ...['--lib', join(corpora, `${set}.library.jsonl`), '--q', join(corpora, `${set}.questions.jsonl`)],
        ...(other === null ? [] : ['--foreign', foreignFile(folder, other)]),
        ...['--', nodePath(), runTs, join(root, `tests/bench/ask/${engine}.ts`)],
      ])
      failed ||= code !== 0
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
