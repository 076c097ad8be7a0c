import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import type { SyncReport } from '@shared/contract/sync'
import type { ExportSettings } from '@shared/domain/exporting'
import type { SettingsStore } from '../../settings/settings-store'
import type { AssetFiles } from '../../files/asset-files'
import type { ExportSource } from '../export-source'
import type { DocumentState, ExportStore } from '../export-store'
import { refuseProblems } from '../templates/templates'
import { createAttachments } from './attachments'
import { checkFolder, refuseFolder } from './check-folder'
import type { KnownIds } from './find-files'
import { ownerName } from './owner'
import { hashOf } from './safe-write'
import { breathe } from './some-at-a-time'
import { runSync } from './sync-run'
import type { SyncFolder, SyncStore } from './sync-store'
import { idOfFile, realFolder, statOf, walkVault, type Vault } from './vault'
import { createDocumentWriter } from './write-document'

export interface SyncingDeps {
  readonly source: ExportSource
  readonly store: ExportStore
  readonly sync: SyncStore
  readonly settings: Pick<SettingsStore, 'get'>
  readonly assets: Pick<AssetFiles, 'path' | 'read'>
  /** The library's own folder: nothing is exported into it. */
  readonly library: string
  readonly now: () => number
}

export interface SyncOptions {
  /** An absolute path. */
  readonly folder: string
  readonly flavour: ExportSettings['flavour']
  readonly dryRun: boolean
  readonly restore: boolean
  /** Only these documents, and nothing is taken away; null for the whole library. */
  readonly only: ReadonlySet<string> | null
}

/** A new number whenever the same state is written in another way than before. */
const LOOK = 2

/** Documents that are looked at in one go. */
const PIECE = 250

export type Syncing = ReturnType<typeof createSyncing>

/** Keeps folders of Markdown files in step with the library. */
export function createSyncing({ source, store, sync, settings, assets, library, now }: SyncingDeps) {
  const name = ownerName()
  const ids: KnownIds = new Map()
  let last: Promise<unknown> = Promise.resolve()

  const run = async (options: SyncOptions): Promise<SyncReport> => {
    const { flavour, dryRun, restore, only } = options
    const check = await checkFolder(options.folder, library)
    if (!(dryRun && check.state === 'not-writable')) refuseFolder(check)
    const root = check.path
    const { exporting, colourNames } = settings.get()
    const writer = createDocumentWriter(source, store, { ...exporting, flavour })
    refuseProblems(writer.problems)
    const at = now()
    const vault = await walkVault(root, at)
    const folder = await findFolder(root, vault, flavour, dryRun)
    if (folder !== null && !dryRun) {
      if (!sync.take(folder.id, name, now())) throw busy(root)
      await recover(folder, vault)
    }
    try {
      const logseq = flavour === 'logseq' && (vault.all.has('pages') || vault.all.has('logseq'))
      const outcome = await runSync({
        store: sync,
        vault,
        folderId: folder?.id ?? null,
        writer,
        attachments: createAttachments(assets, writer.flavour.attachments),
        documents: await readStates(),
        prefix: logseq ? 'pages/' : '',
        look: JSON.stringify([LOOK, flavour, exporting.templates[flavour] ?? {}, colourNames]),
        ids,
        dryRun,
        restore,
        only,
        beat: () => {
          if (folder !== null && !dryRun && !sync.take(folder.id, name, now())) throw busy(root)
          refuseProblems(writer.problems)
        },
      })
      return reportOf(root, at, dryRun, outcome)
    } catch (error) {
      throw explained(error, root)
    } finally {
      if (folder !== null && !dryRun) sync.release(folder.id, name)
    }
  }

  /** What every document is in, read in pieces: other calls are answered in between. */
  const readStates = async (): Promise<DocumentState[]> => {
    const all = store.listed()
    const states: DocumentState[] = []
    for (let at = 0; at < all.length; at += PIECE) {
      await breathe()
      states.push(...store.states(all.slice(at, at + PIECE)))
    }
    return states
  }

  /** The folder's record; that of a folder that is gone is taken over where the same files are here now. */
  const findFolder = async (
    root: string,
    vault: Vault,
    flavour: ExportSettings['flavour'],
    dryRun: boolean,
  ): Promise<SyncFolder | null> => {
    const all = sync.folders()
    const known = all.find(({ path }) => path === root)
    const moved = known === undefined ? await movedFrom(all, vault) : undefined
    const folder = known ?? moved
    if (folder === undefined) return dryRun ? null : sync.addFolder(root, flavour)
    if (!dryRun && (folder.path !== root || folder.flavour !== flavour)) sync.changeFolder(folder.id, root, flavour)
    return { ...folder, path: root, flavour }
  }

  const movedFrom = async (all: readonly SyncFolder[], vault: Vault): Promise<SyncFolder | undefined> => {
    for (const folder of all) {
      if ((await realFolder(folder.path)) !== null) continue
      for (const { path, documentId } of sync.files(folder.id)) {
        if (!vault.files.has(path)) continue
        if ((await idOfFile(join(vault.root, path))) === documentId) return folder
        break
      }
    }
    return undefined
  }

  /** Finds out how far a run came that ended in the middle: a file that is what it was to become is done. */
  const recover = async (folder: SyncFolder, vault: Vault): Promise<void> => {
    for (const { documentId, pending } of sync.planned(folder.id)) {
      const { path, state, base, hash } = pending
      const bytes = await readFile(join(vault.root, path)).catch(() => null)
      const stat = await statOf(join(vault.root, path))
      const arrived = bytes !== null && stat !== null && hashOf(bytes) === hash
      sync.done(folder.id, arrived ? [{ documentId, path, state, stat, base }] : [], arrived ? [] : [documentId])
    }
  }

  return {
    check: (folder: string) => checkFolder(folder, library),
    /**
     * Brings a folder up to date, after the run that is under way.
     * @throws folder-unusable; disk-full; library-in-use while another process writes to it; invalid-call when a template does not work
     */
    run: (options: SyncOptions): Promise<SyncReport> => {
      const mine = last.then(() => run(options))
      last = mine.catch(() => undefined)
      return mine
    },
    /** Resolves when no run is under way. */
    settled: (): Promise<unknown> => last,
  }
}

function reportOf(
  folder: string,
  at: number,
  dryRun: boolean,
  { files, unchanged, allGone }: Awaited<ReturnType<typeof runSync>>,
): SyncReport {
  const problem = allGone
    ? `None of Lectern’s files is in ${folder} any more, so nothing was written: its drive may not be connected. If you deleted them, write them again with “Write deleted files again”.`
    : null
  return { folder, at, dryRun, files: [...files], unchanged, problem }
}

function explained(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!['EACCES', 'EPERM', 'EROFS', 'EIO'].includes(code)) return error
  return new LecternError(
    'folder-unusable',
    `A file in ${folder} could not be written (${code}). What was written before is whole, and nothing else was changed. Change the folder’s permissions, or choose another, and sync again.`,
  )
}

function busy(folder: string): LecternError {
  return new LecternError(
    'library-in-use',
    `Another Lectern is writing to ${folder} just now. Nothing was written by this one; try again in a moment.`,
  )
}
