import { resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/** Bundles a worker of `src-main/workers` into a folder, as the app's build bundles it: `<name>.cjs`. */
export async function bundleWorker(name: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'src-shared') } },
    ssr: { noExternal: true },
    build: {
      ssr: resolve(root, `src-main/workers/${name}.ts`),
      outDir: folder,
      target: 'node18',
      minify: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs`, chunkFileNames: '[name].cjs' } },
    },
  })
}
