import type { Entry } from './dirent'
import type { Zim } from './zim'

/** What an archive has for reading, in the order of titles. */
export interface Titles {
  readonly count: number
  /** @throws LecternError archive-damaged */
  at(index: number): Entry
  /** Whether an entry is for reading: older listings also name images and the like. */
  isPage(entry: Entry): boolean
  /** The first place whose title is not before `title` in the order of bytes. */
  lowerBound(title: Buffer): number
}

/** An archive of all of Wikipedia has a listing of some 30 MB. */
const MOST_LISTING = 256 * 1024 * 1024
const LISTINGS = ['listing/titleOrdered/v1', 'listing/titleOrdered/v0'] as const

/**
 * Opens the best list of titles that an archive has: that of its front articles, that of all entries, or, where it has neither,
 * its paths.
 * @throws LecternError archive-damaged, too-large
 */
export async function openTitles(zim: Zim): Promise<Titles> {
  const listing = await openListing(zim)
  const indexAt = listing?.at ?? ((index: number) => index)
  const all = listing?.count ?? zim.header.entryCount
  const at = (index: number): Entry => zim.entry(indexAt(index))
  const byTitle = listing !== null
  const nameOf = (entry: Entry): Buffer => (byTitle ? entry.titleBytes : entry.pathBytes)
  const namespace = zim.contentNamespace

  const bound = (isBefore: (entry: Entry) => boolean, from: number, to: number): number => {
    let [low, high] = [from, to]
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2)
      if (isBefore(at(middle))) low = middle + 1
      else high = middle
    }
    return low
  }
  const start = bound((entry) => entry.namespace < namespace, 0, all)
  const end = bound((entry) => entry.namespace <= namespace, start, all)

  return {
    count: end - start,
    at: (index) => at(start + index),
    isPage: (entry) =>
      entry.kind === 'redirect' ||
      (entry.kind === 'item' && /^(?:text\/html|application\/xhtml)/u.test(zim.mediaType(entry))),
    lowerBound: (title) => bound((entry) => Buffer.compare(nameOf(entry), title) < 0, start, end) - start,
  }
}

/** 4 bytes an entry. */
interface Listing {
  readonly count: number
  at(index: number): number
}

async function openListing(zim: Zim): Promise<Listing | null> {
  for (const path of LISTINGS) {
    const found = zim.header.hasNewNamespaces ? zim.find('X', path) : null
    if (found?.kind !== 'item') continue
    const place = zim.clusters.place(found.cluster, found.blob)
    if (place !== null) {
      const { offset, size } = place
      if (size >= 4)
        return { count: Math.floor(size / 4), at: (index) => zim.file.read(offset + 4 * index, 4).readUInt32LE(0) }
      continue
    }
    const bytes = await zim.read(found, MOST_LISTING)
    if (bytes.length >= 4) return { count: Math.floor(bytes.length / 4), at: (index) => bytes.readUInt32LE(4 * index) }
  }
  const { titlePointers, entryCount } = zim.header
  if (titlePointers === null) return null
  return { count: entryCount, at: (index) => zim.file.read(titlePointers + 4 * index, 4).readUInt32LE(0) }
}
