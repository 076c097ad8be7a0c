import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CheckReport, RepairReport } from '@shared/contract/backups'
import { LecternError } from '@shared/contract/errors'
import { DATABASE_FILE } from '../core/database/database'
import { finishReplacing, refuseInUse } from '../core/database/replace'
import { libraryFolder } from '../hosts/library-folder'
import { backupWork } from '../workers/backup-work'
import { ExitCode, jsonLine, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS } from './open'

export const checkCommand: Command = {
  name: 'check',
  summary: 'look whether the library is whole, and repair it',
  help: `Usage: lectern check [options]

Looks at everything in the library: the database, the search index, every note, highlight, text and file. Changes
nothing. The exit status is 1 when something is wrong.

  --repair       make a new library file of every row that can be read; the damaged file is kept in "backups"
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...LIBRARY_OPTIONS, repair: { type: 'boolean', default: false } },
    })
    const folder = libraryFolder(values.library)
    const file = join(folder, DATABASE_FILE)
    if (!existsSync(file)) throw new LecternError('not-found', `There is no library in ${folder}.`)
    if (values.repair) {
      refuseInUse(file)
      const report = await backupWork.repair(folder, Date.now())
      const damaged = finishReplacing(folder, file)
      io.out(values.json ? jsonLine({ ...report, damaged }) : repairWords(report, damaged))
      return ExitCode.ok
    }
    const report = await backupWork.check(folder)
    if (values.json) io.out(jsonLine({ ok: report.findings.length === 0, ...report }))
    else io.out(words(report))
    return report.findings.length === 0 ? ExitCode.ok : ExitCode.failed
  },
}

function words({ findings, articles, highlights, notes, assets, unreferencedAssets }: CheckReport): string {
  const looked = `Looked at ${articles} articles, ${highlights} highlights, ${notes} notes and ${assets} files.`
  const spare = unreferencedAssets === 0 ? '' : ` ${unreferencedAssets} files are not used by anything.`
  const verdict = findings.length === 0 ? 'Everything is whole.' : findings.map((finding) => `- ${finding}`).join('\n')
  return `${looked}${spare}\n${verdict}\n`
}

function repairWords({ articles, highlights, notes, lost }: RepairReport, damaged: string | null): string {
  const saved = `Saved ${articles} articles, ${highlights} highlights and ${notes} notes.${damaged === null ? '' : ` The file as it was is ${damaged}.`}`
  return `${saved}\n${lost.length === 0 ? 'Nothing was lost.' : lost.map((one) => `- ${one}`).join('\n')}\n`
}
