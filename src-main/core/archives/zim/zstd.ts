import { Decompress } from 'fzstd'

/** A block never holds more (RFC 8878, 3.1.1.2.4). */
const BLOCK_BYTES = 128 * 1024
const MAGIC = 0xfd2fb528

/**
 * Decompresses one Zstandard frame (RFC 8878); what follows it in `bytes` is left alone. The frame's blocks are walked first, so
 * that neither a stated size nor a bomb makes it take more than `most` bytes. Changes `bytes`.
 * @throws Error when the frame is damaged; RangeError when it holds more than `most` bytes
 */
export function unpackZstd(bytes: Uint8Array, most: number): Buffer {
  const { end, bound } = walk(bytes)
  if (bound > most + BLOCK_BYTES) throw new RangeError('too much')
  narrowWindow(bytes, bound)
  const parts: Uint8Array[] = []
  let size = 0
  const unpacker = new Decompress((part) => {
    size += part.length
    if (size > most) throw new RangeError('too much')
    parts.push(part)
  })
  unpacker.push(bytes.subarray(0, end), true)
  return Buffer.concat(parts, size)
}

/** Where the frame ends, and the most that it can hold. */
function walk(bytes: Uint8Array): { end: number; bound: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== MAGIC) throw new Error('not a Zstandard frame')
  const flags = view.getUint8(4)
  if ((flags & 3) !== 0) throw new Error('needs a dictionary')
  const isSingleSegment = (flags & 32) !== 0
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0
  let at = 5 + (isSingleSegment ? 0 : 1) + sizeBytes
  let bound = 0
  for (let isLast = false; !isLast;) {
    const head = view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
    isLast = (head & 1) === 1
    const kind = (head >> 1) & 3
    const size = head >> 3
    if (size > BLOCK_BYTES) throw new Error('a block is too large')
    bound += kind === 2 ? BLOCK_BYTES : size
    at += 3 + (kind === 1 ? 1 : size)
  }
  const end = at + ((flags & 4) === 0 ? 0 : 4)
  if (end > bytes.length) throw new Error('cut short')
  return { end, bound }
}

/**
 * States the smallest window that holds all of the frame: the decompressor moves its whole window at each block, and an archive
 * made with much memory to spare states windows of many times its clusters' size.
 */
function narrowWindow(bytes: Uint8Array, bound: number): void {
  const isSingleSegment = ((bytes[4] ?? 0) & 32) !== 0
  if (isSingleSegment) {
    // Its window is what it states to hold, which may be a lie.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const kind = (bytes[4] ?? 0) >> 6
    const stated = [view.getUint8(5), view.getUint16(5, true) + 256, view.getUint32(5, true)][kind] ?? Infinity
    if (stated > bound) throw new Error('states a wrong size')
    return
  }
  const needed = Math.max(bound, BLOCK_BYTES)
  const power = Math.max(0, Math.ceil(Math.log2(needed)) - 10)
  if (power < (bytes[5] ?? 0) >> 3) bytes[5] = power << 3
}
