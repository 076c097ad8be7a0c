import { mkdir } from 'node:fs/promises'
import type { FolderCheck, SyncReport } from '@shared/contract/sync'
import { ExportFlavour } from '@shared/domain/exporting'
import type { Library } from '../core/library'
import { ExitCode, jsonLine, UsageError, type Io } from './command'

/** @throws UsageError for a flavour that is not known */
export function flavourOf(value: string | undefined): ExportFlavour | null {
  if (value === undefined) return null
  const flavour = ExportFlavour.safeParse(value)
  if (!flavour.success) throw new UsageError('--flavour is obsidian, logseq or markdown.')
  return flavour.data
}

/** Looks at a folder to write to, and makes it where it is missing, unless nothing is to be written. */
export async function checkOrMake(syncing: Library['syncing'], folder: string, dryRun: boolean): Promise<FolderCheck> {
  const found = await syncing.check(folder)
  if (found.state !== 'missing' || dryRun) return found
  await mkdir(folder, { recursive: true })
  return syncing.check(folder)
}

/** Says what a sync did, or would do, and how it ended. */
export function sayReport(report: SyncReport, json: boolean, io: Io): ExitCode {
  const failed = report.problem !== null || report.files.some(({ outcome }) => outcome === 'skipped')
  if (json) io.out(jsonLine(report))
  else {
    for (const { outcome, path, message, conflicts } of report.files) {
      const more = [conflicts === 0 ? '' : `${conflicts} changed on both sides`, message ?? ''].filter(
        (one) => one !== '',
      )
      io.out(`${outcome.padEnd(9)}  ${path}${more.length === 0 ? '' : `  (${more.join('; ')})`}\n`)
    }
    io.err(
      `${report.dryRun ? 'Nothing was written. ' : ''}${report.unchanged} unchanged, ${report.files.length} ${report.dryRun ? 'to change' : 'changed'}.\n`,
    )
    if (report.problem !== null) io.err(`${report.problem}\n`)
  }
  return failed ? ExitCode.failed : ExitCode.ok
}
