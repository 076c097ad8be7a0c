import { useSyncExternalStore } from 'react'
import type { ArticleId, ImportId, SnapshotId } from '@shared/domain/ids'

/** A file to bring in, with its path within what was dropped or chosen. */
export interface PickedFile {
  path: string
  file: File
}

export type ImportWay = 'files' | 'link' | 'paste' | 'folder'

/** A dialog of the window; at most one is open. */
export type OpenDialog =
  | { name: 'import'; way: ImportWay; text?: string; files?: readonly PickedFile[]; importId?: ImportId }
  | { name: 'export'; articleIds: readonly ArticleId[] }
  /** Adding a ZIM archive, perhaps one that was dropped. */
  | { name: 'archive'; file: File | null }
  /** A version of an article, at a passage, or what changed since. */
  | { name: 'version'; articleId: ArticleId; snapshotId: SnapshotId; at: number | null; show: 'page' | 'changes' }
  | { name: 'palette' }
  | { name: 'keyboard' }

let current: OpenDialog | null = null
const listeners = new Set<() => void>()

/** Opens a dialog in place of the one that is open, if any. */
export function openDialog(dialog: OpenDialog | null): void {
  current = dialog
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The dialog that is open now. */
export function useOpenDialog(): OpenDialog | null {
  return useSyncExternalStore(subscribe, () => current)
}
