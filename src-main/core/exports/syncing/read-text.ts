import { readFile } from 'node:fs/promises'
import { statOf } from './vault'

/** A file's text and how it looked when it was read. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string; readonly stat: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly message: string }

/** Files that are larger were not made by an export, in bytes. */
const LARGEST = 32 * 1024 * 1024

/** Reads a file as UTF-8, every byte kept; what is no UTF-8 is refused, since it could not be written back as it was. */
export async function readText(path: string): Promise<ReadText> {
  const before = await statOf(path)
  if (before === null) return { kind: 'gone' }
  if (Number(before.split(':')[0]) > LARGEST)
    return { kind: 'refused', message: 'It is larger than 32 MB and was left alone.' }
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return code === 'ENOENT'
      ? { kind: 'gone' }
      : { kind: 'refused', message: `It could not be read (${code}) and was left alone.` }
  }
  if ((await statOf(path)) !== before)
    return { kind: 'refused', message: 'It was being written just now; the next sync takes it up.' }
  try {
    // A byte order mark is part of the text here: it is written back.
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      stat: before,
    }
  } catch {
    return {
      kind: 'refused',
      message: 'It is not UTF-8 text and was left alone. Save it as UTF-8 to have it kept up to date.',
    }
  }
}
