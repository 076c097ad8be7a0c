import { access, constants, readdir, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve, sep } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import type { FolderCheck } from '@shared/contract/sync'
import type { ExportFlavour } from '@shared/domain/exporting'
import { realFolder } from './vault'

/** Looks at a folder before anything is written to it. */
export async function checkFolder(path: string, library: string): Promise<FolderCheck> {
  const given = path.trim()
  if (!isAbsolute(given)) return { path: given, state: 'missing', flavour: null }
  const root = await realFolder(given)
  if (root === null) return { path: resolve(given), state: 'missing', flavour: null }
  const info = await stat(root).catch(() => null)
  if (info?.isDirectory() !== true) return { path: root, state: 'not-a-folder', flavour: null }
  const home = (await realFolder(library)) ?? library
  if (root === home || root.startsWith(home + sep)) return { path: root, state: 'inside-library', flavour: null }
  const writable = await access(root, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  return { path: root, state: writable ? 'ready' : 'not-writable', flavour: await flavourOf(root) }
}

/** @throws folder-unusable, with what a person can do */
export function refuseFolder({ path, state }: FolderCheck): void {
  const words: Record<FolderCheck['state'], string | null> = {
    ready: null,
    missing: `The folder ${path} is not there. Nothing was written. Connect its drive, or choose another folder.`,
    'not-a-folder': `${path} is a file, not a folder. Nothing was written. Choose another folder.`,
    'not-writable': `The folder ${path} cannot be written to. Nothing was written. Change its permissions, or choose another folder.`,
    'inside-library': `The folder ${path} is inside the library itself. Nothing was written. Choose another folder.`,
  }
  const message = words[state]
  if (message !== null) throw new LecternError('folder-unusable', message)
}

async function flavourOf(root: string): Promise<ExportFlavour | null> {
  const names = new Set(await readdir(root).catch(() => []))
  if (names.has('.obsidian')) return 'obsidian'
  if (names.has('logseq') && names.has('pages')) return 'logseq'
  return names.has('pages') && (await stat(join(root, '../logseq')).catch(() => null)) !== null ? 'logseq' : null
}
