import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const alias = { '@shared': resolve(import.meta.dirname, 'src-shared') }

// Everything runs as CommonJS on Node 18 and newer, so that an older Electron can host it too; only the native module
// and electron itself stay outside the bundles.
const commonJs = {
  target: 'node18',
  externalizeDeps: false,
  rollupOptions: {
    external: ['electron', 'better-sqlite3'],
    // Chunks lie beside their entries, so that `__dirname` means the same in each (hosts/places.ts).
    output: { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name]-[hash].cjs' },
  },
}

/** Of the development server. Fixed, because the pages come from another origin and must be told where to hear of changes. */
const DEV_PORT = 5199

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      ...commonJs,
      rollupOptions: {
        ...commonJs.rollupOptions,
        input: {
          electron: 'src-main/hosts/electron/main.ts',
          web: 'src-main/hosts/web/main.ts',
          cli: 'src-main/cli/main.ts',
          backend: 'src-main/backend/process.ts',
          'import-worker': 'src-main/workers/import-worker.ts',
          'archive-worker': 'src-main/workers/archive-worker.ts',
          'backup-worker': 'src-main/workers/backup-worker.ts',
          'text-worker': 'src-main/workers/text-worker.ts',
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: { ...commonJs, rollupOptions: { ...commonJs.rollupOptions, input: { index: 'src-preload/index.ts' } } },
  },
  renderer: {
    root: 'src-renderer',
    resolve: { alias },
    plugins: [react()],
    server: {
      port: DEV_PORT,
      strictPort: true,
      hmr: { protocol: 'ws', host: 'localhost', clientPort: DEV_PORT },
    },
    build: {
      target: 'chrome114',
      assetsDir: 'app',
      minify: true,
      // A policy without `data:` scripts and styles is simpler to keep; fonts and icons are files as well.
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve(import.meta.dirname, 'src-renderer/index.html') },
    },
  },
})
