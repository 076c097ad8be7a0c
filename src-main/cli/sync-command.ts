import { parseArgs } from 'node:util'
import type { Command } from './command'
import { sayReport } from './export-options'
import { LIBRARY_HELP, LIBRARY_OPTIONS, withLibrary } from './open'

export const syncCommand: Command = {
  name: 'sync',
  summary: 'bring the folder of the settings up to date',
  help: `Usage: lectern sync [options]

Brings the folder that is chosen in Settings → Adding and export up to date: writes what changed in Lectern, keeps every
word that you wrote into its files.

  --restore  write again what was deleted in the folder
  --dry-run  say what would change, and write nothing
${LIBRARY_HELP}`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...LIBRARY_OPTIONS,
        restore: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const report = await withLibrary(values.library, async ({ handlers }) =>
      handlers.sync.run({ dryRun: values['dry-run'], restore: values.restore }),
    )
    return sayReport(report, values.json, io)
  },
}
