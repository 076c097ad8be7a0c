import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LecternError } from '@shared/contract/errors'
import { DATABASE_FILE, openDatabase } from '../core/database/database'
import { createAssetFiles } from '../core/files/asset-files'
import { libraryFolder } from '../hosts/library-folder'
import { checkLibrary, type CheckReport } from './check-library'
import { createCheckStore } from './check-store'
import { ExitCode, jsonLine, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS } from './open'

export const checkCommand: Command = {
  name: 'check',
  summary: 'look whether the library is whole',
  help: `Usage: lectern check [options]

Looks at everything in the library: the database, the search index, every note, highlight, text and file. Changes
nothing. The exit status is 1 when something is wrong.

${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: LIBRARY_OPTIONS })
    const folder = libraryFolder(values.library)
    if (!existsSync(join(folder, DATABASE_FILE))) {
      throw new LecternError('not-found', `There is no library in ${folder}.`)
    }
    const db = openDatabase(folder)
    let report: CheckReport
    try {
      report = await checkLibrary(createCheckStore(db), createAssetFiles(folder), folder)
    } finally {
      db.close()
    }
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
