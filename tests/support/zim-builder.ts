import { createHash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'

/** An entry to put into an archive. */
export interface GivenEntry {
  /** Namespace, slash, path: `C/Marie_Curie`. */
  readonly path: string
  readonly title?: string
  /** Path of the entry that this one leads to. */
  readonly redirect?: string
  readonly mediaType?: string
  readonly content?: string | Uint8Array
}

/** How an archive is made. */
export interface GivenArchive {
  readonly entries: readonly GivenEntry[]
  /** Path of the page to begin with. */
  readonly main?: string
  /** 5 for the old namespaces, 6.1 for the new ones. */
  readonly version?: 5 | 6
  readonly compression?: 'none' | 'zstd'
  /** Offsets of 8 bytes in clusters. */
  readonly extended?: boolean
  /** Blobs of one cluster. */
  readonly perCluster?: number
  readonly uuid?: Buffer
  /** Changes the bytes before the checksum is taken. */
  readonly damage?: (bytes: Buffer, places: ZimPlaces) => void
}

/** Where the parts of a built archive are. */
export interface ZimPlaces {
  readonly pathPointers: number
  readonly titlePointers: number
  readonly clusterPointers: number
  readonly entries: ReadonlyMap<string, number>
  readonly clusters: readonly number[]
}

const REDIRECT = 0xffff
const NONE = 0xffffffff

/** Builds a ZIM archive as the format's description says, for tests. */
export function buildZim(given: GivenArchive): Buffer {
  const { version = 6, compression = 'zstd', extended = false, perCluster = 4 } = given
  const entries = [...given.entries, ...listing(given.entries, version)].sort((a, b) => compare(keyOf(a), keyOf(b)))
  const indexOf = new Map(entries.map((entry, index) => [entry.path, index]))
  const types = [...new Set(entries.flatMap((entry) => (entry.redirect === undefined ? [typeOf(entry)] : [])))]
  const mimeList = Buffer.concat([...types.map((type) => Buffer.from(`${type}\0`)), Buffer.from('\0')])

  // The listing stands in the file as it is, so that the header can point into it.
  const items = entries.filter((entry) => entry.redirect === undefined)
  const plain = items.filter(({ path }) => path.startsWith('X/'))
  const packed = items.filter(({ path }) => !path.startsWith('X/'))
  const groups: { readonly items: GivenEntry[]; readonly packed: boolean }[] = []
  for (let at = 0; at < packed.length; at += perCluster) {
    groups.push({ items: packed.slice(at, at + perCluster), packed: compression === 'zstd' })
  }
  if (plain.length > 0) groups.push({ items: plain, packed: false })
  const placeOf = new Map(
    groups.flatMap((group, cluster) => group.items.map((item, blob) => [item.path, { cluster, blob }])),
  )
  const titleOrder = [...entries.keys()].sort((a, b) => compare(titleKeyOf(entries[a]), titleKeyOf(entries[b])))

  const contentOf = (entry: GivenEntry): Buffer => {
    if (entry.path === LISTING) {
      const pages = titleOrder.filter((index) => isPage(entries[index]))
      return Buffer.concat(pages.map((index) => uint32(index)))
    }
    return Buffer.from(entry.content ?? '')
  }
  const clusters = groups.map((group) => cluster(group.items.map(contentOf), group.packed, extended))

  const start = 80 + mimeList.length
  const clusterPlaces: number[] = []
  let at = start
  for (const { length } of clusters) {
    clusterPlaces.push(at)
    at += length
  }
  const dirents = entries.map((entry) => dirent(entry, types, placeOf, indexOf))
  const direntPlaces: number[] = []
  for (const { length } of dirents) {
    direntPlaces.push(at)
    at += length
  }
  const pathPointers = at
  const titlePointers = pathPointers + 8 * entries.length
  const clusterPointers = titlePointers + 4 * entries.length
  const checksum = clusterPointers + 8 * clusters.length

  const header = Buffer.alloc(80)
  header.writeUInt32LE(0x044d495a, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version === 6 ? 1 : 0, 6)
  const uuid =
    given.uuid ??
    createHash('md5')
      .update(JSON.stringify(entries.map(({ path }) => path)))
      .digest()
  uuid.copy(header, 8)
  header.writeUInt32LE(entries.length, 24)
  header.writeUInt32LE(clusters.length, 28)
  for (const [place, value] of [
    [32, pathPointers],
    [40, titlePointers],
    [48, clusterPointers],
    [56, 80],
    [72, checksum],
  ]) {
    header.writeBigUInt64LE(BigInt(value ?? 0), place)
  }
  header.writeUInt32LE(given.main === undefined ? NONE : (indexOf.get(given.main) ?? NONE), 64)
  header.writeUInt32LE(NONE, 68)
  const bytes = Buffer.concat([
    header,
    mimeList,
    ...clusters,
    ...dirents,
    ...direntPlaces.map(uint64),
    ...titleOrder.map(uint32),
    ...clusterPlaces.map(uint64),
  ])
  given.damage?.(bytes, {
    pathPointers,
    titlePointers,
    clusterPointers,
    entries: new Map(entries.map(({ path }, index) => [path, direntPlaces[index] ?? 0])),
    clusters: clusterPlaces,
  })
  return Buffer.concat([bytes, createHash('md5').update(bytes).digest()])
}

const LISTING = 'X/listing/titleOrdered/v1'

function listing(entries: readonly GivenEntry[], version: 5 | 6): GivenEntry[] {
  const isStated = entries.some(({ path }) => path.startsWith('X/listing/'))
  return version === 5 || isStated ? [] : [{ path: LISTING, mediaType: 'application/octet-stream+zimlisting' }]
}

function isPage(entry: GivenEntry | undefined): boolean {
  if (entry === undefined || !/^[AC]\//u.test(entry.path)) return false
  return entry.redirect !== undefined || typeOf(entry) === 'text/html'
}

function typeOf({ path, mediaType }: GivenEntry): string {
  return mediaType ?? (path.startsWith('M/') ? 'text/plain' : 'text/html')
}

function keyOf({ path }: GivenEntry): Buffer {
  return Buffer.from(path.slice(0, 1) + path.slice(2))
}

function titleKeyOf(entry: GivenEntry | undefined): Buffer {
  return Buffer.from((entry?.path.slice(0, 1) ?? '') + (entry?.title ?? entry?.path.slice(2) ?? ''))
}

function compare(a: Buffer, b: Buffer): number {
  return Buffer.compare(a, b)
}

function dirent(
  entry: GivenEntry,
  types: readonly string[],
  placeOf: ReadonlyMap<string, { readonly cluster: number; readonly blob: number }>,
  indexOf: ReadonlyMap<string, number>,
): Buffer {
  const isRedirect = entry.redirect !== undefined
  const head = Buffer.alloc(isRedirect ? 12 : 16)
  head.writeUInt16LE(isRedirect ? REDIRECT : types.indexOf(typeOf(entry)), 0)
  head.write(entry.path.charAt(0), 3, 'latin1')
  const place = placeOf.get(entry.path)
  head.writeUInt32LE(isRedirect ? (indexOf.get(entry.redirect) ?? 0) : (place?.cluster ?? 0), 8)
  if (!isRedirect) head.writeUInt32LE(place?.blob ?? 0, 12)
  return Buffer.concat([head, Buffer.from(`${entry.path.slice(2)}\0${entry.title ?? ''}\0`)])
}

function cluster(blobs: readonly Buffer[], packed: boolean, extended: boolean): Buffer {
  const width = extended ? 8 : 4
  let offset = width * (blobs.length + 1)
  const offsets = [offset, ...blobs.map(({ length }) => (offset += length))]
  const body = Buffer.concat([...offsets.map(extended ? uint64 : uint32), ...blobs])
  return Buffer.concat([
    Buffer.from([(packed ? 5 : 1) | (extended ? 0x10 : 0)]),
    packed ? zstdCompressSync(body) : body,
  ])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
