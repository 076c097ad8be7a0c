import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { SyncReport } from '@shared/contract/sync'
import type { ExportFlavour } from '@shared/domain/exporting'
import type { Library } from '../core/library'
import { UsageError, type Command } from './command'
import { checkOrMake, flavourOf, sayReport } from './export-options'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

interface SyncOptions {
  /** The folder to choose first, an absolute path; null for the one that is chosen. */
  readonly to: string | null
  readonly flavour: ExportFlavour | null
  readonly dryRun: boolean
  readonly restore: boolean
}

export const syncCommand: Command = {
  name: 'sync',
  summary: 'bring the folder of the settings up to date',
  help: `Usage: lectern sync [options]

Brings the folder that is chosen in Settings → Adding and export up to date: writes what changed in Lectern, keeps every
word that you wrote into its files.

  --to DIR        choose this folder first, as in the settings; made when it is not there
  --flavour NAME  with --to: obsidian, logseq or markdown; otherwise what the folder looks like, else that of the settings
  --restore       write again what was deleted in the folder
  --dry-run       say what would change, and write nothing, the choice of the folder included
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        to: { type: 'string' },
        flavour: { type: 'string' },
        restore: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    if (values.to === '') throw new UsageError('--to names a folder.')
    if (values.flavour !== undefined && values.to === undefined) throw new UsageError('--flavour goes with --to.')
    const { restore, 'dry-run': dryRun } = values
    const to = values.to === undefined ? null : resolve(values.to)
    const options = { to, flavour: flavourOf(values.flavour), dryRun, restore }
    return sayReport(await withLibrary(values.library, (library) => syncTo(library, options)), values.json, io)
  },
}

async function syncTo(
  { handlers, syncing }: Library,
  { to, flavour, dryRun, restore }: SyncOptions,
): Promise<SyncReport> {
  if (to === null) return handlers.sync.run({ dryRun, restore })
  const { exporting } = await handlers.settings.get()
  const check = await checkOrMake(syncing, to, dryRun)
  const chosen = { folder: check.path, flavour: flavour ?? check.flavour ?? exporting.flavour }
  // A folder that cannot be used is not chosen: this run says why.
  if (dryRun || check.state !== 'ready') return syncing.run({ ...chosen, dryRun, restore, only: null })
  await handlers.settings.update({ exporting: chosen })
  return handlers.sync.run({ dryRun, restore })
}
