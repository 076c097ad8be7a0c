/** The web host: serves a library to the browser on this computer. */
import { parseArgs } from 'node:util'
import { LecternError } from '@shared/contract/errors'
import { importFiles } from '../import-files'
import { libraryFolder } from '../library-folder'
import { openBrowser } from './open-browser'
import { serve } from './serve'

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      library: { type: 'string' },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
      /** Prints one line of JSON instead of words. */
      json: { type: 'boolean', default: false },
    },
    allowNegative: true,
    allowPositionals: true,
  })
  const folder = libraryFolder(values.library)
  const served = await serve({ folder, port: Number(values.port) })
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ address: served.address, library: folder })}\n`
      : `Lectern is open at ${served.address}\nLibrary: ${folder}. Stop with Ctrl+C.\n`,
  )
  // Ctrl+C reaches this process from the terminal and perhaps once more from the script that started it.
  let stopping = false
  const stop = (): void => {
    if (!stopping) void served.close().finally(() => process.exit(0))
    stopping = true
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  if (values.open) openBrowser(served.oneTimeAddress())
  await importFiles(served.backend, positionals)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof LecternError || error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
