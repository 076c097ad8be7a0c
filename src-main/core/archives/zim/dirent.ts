import { damaged } from './damage'
import type { FileBytes } from './file-bytes'

interface Named {
  /** Number of the entry, in the order of paths. */
  readonly index: number
  /** One letter. */
  readonly namespace: string
  readonly path: string
  /** The path where the archive states no title. */
  readonly title: string
  /** Path in UTF-8: the order of archives is that of bytes. */
  readonly pathBytes: Buffer
  readonly titleBytes: Buffer
}

/** Something that can be read. */
export interface ItemEntry extends Named {
  readonly kind: 'item'
  /** Number of its type in the archive's list. */
  readonly mimeType: number
  readonly cluster: number
  readonly blob: number
}

/** Another name of an entry. */
export interface RedirectEntry extends Named {
  readonly kind: 'redirect'
  /** Number of the entry that is meant. */
  readonly target: number
}

/** One name in an archive ("directory entry"). */
export type Entry = ItemEntry | RedirectEntry | (Named & { readonly kind: 'deleted' })

const REDIRECT = 0xffff
const LINK_TARGET = 0xfffe
const DELETED = 0xfffd
/** Names are short; those that are not are looked for once more. */
const USUAL_BYTES = 512
const MOST_BYTES = 64 * 1024

/** What the numbers of an entry are checked against. */
export interface Counts {
  readonly entries: number
  readonly clusters: number
  readonly mimeTypes: number
}

/** Reads the entry at a place. @throws LecternError archive-damaged */
export function readEntry(file: FileBytes, index: number, offset: number, counts: Counts): Entry {
  for (const most of [USUAL_BYTES, MOST_BYTES]) {
    const entry = parse(file.read(offset, Math.min(most, file.size - offset)), index, counts, file.name)
    if (entry !== null) return entry
  }
  throw damaged(file.name, 'the name of an entry does not end')
}

/** null when the bytes end before the entry does. */
function parse(bytes: Buffer, index: number, counts: Counts, name: string): Entry | null {
  if (bytes.length < 16) throw damaged(name, 'an entry reaches past the end of the file')
  const mimeType = bytes.readUInt16LE(0)
  const isEmpty = mimeType === LINK_TARGET || mimeType === DELETED
  const pathStart = isEmpty ? 8 : mimeType === REDIRECT ? 12 : 16
  const pathEnd = bytes.indexOf(0, pathStart)
  const titleEnd = pathEnd < 0 ? -1 : bytes.indexOf(0, pathEnd + 1)
  if (titleEnd < 0) return null
  const pathBytes = bytes.subarray(pathStart, pathEnd)
  const titleBytes = titleEnd === pathEnd + 1 ? pathBytes : bytes.subarray(pathEnd + 1, titleEnd)
  const path = pathBytes.toString('utf8')
  const title = titleBytes === pathBytes ? path : titleBytes.toString('utf8')
  const named = { index, namespace: String.fromCharCode(bytes[3] ?? 0), path, title, pathBytes, titleBytes }
  if (isEmpty) return { kind: 'deleted', ...named }
  if (mimeType === REDIRECT) {
    const target = bytes.readUInt32LE(8)
    if (target >= counts.entries) throw damaged(name, `the entry ${path} leads to one that does not exist`)
    return { kind: 'redirect', ...named, target }
  }
  const cluster = bytes.readUInt32LE(8)
  if (mimeType >= counts.mimeTypes || cluster >= counts.clusters) {
    throw damaged(name, `the entry ${path} refers to content that does not exist`)
  }
  return { kind: 'item', ...named, mimeType, cluster, blob: bytes.readUInt32LE(12) }
}
