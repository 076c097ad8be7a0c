import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { damaged, unreachable } from './damage'

/** Bytes of an archive by their place, whether it is one file or many. */
export interface FileBytes {
  /** The file's name, for messages. */
  readonly name: string
  /** All parts together, in bytes. */
  readonly size: number
  /**
   * The bytes at a place; a view that must not be changed.
   * @throws LecternError archive-damaged when they lie outside the file, archive-missing when it cannot be read any more
   */
  read(offset: number, length: number): Buffer
  close(): void
}

interface Part {
  readonly handle: number
  readonly start: number
  readonly end: number
}

const BLOCK = 64 * 1024
/** 16 MB of what was read last. */
const BLOCKS = 256
/** A split archive's parts are called `.zimaa` to `.zimzz`. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Opens an archive for reading at any place; archives are larger than memory, so only what is asked for is read.
 * Takes the first part of a split archive (`.zimaa`), or the name it had before it was split.
 * @throws LecternError archive-missing
 */
export function openFileBytes(path: string): FileBytes {
  const name = basename(path)
  const parts = openParts(path)
  const size = parts.at(-1)?.end ?? 0
  const blocks = new Map<number, Buffer>()

  const fill = (target: Buffer, offset: number): void => {
    let done = 0
    for (const { handle, start, end } of parts) {
      while (offset + done < end && done < target.length) {
        const length = Math.min(end - offset - done, target.length - done)
        const got = tryTo(path, () => readSync(handle, target, done, length, offset + done - start))
        if (got === 0) throw damaged(name, 'it has become shorter while it was read')
        done += got
      }
    }
  }

  const block = (index: number): Buffer => {
    const known = blocks.get(index)
    // What is asked for again and again is read anew now and then; keeping the order of use would cost more.
    if (known !== undefined) return known
    const fresh = Buffer.allocUnsafeSlow(Math.min(BLOCK, size - index * BLOCK))
    fill(fresh, index * BLOCK)
    blocks.set(index, fresh)
    const oldest = blocks.keys().next()
    if (blocks.size > BLOCKS && oldest.done !== true) blocks.delete(oldest.value)
    return fresh
  }

  return {
    name,
    size,
    read(offset, length) {
      if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || offset + length > size) {
        throw damaged(name, 'it refers to a place outside the file')
      }
      const first = Math.floor(offset / BLOCK)
      if (length <= BLOCK && Math.floor((offset + Math.max(length, 1) - 1) / BLOCK) === first && offset < size) {
        return block(first).subarray(offset - first * BLOCK, offset - first * BLOCK + length)
      }
      const bytes = Buffer.allocUnsafeSlow(length)
      fill(bytes, offset)
      return bytes
    },
    close: () => parts.forEach(({ handle }) => closeSync(handle)),
  }
}

/** The files that an archive consists of, by the path it was added with. */
export function partsOf(path: string): string[] {
  const split = /\.zimaa$/iu.test(path) ? path.slice(0, -2) : existsSync(path) ? null : path
  if (split === null || !existsSync(`${split}aa`)) return [path]
  const found: string[] = []
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      if (!existsSync(`${split}${first}${second}`)) return found
      found.push(`${split}${first}${second}`)
    }
  }
  return found
}

function openParts(path: string): Part[] {
  const opened: Part[] = []
  try {
    for (const file of partsOf(path)) {
      const handle = tryTo(path, () => openSync(file, 'r'))
      const start = opened.at(-1)?.end ?? 0
      opened.push({ handle, start, end: start })
      const info = tryTo(path, () => fstatSync(handle))
      if (!info.isFile()) throw unreachable(path, null)
      opened.splice(-1, 1, { handle, start, end: start + info.size })
    }
    return opened
  } catch (error) {
    for (const { handle } of opened) closeSync(handle)
    throw error
  }
}

function tryTo<Result>(path: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw unreachable(path, error)
  }
}
