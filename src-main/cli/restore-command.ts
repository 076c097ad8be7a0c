import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { BackupContents } from '@shared/contract/backups'
import { backupFile } from '../core/database/backup-name'
import { DATABASE_FILE } from '../core/database/database'
import { finishReplacing, refuseInUse } from '../core/database/replace'
import { libraryFolder } from '../hosts/library-folder'
import { backupWork } from '../workers/backup-work'
import { ExitCode, jsonLine, UsageError, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS } from './open'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put a backup in the library’s place',
  help: `Usage: lectern restore <backup> [options]

Puts a backup in the place of the library, after a backup of what is there now. <backup> is a name as "backup --list"
shows it, a library in one file, a database, or another library's folder. Lectern must not be running.

  --dry-run      show what is inside and what would change; changes nothing
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...LIBRARY_OPTIONS, 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [named, ...more] = positionals
    if (named === undefined || more.length > 0) throw new UsageError('Say which backup to restore: one.')
    const folder = libraryFolder(values.library)
    const known = backupFile(folder, named)
    const path = existsSync(known) ? known : resolve(named)
    if (path === resolve(folder)) throw new UsageError('A library cannot be restored from itself.')
    const contents = await backupWork.look(path, folder, null)
    if (!values['dry-run']) await restore(path, folder)
    const done = !values['dry-run']
    io.out(values.json ? jsonLine({ restored: done, folder, ...contents }) : words(contents, done))
    return ExitCode.ok
  },
}

async function restore(path: string, folder: string): Promise<void> {
  const file = join(folder, DATABASE_FILE)
  mkdirSync(folder, { recursive: true })
  if (existsSync(file)) refuseInUse(file)
  await backupWork.stage(path, folder)
  finishReplacing(folder, file)
}

function words({ articles, highlights, notes, missing, returning, annotationsSince }: BackupContents, done: boolean) {
  const inside = `${articles} articles, ${highlights} highlights, ${notes} notes.`
  const changes = [
    missing.count > 0 ? `${missing.count} articles of the library are not in it` : null,
    returning.count > 0 ? `${returning.count} articles come back` : null,
    annotationsSince > 0 ? `${annotationsSince} highlights and notes are newer than it` : null,
  ].filter((one) => one !== null)
  const change = changes.length === 0 ? 'It is the same as the library.' : `${changes.join('; ')}.`
  return `${done ? 'Restored' : 'Inside'}: ${inside} ${change}\n`
}
