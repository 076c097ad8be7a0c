/** `npm run -s cli -- …`: the command line, built if stale. Standard output is the command's alone. */
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

await install()
await build()
process.on('SIGINT', () => undefined)
const { code } = await run(nodePath(), [join(root, 'out/main/cli.cjs'), ...process.argv.slice(2)])
process.exit(code === -1 ? 1 : code)
