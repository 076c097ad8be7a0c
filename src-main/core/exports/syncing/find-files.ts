import { join } from 'node:path'
import { someAtATime } from './some-at-a-time'
import type { KnownFile } from './sync-store'
import { idOfFile, inodeOf, type Vault } from './vault'

/** Copies that sync programs make where two computers changed a file: never taken for the file itself. */
const CONFLICT_COPY = /sync-conflict-|conflicted copy|conflict \d{4}|\(conflict/iu

/** Where a document's file is. */
export type Place =
  | { readonly kind: 'here'; readonly path: string; readonly stat: string }
  | { readonly kind: 'gone' }
  /** The file is where it was, but says no more that it is this document's. */
  | { readonly kind: 'released'; readonly path: string }

/** Remembers whose file a path is for as long as the file does not change. */
export type KnownIds = Map<string, { readonly stat: string; readonly id: string | null }>

/**
 * Finds documents' files: where they were, else wherever a file carries the document's id. Files are only read when something
 * is not where it was.
 */
export async function findFiles(
  vault: Vault,
  known: readonly KnownFile[],
  wanted: readonly string[],
  ids: KnownIds,
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const settled = new Set<string>()
  const rows = new Map(known.map((row) => [row.documentId, row]))
  const idAt = async (path: string, stat: string): Promise<string | null> => {
    const key = join(vault.root, path)
    const remembered = ids.get(key)
    if (remembered?.stat === stat) return remembered.id
    const id = await idOfFile(key)
    ids.set(key, { stat, id })
    return id
  }

  const lost: string[] = []
  for (const { documentId, path, stat: before } of known) {
    const stat = vault.files.get(path)
    if (stat !== undefined && (stat === before || (await idAt(path, stat)) === documentId)) {
      places.set(documentId, { kind: 'here', path, stat })
      settled.add(path)
    } else lost.push(documentId)
  }
  for (const id of wanted) if (!rows.has(id)) lost.push(id)
  if (lost.length === 0) return places

  const found = new Map<string, { path: string; stat: string }[]>()
  const looking = new Set(lost)
  const others = [...vault.files].filter(([path]) => !settled.has(path))
  await someAtATime(others, async ([path, stat]) => {
    const id = await idAt(path, stat)
    if (id !== null && looking.has(id)) found.set(id, [...(found.get(id) ?? []), { path, stat }])
  })
  for (const id of lost) {
    const row = rows.get(id)
    const best = (found.get(id) ?? []).sort((a, b) => rank(a, row) - rank(b, row) || (a.path < b.path ? -1 : 1))[0]
    if (best !== undefined) places.set(id, { kind: 'here', ...best })
    else if (
      row !== undefined &&
      vault.files.has(row.path) &&
      (await idAt(row.path, vault.files.get(row.path) ?? '')) === null
    ) {
      places.set(id, { kind: 'released', path: row.path })
    } else places.set(id, { kind: 'gone' })
  }
  return places
}

/** Of several files with one id, the renamed one comes before a copy, and a program's conflict copy last. */
function rank({ path, stat }: { path: string; stat: string }, row: KnownFile | undefined): number {
  if (CONFLICT_COPY.test(path)) return 2
  return row !== undefined && inodeOf(stat) === inodeOf(row.stat) ? 0 : 1
}
