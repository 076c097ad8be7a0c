import { LecternError } from '@shared/contract/errors'
import { damaged } from './damage'
import type { FileBytes } from './file-bytes'

/** What stands at the beginning of every archive: where everything else is. Offsets are bytes from the file's beginning. */
export interface ZimHeader {
  /** Names the archive's content: a copy of the file has the same. Lower-case, with dashes. */
  readonly uuid: string
  /** Entries are content (C), metadata (M), well-known (W) and indexes (X); else the old A, I, - and the like. */
  readonly hasNewNamespaces: boolean
  readonly entryCount: number
  readonly clusterCount: number
  /** 8 bytes an entry, ordered by namespace and path. */
  readonly pathPointers: number
  /** 4 bytes an entry, ordered by namespace and title; null where the archive has listings instead. */
  readonly titlePointers: number | null
  readonly clusterPointers: number
  readonly mimeList: number
  /** Number of the entry to begin with. */
  readonly mainPage: number | null
  /** Of the 16 bytes of MD5 at the end; null in the oldest files. */
  readonly checksum: number | null
}

const MAGIC = 0x044d495a
const SIZE = 80
/** Before there were checksums. */
const OLD_SIZE = 72
const NONE_32 = 0xffffffff
const NONE_64 = 0xffffffffffffffffn

/**
 * Reads and checks the header (openZIM, "ZIM file format", versions 5.0 to 6.x).
 * @throws LecternError unsupported-format, archive-damaged
 */
export function readHeader(file: FileBytes): ZimHeader {
  if (file.size < 4 || file.read(0, 4).readUInt32LE(0) !== MAGIC) {
    throw new LecternError('unsupported-format', `${file.name} is not a ZIM archive. Nothing was added.`)
  }
  if (file.size < SIZE) throw damaged(file.name, 'it ends within its first lines, so it was cut short')
  const bytes = file.read(0, SIZE)
  const major = bytes.readUInt16LE(4)
  const minor = bytes.readUInt16LE(6)
  if (major !== 5 && major !== 6) {
    throw new LecternError(
      'unsupported-format',
      `${file.name} is a ZIM archive of version ${major}; Lectern reads versions 5 and 6. Nothing was added.`,
    )
  }
  const place = (at: number): number => {
    const value = bytes.readBigUInt64LE(at)
    if (value > BigInt(file.size)) throw damaged(file.name, 'a table lies outside the file, which may be cut short')
    return Number(value)
  }
  const mimeList = place(56)
  const titlePointers = bytes.readBigUInt64LE(40) === NONE_64 || bytes.readBigUInt64LE(40) === 0n ? null : place(40)
  const mainPage = bytes.readUInt32LE(64)
  const checksum = mimeList === OLD_SIZE ? 0 : place(72)
  const header: ZimHeader = {
    uuid: bytes.toString('hex', 8, 24).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
    hasNewNamespaces: major === 6 && minor >= 1,
    entryCount: bytes.readUInt32LE(24),
    clusterCount: bytes.readUInt32LE(28),
    pathPointers: place(32),
    titlePointers,
    clusterPointers: place(48),
    mimeList,
    mainPage: mainPage === NONE_32 ? null : mainPage,
    checksum: checksum === 0 ? null : checksum,
  }
  checkHeader(header, file)
  return header
}

function checkHeader(header: ZimHeader, { name, size }: FileBytes): void {
  const { entryCount, clusterCount, pathPointers, titlePointers, clusterPointers, mimeList, mainPage, checksum } =
    header
  const fits = (start: number, each: number, count: number): boolean =>
    start >= mimeList && start + each * count <= size
  if (mimeList !== SIZE && mimeList !== OLD_SIZE)
    throw damaged(name, 'its list of file types is not where it should be')
  if (!fits(pathPointers, 8, entryCount)) throw damaged(name, 'its list of paths lies outside the file')
  if (titlePointers !== null && !fits(titlePointers, 4, entryCount)) {
    throw damaged(name, 'its list of titles lies outside the file')
  }
  if (!fits(clusterPointers, 8, clusterCount)) throw damaged(name, 'its list of contents lies outside the file')
  if (clusterCount > entryCount || (entryCount > 0 && clusterCount === 0)) {
    throw damaged(name, 'it states an impossible number of entries')
  }
  if (mainPage !== null && mainPage >= entryCount) throw damaged(name, 'its main page does not exist')
  if (checksum !== null && (checksum < mimeList || checksum + 16 > size)) {
    throw damaged(name, 'its checksum lies outside the file, which may be cut short')
  }
}

/** The types of content, as entries number them. @throws LecternError archive-damaged */
export function readMimeTypes(file: FileBytes, header: ZimHeader): string[] {
  const { mimeList, pathPointers, titlePointers, clusterPointers, clusterCount } = header
  const firstCluster = clusterCount > 0 ? Number(file.read(clusterPointers, 8).readBigUInt64LE(0)) : file.size
  const after = [pathPointers, titlePointers ?? file.size, clusterPointers, firstCluster, file.size]
  const end = Math.min(...after.filter((place) => place > mimeList), mimeList + MOST_MIME_BYTES)
  const bytes = file.read(mimeList, end - mimeList)
  const types: string[] = []
  for (let at = 0; at < bytes.length;) {
    const stop = bytes.indexOf(0, at)
    if (stop < 0) break
    if (stop === at) return types
    types.push(bytes.toString('utf8', at, stop))
    at = stop + 1
  }
  throw damaged(file.name, 'its list of file types does not end')
}

const MOST_MIME_BYTES = 64 * 1024
