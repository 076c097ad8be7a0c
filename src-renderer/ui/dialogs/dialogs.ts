import { useSyncExternalStore } from 'react'
import type { ArticleId, ImportId, SnapshotId, TopicId } from '@shared/domain/ids'
import type { Tag } from '@shared/domain/tag'
import type { Topic } from '@shared/domain/topic'

/** A file to bring in, with its path within what was dropped or chosen. */
export interface PickedFile {
  path: string
  file: File
}

export type ImportWay = 'files' | 'link' | 'paste' | 'folder'

/** A dialog of the window; at most one is open. */
export type OpenDialog =
  | { name: 'import'; way: ImportWay; text?: string; files?: readonly PickedFile[]; importId?: ImportId }
  | { name: 'export'; articleIds: readonly ArticleId[]; topic?: Pick<Topic, 'id' | 'title'> }
  /** Adding a ZIM archive, perhaps one that was dropped. */
  | { name: 'archive'; file: File | null }
  /** A version of an article, at a passage, or what changed since. */
  | { name: 'version'; articleId: ArticleId; snapshotId: SnapshotId; at: number | null; show: 'page' | 'changes' }
  /** Naming a topic: this one anew, or a new one. */
  | { name: 'topic'; topic: Pick<Topic, 'id' | 'title'> }
  | { name: 'topic'; parentId: TopicId | null }
  | { name: 'move-topic'; topic: Topic }
  /** The topics that articles are in. */
  | { name: 'topics'; articleIds: readonly ArticleId[] }
  | { name: 'rename-tag'; tag: Tag }
  /** Bringing in what another reader kept. */
  | { name: 'migrate' }
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
