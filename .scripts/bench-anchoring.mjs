/** `npm run bench:anchoring`: moves highlights to edited articles and counts where they went (docs/adr/0015). */
import { join } from 'node:path'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

await install()
const files = [join(root, 'tests/support/run-ts.mjs'), join(root, 'tests/bench/anchoring/main.ts')]
const { code } = await run(nodePath(), [...files, root, ...process.argv.slice(2)])
process.exit(code === -1 ? 1 : code)
