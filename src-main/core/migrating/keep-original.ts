import type { AssetId } from '@shared/domain/ids'
import type { GivenOrigin } from './bring-work'
import type { RawFile } from './read-files'

/** Keeps bytes in the library and answers what they are called there. */
export type KeepOriginal = (bytes: Uint8Array<ArrayBuffer>) => Promise<AssetId>

/** Larger exports stay where they are: a library need not hold all of its articles twice. */
const MOST_KEPT = 16 * 1024 * 1024

/** Makes the function that keeps the file that excerpts are from, once for all of them. */
export function createKeepOriginal(
  files: readonly RawFile[],
  keep: KeepOriginal,
  now: () => number,
): (file: string) => Promise<GivenOrigin> {
  const kept = new Map<string, Promise<GivenOrigin>>()
  return (file) => {
    const given = files.find(({ name }) => name === file || file.startsWith(`${name}/`)) ?? files[0]
    const key = given?.name ?? file
    const known = kept.get(key)
    if (known !== undefined) return known
    const isSmall = given !== undefined && given.bytes.byteLength <= MOST_KEPT
    const bytes = isSmall ? given.bytes : new Uint8Array(Buffer.from(`From ${key}\n`, 'utf8'))
    const origin = keep(bytes).then((original) => ({
      ...{ original, fileName: file, originalBytes: bytes.byteLength, importedAt: now() },
    }))
    kept.set(key, origin)
    return origin
  }
}
