import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { statOf } from './vault'

/** What came of a write. */
export type Written =
  | { readonly kind: 'written'; readonly stat: string }
  /** The file changed since it was looked at, or appeared: nothing was written. */
  | { readonly kind: 'changed' }
  /** A folder on the way leads out of the vault. */
  | { readonly kind: 'outside' }

/**
 * Puts a file in place whole or not at all: temporary file in the same folder, fsync, a last look, rename.
 * @param before what `statOf` said of the file when it was read; null when there must be none
 */
export async function writeSafely(
  root: string,
  path: string,
  bytes: Uint8Array,
  before: string | null,
): Promise<Written> {
  const target = join(root, path)
  const folder = dirname(target)
  await mkdir(folder, { recursive: true })
  const real = await realpath(folder)
  if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return { kind: 'outside' }
  const partial = join(folder, `.lectern-${randomUUID()}.partial`)
  try {
    const mode = before === null ? 0o666 : (await stat(target)).mode & 0o777
    const file = await open(partial, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if ((await statOf(target)) !== before) return { kind: 'changed' }
    if (before === null) await placeNew(partial, target)
    else await rename(partial, target)
    const after = await statOf(target)
    return after === null ? { kind: 'changed' } : { kind: 'written', stat: after }
  } catch (error) {
    if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return { kind: 'changed' }
    throw error
  } finally {
    await rm(partial, { force: true })
  }
}

/** A hard link is refused where a file appeared meanwhile; file systems without links get a rename. */
async function placeNew(partial: string, target: string): Promise<void> {
  try {
    await link(partial, target)
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw error
    await rename(partial, target)
  }
}

/** Makes renames in a folder last. Windows cannot open a folder, and needs no such call. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Names a text: SHA-256 of its UTF-8, lower-case hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
