import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from '../../package.json'
import type { Emit } from '../core/events'
import { textWork } from '../core/text/text-work'
import { openLibrary, type Library } from '../core/library'
import { libraryFolder } from '../hosts/library-folder'
import { createArchivePool } from '../workers/archive-pool'
import { backupWork } from '../workers/backup-work'
import { createImportPool, type ImportPool } from '../workers/import-pool'

/** The option that every command with a library takes. */
export const LIBRARY_OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/** How that option is explained. */
export const LIBRARY_HELP = `  --library DIR  the library's folder; otherwise LECTERN_LIBRARY, else the app's own
  --json         write JSON instead of words
`

// Every bundle of the main process is put into out/main.
const WORKER = join(__dirname, 'import-worker.cjs')
const ARCHIVE_WORKER = join(__dirname, 'archive-worker.cjs')
const CSL = join(__dirname, '../../resources/csl')
const SAMPLE = join(__dirname, '../../resources/sample/reading-with-a-pencil.html')

/** Worker threads that read articles. */
export function openPool(): ImportPool {
  return createImportPool({ entry: WORKER })
}

/**
 * Opens the library in this process, hands it to `work`, and closes it whatever happens.
 * @throws library-too-new, library-damaged, library-not-writable
 */
export async function withLibrary<Result>(
  folder: string | undefined,
  work: (library: Library) => Promise<Result>,
  emit: Emit = () => undefined,
): Promise<Result> {
  const pool = openPool()
  const archives = createArchivePool({ entry: ARCHIVE_WORKER })
  try {
    const library = openLibrary({
      folder: libraryFolder(folder),
      emit,
      readSource: pool.readSource,
      archiveReader: archives,
      backupTasks: backupWork,
      textTasks: textWork,
      // A command that replaces a library does not open it.
      restart: () => undefined,
      cslFolder: CSL,
      sample: async () => new Uint8Array(await readFile(SAMPLE)),
      now: Date.now,
      version,
    })
    try {
      await library.finishIndexing()
      return await work(library)
    } finally {
      await library.close()
    }
  } finally {
    await pool.close()
    await archives.close()
  }
}
