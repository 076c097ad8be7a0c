/** How long an XZ stream is, and how much it holds. Both in bytes. */
export interface XzExtent {
  readonly end: number
  readonly size: number
}

const MAGIC = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])
const LZMA2 = 0x21
/** Size of each kind of check (The .xz File Format, 2.1.1.2). */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64]
const FOOTER_BYTES = 12

/**
 * Walks through an XZ stream without unpacking it: LZMA2 states the size of each of its chunks.
 * @throws Error when it is no such stream, or ends too early
 */
export function measureXz(bytes: Buffer): XzExtent {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('not an XZ stream')
  const checkBytes = CHECK_BYTES[byte(bytes, 7) & 0x0f] ?? 0
  let at = 12
  let size = 0
  while (byte(bytes, at) !== 0) {
    const block = measureBlock(bytes, at)
    size += block.size
    at = aligned(block.end) + checkBytes
  }
  const end = indexEnd(bytes, at) + FOOTER_BYTES
  if (end > bytes.length) throw new Error('cut short')
  return { end, size }
}

function measureBlock(bytes: Buffer, start: number): XzExtent {
  const flags = byte(bytes, start + 1)
  if ((flags & 0x3f) !== 0) throw new Error('packed with a filter')
  let at = start + 2
  if ((flags & 0x40) !== 0) at = number(bytes, at).end
  if ((flags & 0x80) !== 0) at = number(bytes, at).end
  if (byte(bytes, at) !== LZMA2) throw new Error('not LZMA2')
  at = start + (byte(bytes, start) + 1) * 4
  let size = 0
  for (;;) {
    const control = byte(bytes, at)
    if (control === 0) return { end: at + 1, size }
    const low = pair(bytes, at + 1) + 1
    if (control < 0x80) {
      size += low
      at += 3 + low
    } else {
      size += ((control & 0x1f) << 16) + low
      at += (control >= 0xc0 ? 6 : 5) + pair(bytes, at + 3) + 1
    }
  }
}

/** Each record of the index is two numbers; padding and a CRC-32 follow. */
function indexEnd(bytes: Buffer, start: number): number {
  let { value: records, end: at } = number(bytes, start + 1)
  for (; records > 0; records--) at = number(bytes, number(bytes, at).end).end
  return aligned(at - start) + start + 4
}

/** Everything in a stream begins at a multiple of four bytes. */
function aligned(at: number): number {
  return Math.ceil(at / 4) * 4
}

/** A number of 7 bits a byte (1.2), as far as sizes here go. */
function number(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0
  for (let at = start; at < start + 9; at++) {
    const next = byte(bytes, at)
    value += (next & 0x7f) * 2 ** (7 * (at - start))
    if (next < 0x80) return { value, end: at + 1 }
  }
  throw new Error('a number does not end')
}

function pair(bytes: Buffer, at: number): number {
  return (byte(bytes, at) << 8) | byte(bytes, at + 1)
}

function byte(bytes: Buffer, at: number): number {
  const value = bytes[at]
  if (value === undefined) throw new Error('cut short')
  return value
}
