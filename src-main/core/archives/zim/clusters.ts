import { LecternError } from '@shared/contract/errors'
import { damaged } from './damage'
import type { FileBytes } from './file-bytes'
import type { ZimHeader } from './header'
import { unpackXz } from './xz'
import { unpackZstd } from './zstd'

/** Content of an archive, by cluster and number in it. */
export interface Clusters {
  /**
   * One blob whole.
   * @throws LecternError archive-damaged, too-large, unsupported-format
   */
  blob(cluster: number, blob: number, most: number): Promise<Buffer>
  /** Whether a cluster begins inside the file. @throws LecternError archive-damaged */
  find(cluster: number): void
  /** Where an uncompressed blob lies in the file; null for a compressed one. @throws LecternError archive-damaged */
  place(cluster: number, blob: number): { readonly offset: number; readonly size: number } | null
  /** How many blobs a cluster has, every offset checked. @throws LecternError archive-damaged */
  check(cluster: number): Promise<number>
}

/** The most that one cluster may hold, unpacked: writers make them of 2 MB, or of one blob where that is larger. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_PACKED = 64 * 1024 * 1024
/** Unpacked clusters that are kept at hand, in bytes: pages and their images lie together. */
const CACHE_BYTES = 48 * 1024 * 1024

const [NONE, ZLIB, BZIP2, XZ, ZSTD] = [1, 2, 3, 4, 5] as const
const EXTENDED = 0x10

interface Cluster {
  readonly start: number
  /** Where the next thing in the file begins. */
  readonly end: number
  readonly compression: number
  /** Bytes of one offset in its table. */
  readonly width: 4 | 8
}

/** The bytes of a cluster behind its first byte, from the file or unpacked. */
interface Body {
  readonly size: number
  read(offset: number, length: number): Buffer
}

export function createClusters(file: FileBytes, header: ZimHeader): Clusters {
  const unpacked = new Map<number, Promise<Buffer>>()
  const sizes = new Map<number, number>()
  let kept = 0

  const pointer = (index: number): number => {
    const value = file.read(header.clusterPointers + 8 * index, 8).readBigUInt64LE(0)
    if (value >= BigInt(file.size) || value < BigInt(header.mimeList)) {
      throw damaged(file.name, 'a piece of content lies outside the file')
    }
    return Number(value)
  }

  const open = (index: number): Cluster => {
    if (index >= header.clusterCount) throw damaged(file.name, 'an entry refers to content that does not exist')
    const start = pointer(index)
    const first = file.read(start, 1)[0] ?? 0
    const compression = first & 0x0f
    // In newer archives the list of titles is itself content.
    const titles = header.hasNewNamespaces ? null : header.titlePointers
    const tables = [header.pathPointers, titles, header.clusterPointers, header.checksum, file.size]
    const next = index + 1 < header.clusterCount ? pointer(index + 1) : file.size
    const end = Math.min(...[...tables, next].flatMap((place) => (place !== null && place > start ? [place] : [])))
    return { start, end, compression: compression === 0 ? NONE : compression, width: (first & EXTENDED) === 0 ? 4 : 8 }
  }

  const unpack = async (index: number, { start, end, compression }: Cluster): Promise<Buffer> => {
    const packed = Buffer.from(file.read(start + 1, Math.min(end - start - 1, MOST_PACKED)))
    try {
      return compression === XZ ? await unpackXz(packed, MOST_UNPACKED) : unpackZstd(packed, MOST_UNPACKED)
    } catch (error) {
      if (error instanceof RangeError && error.message === 'too much') throw tooLarge(file.name)
      throw damaged(file.name, `content ${index} cannot be unpacked`)
    }
  }

  const cached = (index: number, cluster: Cluster): Promise<Buffer> => {
    const known = unpacked.get(index)
    unpacked.delete(index)
    const bytes = known ?? unpack(index, cluster)
    unpacked.set(index, bytes)
    if (known === undefined) {
      bytes.then(
        ({ length }) => {
          sizes.set(index, length)
          kept += length
          for (const oldest of unpacked.keys()) {
            if (kept <= CACHE_BYTES || oldest === index) break
            forget(oldest)
          }
        },
        () => unpacked.delete(index),
      )
    }
    return bytes
  }

  const forget = (index: number): void => {
    unpacked.delete(index)
    kept -= sizes.get(index) ?? 0
    sizes.delete(index)
  }

  const inFile = ({ start, end }: Cluster): Body => ({
    size: end - start - 1,
    read: (offset, length) => file.read(start + 1 + offset, length),
  })

  const body = async (index: number, cluster: Cluster): Promise<Body> => {
    switch (cluster.compression) {
      case NONE:
        return inFile(cluster)
      case XZ:
      case ZSTD: {
        const bytes = await cached(index, cluster)
        return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }
      }
      case ZLIB:
      case BZIP2:
        throw new LecternError(
          'unsupported-format',
          `${file.name} is packed in a way that was given up in 2010 (${cluster.compression === ZLIB ? 'zlib' : 'bzip2'}). Lectern does not read it.`,
        )
      default:
        throw damaged(file.name, `content ${index} is packed in an unknown way`)
    }
  }

  const offsetAt = ({ read, size }: Body, width: 4 | 8, at: number): number => {
    if ((at + 1) * width > size) throw damaged(file.name, 'a table of content reaches past its end')
    const bytes = read(at * width, width)
    const value = width === 4 ? BigInt(bytes.readUInt32LE(0)) : bytes.readBigUInt64LE(0)
    if (value > BigInt(size)) throw damaged(file.name, 'a piece of content reaches past its end')
    return Number(value)
  }

  const countOf = (from: Body, width: 4 | 8): number => {
    const first = offsetAt(from, width, 0)
    if (first < width || first % width !== 0) throw damaged(file.name, 'a table of content has an impossible length')
    return first / width - 1
  }

  const extent = (from: Body, width: 4 | 8, blob: number): { offset: number; size: number } => {
    if (blob >= countOf(from, width)) throw damaged(file.name, 'an entry refers to content that does not exist')
    const offset = offsetAt(from, width, blob)
    const size = offsetAt(from, width, blob + 1) - offset
    if (size < 0 || offset < offsetAt(from, width, 0)) throw damaged(file.name, 'pieces of content overlap')
    return { offset, size }
  }

  return {
    async blob(index, blob, most) {
      const cluster = open(index)
      const from = await body(index, cluster)
      const { offset, size } = extent(from, cluster.width, blob)
      if (size > most) throw tooLarge(file.name)
      return from.read(offset, size)
    },
    find: (index) => void open(index),
    place(index, blob) {
      const cluster = open(index)
      if (cluster.compression !== NONE) return null
      const { offset, size } = extent(inFile(cluster), cluster.width, blob)
      return { offset: cluster.start + 1 + offset, size }
    },
    async check(index) {
      const cluster = open(index)
      const from = await body(index, cluster)
      const count = countOf(from, cluster.width)
      for (let blob = 0; blob < count; blob++) extent(from, cluster.width, blob)
      return count
    },
  }
}

function tooLarge(name: string): LecternError {
  return new LecternError('too-large', `A piece of ${name} is larger than Lectern reads (64 MB).`)
}
