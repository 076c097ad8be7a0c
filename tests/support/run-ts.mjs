// Runs one of our TypeScript files in a process of its own: node run-ts.mjs FILE [ARGUMENTS…]
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '../..')
await runnerImport(process.argv[2], {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': resolve(root, 'src-shared') } },
})
