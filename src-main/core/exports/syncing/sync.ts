import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { SyncReport } from '@shared/contract/sync'
import type { SettingsStore } from '../../settings/settings-store'
import type { Emit } from '../../events'
import type { ExportSource } from '../export-source'
import { FLAVOURS } from '../flavours/flavours'
import { previewTemplates } from '../templates/preview'
import { createAutoSync } from './auto-sync'
import type { SyncStore } from './sync-store'
import type { Syncing } from './syncing'

export interface SyncDeps {
  readonly syncing: Syncing
  readonly store: Pick<SyncStore, 'addReport' | 'reports'>
  readonly settings: Pick<SettingsStore, 'get'>
  readonly source: ExportSource
  readonly emit: Emit
  readonly now: () => number
}

/** Answers the contract's `sync`, and follows changes while that is switched on. */
export function createSync({ syncing, store, settings, source, emit, now }: SyncDeps) {
  const run = async (dryRun: boolean, restore: boolean): Promise<SyncReport> => {
    const { folder, flavour } = settings.get().exporting
    if (folder === null) {
      throw new LecternError('not-found', 'No folder is chosen. Choose one in Settings → Adding and export.')
    }
    try {
      const report = await syncing.run({ folder, flavour, dryRun, restore, only: null })
      keep(report)
      return report
    } catch (error) {
      const problem = error instanceof LecternError ? error.message : 'Something went wrong; the log says what.'
      if (!dryRun) keep({ folder, at: now(), dryRun, files: [], unchanged: 0, problem })
      throw error
    }
  }
  /** What changed nothing is not worth a line. */
  const keep = (report: SyncReport): void => {
    if (report.dryRun || (report.files.length === 0 && report.problem === null)) return
    const last = store.reports()[0]
    const same =
      last !== undefined &&
      report.problem === last.problem &&
      JSON.stringify(last.files) === JSON.stringify(report.files)
    if (!same) store.addReport(report)
    emit({ name: 'sync.changed' })
  }
  const auto = createAutoSync(
    () =>
      run(false, false).then(
        () => undefined,
        () => undefined,
      ),
    () => {
      const { automatic, folder } = settings.get().exporting
      return automatic && folder !== null
    },
    now,
  )

  const handlers: Handlers['sync'] = {
    checkFolder: ({ path }) => syncing.check(path),
    run: ({ dryRun, restore }) => run(dryRun, restore),
    log: () => store.reports(),
    defaults: ({ flavour }) => ({ ...FLAVOURS[flavour].templates }),
    preview: ({ flavour, templates, articleId }) => {
      const ids = articleId === null ? source.annotatedIds().slice(0, 1) : [articleId]
      return previewTemplates(FLAVOURS[flavour], templates, source.articleExports(ids)[0] ?? null)
    },
  }
  return {
    handlers,
    auto,
    close: async (): Promise<void> => {
      auto.stop()
      await syncing.settled()
    },
  }
}
