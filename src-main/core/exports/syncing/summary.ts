import type { SyncedFile } from '@shared/contract/sync'
import type { DocumentState } from '../export-store'
import type { MergedFile } from '../merging/merge-file'

/** What became of a file that was written. */
export function summary(
  document: Pick<DocumentState, 'id' | 'kind' | 'title'>,
  path: string,
  isNew: boolean,
  { blocks, properties }: MergedFile,
): SyncedFile {
  const count = (...outcomes: (typeof blocks)[number]['outcome'][]): number =>
    blocks.filter(({ outcome }) => outcomes.includes(outcome)).length
  const kept = count('kept')
  return {
    documentId: document.id,
    kind: document.kind,
    title: document.title,
    path,
    outcome: isNew ? 'created' : 'updated',
    added: count('added'),
    updated: count('updated', 'moved') + (isNew ? 0 : properties.length),
    removed: count('removed'),
    conflicts: count('conflict'),
    message:
      kept === 0
        ? null
        : `${kept === 1 ? 'A passage that is' : `${kept} passages that are`} no longer in Lectern stayed, since you had changed ${kept === 1 ? 'it' : 'them'}.`,
  }
}

/** A file that was left alone, and why. */
export function skipped(
  document: Pick<DocumentState, 'id' | 'kind' | 'title'>,
  path: string,
  message: string,
): SyncedFile {
  const { id: documentId, kind, title } = document
  return { documentId, kind, title, path, outcome: 'skipped', added: 0, updated: 0, removed: 0, conflicts: 0, message }
}
