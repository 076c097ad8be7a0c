import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LecternError } from '@shared/contract/errors'
import { listBackups } from '../core/backups/backup-files'
import { backupFile } from '../core/database/backup-name'
import { DATABASE_FILE } from '../core/database/database'
import { libraryFolder } from '../hosts/library-folder'
import { backupWork } from '../workers/backup-work'
import { ExitCode, jsonLine, UsageError, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS } from './open'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'make a backup, or put the whole library into one file',
  help: `Usage: lectern backup [options]

Copies the database into the folder "backups" of the library, also while Lectern runs, and reads the copy back.

  --to DIR       write the whole library, images and originals too, into one file in DIR
  --list         show the backups there are; makes none
  --dry-run      say what would be written; makes none
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        to: { type: 'string' },
        list: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    if (values.to === '') throw new UsageError('--to says which folder to write to.')
    const folder = libraryFolder(values.library)
    if (!existsSync(join(folder, DATABASE_FILE))) {
      throw new LecternError('not-found', `There is no library in ${folder}.`)
    }
    if (values.list) {
      for (const { name, reason, madeAt, bytes } of await listBackups(folder)) {
        const made = new Date(madeAt).toISOString()
        if (values.json) io.out(jsonLine({ name, reason, madeAt, bytes, path: backupFile(folder, name) }))
        else io.out(`${name}  ${made}  ${bytes} bytes\n`)
      }
      return ExitCode.ok
    }
    if (values['dry-run']) {
      const { articles, highlights, notes } = await backupWork.look(folder, folder, null)
      const to = values.to === undefined ? join(folder, 'backups') : resolve(values.to)
      io.out(
        values.json
          ? jsonLine({ dryRun: true, to, articles, highlights, notes })
          : `Would write ${articles} articles, ${highlights} highlights and ${notes} notes to ${to}.\n`,
      )
      return ExitCode.ok
    }
    const { path, bytes } = await write(folder, values.to)
    io.out(values.json ? jsonLine({ path, bytes }) : `${path}\n`)
    return ExitCode.ok
  },
}

async function write(folder: string, to: string | undefined): Promise<{ path: string; bytes: number }> {
  if (to !== undefined) return backupWork.pack(folder, resolve(to), Date.now())
  const { name, bytes } = await backupWork.make(folder, 'asked', Date.now())
  return { path: backupFile(folder, name), bytes }
}
