import { zipSync } from 'fflate'
import type { ExportedFile } from '@shared/contract/exports'

/** A zip of some files. Its times are fixed, so that the same files give the same bytes. */
export function zipFiles(files: readonly ExportedFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ name, text }) => [name, new TextEncoder().encode(text)] as const)
  // The format holds local time: these are its first hours everywhere.
  const mtime = new Date(1980, 0, 1, 12)
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime }))
}
