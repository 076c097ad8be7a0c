/**
 * `npm run bench:search`: how long searches take in a library of 100,000 passages made of the shared corpora, beside a plain FTS5
 * query in the same run (docs/search.md). `-- --folder DIR` keeps the library for the next run.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

await install()
if (!existsSync(join(root, '../shared/corpora/ask'))) {
  process.stdout.write('Skipped: the shared corpora are not beside this checkout.\n')
  process.exit(0)
}
const { code } = await run(nodePath(), [
  join(root, 'tests/support/run-ts.mjs'),
  join(root, 'tests/bench/search/main.ts'),
  ...['--root', root],
  ...process.argv.slice(2),
])
process.exit(code === -1 ? 1 : code)
