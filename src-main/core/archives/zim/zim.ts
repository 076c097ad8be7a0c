import { damaged } from './damage'
import { createClusters, type Clusters } from './clusters'
import { readEntry, type Entry, type ItemEntry } from './dirent'
import { openFileBytes, type FileBytes } from './file-bytes'
import { readHeader, readMimeTypes, type ZimHeader } from './header'

/** An open archive. */
export interface Zim {
  readonly file: FileBytes
  readonly header: ZimHeader
  readonly mimeTypes: readonly string[]
  readonly clusters: Clusters
  /** The namespace that holds what is for reading: C, or A in older archives. */
  readonly contentNamespace: 'A' | 'C'
  /** The entry of a number, in the order of paths. @throws LecternError archive-damaged */
  entry(index: number): Entry
  /** The entry of a namespace and path, by binary search; null when there is none. */
  find(namespace: string, path: string): Entry | null
  /** What a name stands for in the end. @throws LecternError archive-damaged when it leads in a circle or to nothing */
  resolve(entry: Entry): ItemEntry
  /** Where to begin reading; null when the archive does not say. */
  mainPage(): Entry | null
  /** The media type without parameters, in lower case. */
  mediaType(item: ItemEntry): string
  /** @throws LecternError archive-damaged, too-large when it has more than `most` bytes */
  read(item: ItemEntry, most: number): Promise<Buffer>
  /** A metadata text, such as `Title`; null when there is none. */
  metadata(name: string): Promise<string | null>
  close(): void
}

/** Redirects that are followed before a circle is assumed. */
const MOST_REDIRECTS = 16
const MOST_METADATA = 64 * 1024

/**
 * Opens a ZIM archive (openZIM, "ZIM file format": versions 5 and 6, both namespace schemes, whole or split). Only its header and
 * list of types are read.
 * @throws LecternError archive-missing, archive-damaged, unsupported-format
 */
export function openZim(path: string): Zim {
  const file = openFileBytes(path)
  try {
    return openBytes(file)
  } catch (error) {
    file.close()
    throw error
  }
}

function openBytes(file: FileBytes): Zim {
  const header = readHeader(file)
  const mimeTypes = readMimeTypes(file, header)
  const clusters = createClusters(file, header)
  const counts = { entries: header.entryCount, clusters: header.clusterCount, mimeTypes: mimeTypes.length }

  const entry = (index: number): Entry => {
    if (index < 0 || index >= header.entryCount) throw damaged(file.name, 'it refers to an entry that does not exist')
    const pointer = file.read(header.pathPointers + 8 * index, 8)
    // As a number: this is done for millions of titles, and what is too large for one lies outside any file.
    const offset = pointer.readUInt32LE(4) * 2 ** 32 + pointer.readUInt32LE(0)
    if (offset >= file.size || offset < header.mimeList) throw damaged(file.name, 'an entry lies outside the file')
    return readEntry(file, index, offset, counts)
  }

  const find = (namespace: string, path: string): Entry | null => {
    const wanted = Buffer.from(path)
    let [low, high] = [0, header.entryCount]
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2)
      const found = entry(middle)
      const order = compareNames(found.namespace, found.pathBytes, namespace, wanted)
      if (order === 0) return found
      if (order < 0) low = middle + 1
      else high = middle
    }
    return null
  }

  const resolve = (from: Entry): ItemEntry => {
    let current = from
    for (let steps = 0; steps < MOST_REDIRECTS; steps++) {
      if (current.kind === 'item') return current
      if (current.kind === 'deleted') throw damaged(file.name, `the entry ${from.path} has been taken out of it`)
      current = entry(current.target)
    }
    throw damaged(file.name, `the entry ${from.path} leads in a circle`)
  }

  const read = (item: ItemEntry, most: number): Promise<Buffer> => clusters.blob(item.cluster, item.blob, most)

  return {
    file,
    header,
    mimeTypes,
    clusters,
    contentNamespace: header.hasNewNamespaces ? 'C' : 'A',
    entry,
    find,
    resolve,
    mainPage: () => (header.mainPage === null ? find('W', 'mainPage') : entry(header.mainPage)),
    mediaType: ({ mimeType }) => (mimeTypes[mimeType] ?? '').replace(/;.*$/su, '').trim().toLowerCase(),
    read,
    async metadata(name) {
      const found = find('M', name)
      if (found === null || found.kind === 'deleted') return null
      const text = (await read(resolve(found), MOST_METADATA)).toString('utf8').trim()
      return text === '' ? null : text
    },
    close: () => file.close(),
  }
}

/** The order of archives: by namespace, then by the bytes of the name. */
export function compareNames(namespace: string, name: Buffer, otherNamespace: string, otherName: Buffer): number {
  if (namespace !== otherNamespace) return namespace < otherNamespace ? -1 : 1
  return Buffer.compare(name, otherName)
}
