/**
 * `npm run bench:extraction`: scores the import beside its peers on the shared corpora (docs/importing.md).
 * Everything is bundled as it is for the app, into a folder of its own: it can be run while others build or run theirs.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './lib/install.mjs'
import { nodePath, root, run } from './lib/run.mjs'

await install()
const { build } = await import('vite')
const scratch = join(root, 'node_modules/.cache/lectern')
mkdirSync(scratch, { recursive: true })
const folder = mkdtempSync(join(scratch, 'bench-'))
process.on('SIGINT', () => undefined)
let code = 1
try {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': join(root, 'src-shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      minify: false,
      rollupOptions: {
        input: {
          main: join(root, 'tests/bench/extraction/main.ts'),
          'engine-process': join(root, 'tests/bench/extraction/engine-process.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  })
  code = (await run(nodePath(), [join(folder, 'main.mjs'), root, ...process.argv.slice(2)])).code
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(code === -1 ? 1 : code)
