import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ExportScope } from '@shared/contract/exports'
import { ArticleId } from '@shared/domain/ids'
import { writeToFolder } from '../core/exports/write-folder'
import { ExitCode, jsonLine, UsageError, type Command } from './command'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const exportCommand: Command = {
  name: 'export',
  summary: 'write highlights and notes to Markdown files',
  help: `Usage: lectern export --to DIR [options]

Writes one Markdown file for each article with highlights or notes. Exporting again updates those files and
leaves every other file of the folder alone; what has not changed is not touched.

  --to DIR       the folder to write to; made when it is not there
  --article ID   only this article; may be given several times
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...LIBRARY_OPTIONS, to: { type: 'string' }, article: { type: 'string', multiple: true } },
    })
    if (values.to === undefined || values.to === '') throw new UsageError('--to says which folder to write to.')
    const folder = resolve(values.to)
    const scope = scopeOf(values.article)
    const files = await withLibrary(values.library, async ({ handlers }) => handlers.exports.markdown({ scope }))
    const written = await writeToFolder(folder, files)
    if (values.json) {
      io.out(jsonLine({ folder, files: written }))
      return ExitCode.ok
    }
    if (written.length === 0) io.err('There is nothing to export: no highlight and no note.\n')
    for (const { name, outcome } of written) io.out(`${outcome.padEnd(9)}  ${name}\n`)
    return ExitCode.ok
  },
}

function scopeOf(ids: readonly string[] | undefined): ExportScope {
  if (ids === undefined) return { kind: 'library' }
  const parsed = ids.map((id) => ArticleId.safeParse(id.toLowerCase()))
  const known = parsed.flatMap((one) => (one.success ? [one.data] : []))
  if (known.length < ids.length) throw new UsageError('--article takes the id of an article, as `list` shows it.')
  return { kind: 'articles', ids: known }
}
