import { MAX_DEPTH, MAX_VALUES, type PlistValue } from './plist'

const TRAILER = 32

/**
 * Reads a binary property list, `bplist00` (CFBinaryPList.c is its only description).
 * @returns null when it is damaged, refers to itself, or has more values than any web archive
 */
export function readBinaryPlist(bytes: Uint8Array<ArrayBuffer>): PlistValue {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readObjects(bytes, file)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readObjects(bytes: Uint8Array<ArrayBuffer>, file: Buffer): PlistValue {
  const trailer = file.length - TRAILER
  const offsetBytes = file.readUInt8(trailer + 6)
  const refBytes = file.readUInt8(trailer + 7)
  const [count, top, table] = [8, 16, 24].map((at) => Number(file.readBigUInt64BE(trailer + at)))
  let values = 0
  let letters = 0
  const done = new Map<number, PlistValue>()

  const number = (at: number, length: number): number => {
    if (length === 8) return Number(file.readBigUInt64BE(at))
    if (length < 1 || length > 6) throw new RangeError('a number of an odd length')
    return file.readUIntBE(at, length)
  }
  const slice = (at: number, length: number): Buffer => {
    if (at + length > trailer) throw new RangeError('longer than the file')
    return file.subarray(at, at + length)
  }
  const refs = (at: number, length: number): number[] => {
    slice(at, length * refBytes)
    return Array.from({ length }, (_, index) => number(at + index * refBytes, refBytes))
  }
  /** Objects may share their bytes; texts made of the same bytes over and over would fill memory. */
  const words = (at: number, length: number): Buffer => {
    letters += length
    if (letters > file.length) throw new RangeError('more text than the file has')
    return slice(at, length)
  }
  /** @param above the objects that this one stands in: one that stands in itself never ends */
  const read = (index: number, above: readonly number[]): PlistValue => {
    const known = done.get(index)
    if (known !== undefined) return known
    const value = readNew(index, above)
    done.set(index, value)
    return value
  }
  const readNew = (index: number, above: readonly number[]): PlistValue => {
    if (++values > MAX_VALUES || above.length > MAX_DEPTH || above.includes(index) || index >= (count ?? 0))
      throw new RangeError('too many values, or one within itself')
    const at = number((table ?? 0) + index * offsetBytes, offsetBytes)
    const marker = file.readUInt8(at)
    const kind = marker >> 4
    if (kind === 0) return marker === 9 ? true : marker === 8 ? false : null
    if (kind === 1) return 2 ** (marker & 15) > 8 ? null : number(at + 1, 2 ** (marker & 15))
    let length = marker & 15
    let from = at + 1
    if (length === 15 && kind >= 4) {
      const width = 2 ** (file.readUInt8(from) & 15)
      length = number(from + 1, width)
      from += 1 + width
    }
    switch (kind) {
      case 4:
        return new Uint8Array(bytes.buffer, slice(from, length).byteOffset, length)
      case 5:
        return words(from, length).toString('latin1')
      case 6:
        return Buffer.from(words(from, length * 2))
          .swap16()
          .toString('utf16le')
      case 10:
        return refs(from, length).map((ref) => read(ref, [...above, index]))
      case 13: {
        const keys = refs(from, length)
        const own = refs(from + length * refBytes, length)
        return new Map(
          keys.map((key, place) => {
            const name = read(key, [...above, index])
            return [typeof name === 'string' ? name : '', read(own[place] ?? 0, [...above, index])]
          }),
        )
      }
      default:
        return null
    }
  }
  return read(top ?? 0, [])
}
