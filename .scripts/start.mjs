/**
 * `npm start`: installs what is missing, builds what is stale, opens the library in Electron; in the browser where Electron
 * cannot be had, or with `-- --web`. Everything else after `--` is passed on, such as `--library DIR` or files to add.
 */
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { findElectron } from './lib/electron.mjs'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

/** An Electron that ends in failure within this many ms did not run at all. */
const NOT_STARTED_MS = 3_000
/** It ran, and said why the library cannot be opened (src-main/hosts/electron/main.ts). */
const NOT_OPENED = 3

const args = process.argv.slice(2).filter((arg) => arg !== '--web')
await install()
await build()

let reason = null
if (!process.argv.includes('--web')) {
  const electron = await findElectron()
  reason = electron.reason
  if (electron.executable !== null) {
    const { code, ms } = await run(electron.executable, [root, ...args])
    if (code === 0 || code === NOT_OPENED || ms > NOT_STARTED_MS) process.exit(code === -1 ? 1 : code)
    reason = 'Electron does not run here'
  }
  process.stdout.write(`Opening in the browser, because ${reason}.\n`)
}
// Ctrl+C reaches the host too, which closes the library; this waits for it.
process.on('SIGINT', () => undefined)
const { code } = await run(nodePath(), [join(root, 'out/main/web.cjs'), ...args])
process.exit(code === -1 ? 1 : code)
