/**
 * `npm run bench:sync`: how long it takes to keep a folder in step with a library (docs/export.md): of 500 articles with 5,000
 * highlights, or as many as `-- --articles 5000 --highlights 50000` says. `--folder DIR` keeps the library for the next run.
 */
import { join } from 'node:path'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

await install()
const files = [join(root, 'tests/support/run-ts.mjs'), join(root, 'tests/bench/sync/main.ts')]
const { code } = await run(nodePath(), [...files, ...process.argv.slice(2)])
process.exit(code === -1 ? 1 : code)
