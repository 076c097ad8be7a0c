/**
 * `npm run dev`: development with hot reload. In Electron where it can be had; in the browser otherwise or with `-- --web`,
 * where the interface reloads at once and the backend when this is started again.
 */
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { findElectron } from './lib/electron.mjs'
import { install } from './lib/install.mjs'
import { nodePath, root, run, runTool } from './lib/run.mjs'

const args = process.argv.slice(2).filter((arg) => arg !== '--web')
await install()

const { executable, reason } = process.argv.includes('--web') ? { executable: null, reason: '' } : await findElectron()
if (executable !== null) {
  const env = { ELECTRON_EXEC_PATH: executable }
  const { code } = await runTool('electron-vite/bin/electron-vite.js', ['dev', '--watch', '--', ...args], { env })
  process.exit(code === -1 ? 1 : code)
}
if (reason !== '') process.stdout.write(`Developing in the browser, because ${reason}.\n`)
await build()
const { createServer, loadConfigFromFile } = await import('vite')
const config = await loadConfigFromFile(
  { command: 'serve', mode: 'development' },
  join(root, 'electron.vite.config.ts'),
  root,
)
const { renderer } = config.config
const vite = await createServer({ ...renderer, root: join(root, renderer.root), configFile: false, logLevel: 'warn' })
await vite.listen()
process.on('SIGINT', () => undefined)
const env = { ELECTRON_RENDERER_URL: `http://localhost:${vite.config.server.port}` }
const { code } = await run(nodePath(), [join(root, 'out/main/web.cjs'), ...args], { env })
await vite.close()
process.exit(code === -1 ? 1 : code)
