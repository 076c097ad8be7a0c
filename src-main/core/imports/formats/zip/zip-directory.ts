import iconv from 'iconv-lite'

/** One file of a zip archive, as its central directory describes it (APPNOTE 6.3.10, section 4.3.12). */
export interface ZipEntry {
  /** `/` between parts; never absolute, never with `..`. */
  readonly path: string
  /** Other readings of a name that does not say its encoding. */
  readonly otherPaths: readonly string[]
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  /** Where the local header is, from the first byte of the file. */
  readonly offset: number
}

/** Illustrated encyclopedias have some ten thousand files; a directory of a million is an attack. */
export const MAX_ENTRIES = 30_000

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const END_BYTES = 22
const COMMENT_BYTES = 0xffff

/** Why an archive cannot be read, in words that follow "it is". */
export class ZipProblem extends Error {}

/**
 * Reads the list of a zip archive's files. Folders, and names that would lead out of the archive, are left out.
 * @throws ZipProblem when there is no directory, it is damaged, or it is too long
 */
export function readZipDirectory(zip: Buffer): ZipEntry[] {
  const end = findEnd(zip)
  const { count, size, offset } = end
  if (count > MAX_ENTRIES) throw new ZipProblem(`an archive of more than ${MAX_ENTRIES.toLocaleString('en')} files`)
  // Bytes in front of an archive shift every offset in it.
  const shift = end.at - size - offset
  if (shift < 0) throw new ZipProblem('a damaged archive')
  const entries: ZipEntry[] = []
  let at = offset + shift
  for (let index = 0; index < count; index++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) damaged()
    const nameBytes = zip.readUInt16LE(at + 28)
    const extraBytes = zip.readUInt16LE(at + 30)
    const nameFrom = at + 46
    const next = nameFrom + nameBytes + extraBytes + zip.readUInt16LE(at + 32)
    if (next > zip.length) damaged()
    const flags = zip.readUInt16LE(at + 8)
    const name = zip.subarray(nameFrom, nameFrom + nameBytes)
    const [path = null, ...otherPaths] = decodeName(name, (flags & 0x800) !== 0).map(safePath)
    const sizes = wideSizes(zip, at, nameFrom + name.length, extraBytes)
    const method = zip.readUInt16LE(at + 10)
    const crc = zip.readUInt32LE(at + 16)
    if (path !== null && sizes !== null) {
      const isEncrypted = (flags & 1) !== 0
      const others = otherPaths.flatMap((other) => other ?? [])
      entries.push({ path, otherPaths: others, method, crc, isEncrypted, ...sizes, offset: sizes.offset + shift })
    }
    at = next
  }
  return entries
}

interface End {
  readonly at: number
  readonly count: number
  readonly size: number
  readonly offset: number
}

/** A comment may hold anything, even what looks like the end: the real one has a comment that ends where the file does. */
function findEnd(zip: Buffer): End {
  const found: number[] = []
  for (let at = zip.length - END_BYTES; at >= Math.max(0, zip.length - END_BYTES - COMMENT_BYTES); at--)
    if (zip.readUInt32LE(at) === END) found.push(at)
  const isWhole = (at: number) => at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length
  const candidates = [...found.filter(isWhole), ...found.filter((at) => !isWhole(at))]
  const at = candidates.find((from) => startsDirectory(zip, endAt(zip, from))) ?? candidates[0]
  if (at === undefined) throw new ZipProblem('an archive that was cut short, or not downloaded to its end')
  // 0xffff: the number is in the longer record.
  const disk = zip.readUInt16LE(at + 4)
  if (disk !== 0 && disk !== 0xffff) throw new ZipProblem('one part of an archive that was split into several')
  return endAt(zip, at) ?? damaged()
}

function damaged(): never {
  throw new ZipProblem('a damaged archive')
}

function startsDirectory(zip: Buffer, end: End | null): boolean {
  if (end === null) return false
  const from = end.at - end.size
  return end.count > 0 && from >= 0 && from + 4 <= zip.length && zip.readUInt32LE(from) === CENTRAL
}

function endAt(zip: Buffer, at: number): End | null {
  if (at >= 20 && zip.readUInt32LE(at - 20) === END_64_LOCATOR) return wideEnd(zip, at - 20)
  return {
    at,
    count: zip.readUInt16LE(at + 10),
    size: zip.readUInt32LE(at + 12),
    offset: zip.readUInt32LE(at + 16),
  }
}

function wideEnd(zip: Buffer, locator: number): End | null {
  const stated = Number(zip.readBigUInt64LE(locator + 8))
  const at = [stated, locator - 56].find(
    (from) => from >= 0 && from + 56 <= zip.length && zip.readUInt32LE(from) === END_64,
  )
  if (at === undefined) return null
  const number = (from: number) => Number(zip.readBigUInt64LE(at + from))
  return { at, count: number(32), size: number(40), offset: number(48) }
}

/** Sizes and offset of an entry; those that do not fit in 32 bits stand in an extra field (section 4.5.3). */
function wideSizes(
  zip: Buffer,
  at: number,
  extraFrom: number,
  extraBytes: number,
): Pick<ZipEntry, 'compressedSize' | 'size' | 'offset'> | null {
  let size = zip.readUInt32LE(at + 24)
  let compressedSize = zip.readUInt32LE(at + 20)
  let offset = zip.readUInt32LE(at + 42)
  const end = extraFrom + extraBytes
  for (let from = extraFrom; from + 4 <= end;) {
    const length = zip.readUInt16LE(from + 2)
    if (zip.readUInt16LE(from) === 1) {
      let value = from + 4
      const wide = (narrow: number): number => {
        if (narrow !== 0xffffffff || value + 8 > Math.min(end, from + 4 + length)) return narrow
        value += 8
        return Number(zip.readBigUInt64LE(value - 8))
      }
      size = wide(size)
      compressedSize = wide(compressedSize)
      offset = wide(offset)
    }
    from += 4 + length
  }
  return offset + compressedSize <= zip.length ? { size, compressedSize, offset } : null
}

/** What archivers of other times and places wrote names in without saying so. */
const ENCODINGS = ['cp437', 'windows-1252', 'shift_jis', 'gb18030', 'big5', 'euc-kr', 'windows-1251', 'cp866']

/** A name's readings, the likeliest first. */
function decodeName(name: Buffer, isUtf8: boolean): string[] {
  const text = name.toString('utf8')
  return isUtf8 || !text.includes('\uFFFD') ? [text] : ENCODINGS.map((encoding) => iconv.decode(name, encoding))
}

function safePath(name: string): string | null {
  const path = name.replace(/\\/gu, '/').replace(/^(?:\.\/)+/u, '')
  const isOutside = path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').includes('..')
  return path === '' || path.endsWith('/') || path.includes('\0') || isOutside ? null : path
}
