import { inflateRawSync } from 'node:zlib'
import { crc32 } from './crc32'
import { readZipDirectory, ZipProblem, type ZipEntry } from './zip-directory'

/** A scanned page or a whole book's text fits; four times what the heap of an import worker takes is refused. */
const MAX_FILE_BYTES = 64 * 1024 * 1024
/** All that is ever inflated of one archive. Books with very many pictures have some 200 MB. */
const MAX_TOTAL_BYTES = 512 * 1024 * 1024
/** Text compresses to a twentieth, an empty page to a hundredth; deflate's utmost, which bombs use, is 1,032 times. */
const MAX_RATIO = 400
const ANY_RATIO_BYTES = 1024 * 1024

const LOCAL = 0x04034b50

/** The files of a zip archive, inflated one at a time and only when asked for. */
export interface ZipArchive {
  readonly paths: readonly string[]
  /** Why some of its files cannot be read, in words that follow "in"; null when nothing is unusual. */
  readonly problem: string | null
  /**
   * @param path with `/`; letter case, Unicode form and percent signs count only where two names differ in nothing else, and names
   *   that do not say their encoding are found in any that is usual
   * @returns null when there is no such file, or it is encrypted, damaged (length, CRC) or too large
   */
  get(path: string): Uint8Array<ArrayBuffer> | null
}

/**
 * Opens a zip archive that lies in memory.
 * @throws ZipProblem when it is damaged, has too many files, or files that share bytes, as bombs have
 */
export function openZip(bytes: Uint8Array<ArrayBuffer>): ZipArchive {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readZipDirectory(zip)
  refuseOverlaps(entries)
  const exact = new Map<string, ZipEntry>()
  const folded = new Map<string, ZipEntry>()
  for (const entry of entries) {
    if (!exact.has(entry.path)) exact.set(entry.path, entry)
    if (!folded.has(fold(entry.path))) folded.set(fold(entry.path), entry)
  }
  for (const entry of entries)
    for (const path of [unescaped(entry.path), ...entry.otherPaths].map(fold))
      if (!folded.has(path)) folded.set(path, entry)
  let left = MAX_TOTAL_BYTES
  return {
    paths: [...exact.keys()],
    problem: problemOf(entries),
    get(path) {
      const entry = exact.get(path) ?? folded.get(fold(path))
      if (entry === undefined || entry.size > left) return null
      const content = contentOf(zip, entry)
      left -= content?.byteLength ?? 0
      return content
    },
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** Some archivers store names as they stand in links. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function problemOf(entries: readonly ZipEntry[]): string | null {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'an archive with a password'
  const isUsual = ({ method }: ZipEntry) => method === 0 || method === 8
  return entries.every(isUsual)
    ? null
    : 'an archive that is packed in a way EPUB does not know (only Deflate is allowed)'
}

function refuseOverlaps(entries: readonly ZipEntry[]): void {
  let end = 0
  for (const { offset, compressedSize } of [...entries].sort((one, other) => one.offset - other.offset)) {
    if (offset < end) throw new ZipProblem('an archive whose files overlap, as those made to do harm')
    end = offset + 30 + compressedSize
  }
}

function contentOf(zip: Buffer, entry: ZipEntry): Uint8Array<ArrayBuffer> | null {
  const { offset, size, compressedSize, method, isEncrypted } = entry
  const isBomb = size > ANY_RATIO_BYTES && size > compressedSize * MAX_RATIO
  if (isEncrypted || size > MAX_FILE_BYTES || isBomb || offset + 30 > zip.length) return null
  if (zip.readUInt32LE(offset) !== LOCAL) return null
  const from = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  const packed = zip.subarray(from, from + compressedSize)
  if (packed.length !== compressedSize) return null
  const content = method === 0 ? packed : method === 8 ? inflate(packed, size) : null
  if (content?.length !== size || crc32(content) !== entry.crc) return null
  return new Uint8Array(content)
}

/** Never makes more bytes than were declared. */
function inflate(packed: Buffer, size: number): Buffer | null {
  try {
    return size === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: size })
  } catch {
    return null
  }
}
