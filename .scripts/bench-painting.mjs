/**
 * `npm run bench:painting`: a long article with 1,000 highlights against the same one without (docs/adr/0018);
 * with `-- --highlights 5000 --notes`, with more of them and notes on every other one.
 */
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

await install()
await build()
const chromium = await findChromium()
if (chromium === null) {
  process.stdout.write('Skipped: there is no Chromium to measure in.\n')
  process.exit(0)
}
const files = [join(root, 'tests/support/run-ts.mjs'), join(root, 'tests/bench/painting/main.ts')]
const { code } = await run(nodePath(), [...files, root, ...process.argv.slice(2)], {
  env: chromium === '' ? {} : { CHROMIUM_EXECUTABLE: chromium },
})
process.exit(code === -1 ? 1 : code)
