import { zipSync, type Zippable } from 'fflate'

/** A zip of some files. Its times are fixed, so that the same files give the same bytes; pictures are small already. */
export function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ name, bytes }): [string, Zippable[string]] => [
    name,
    [bytes, { level: /\.(?:png|jpe?g|gif|webp|avif|bmp|bin)$/u.test(name) ? 0 : 6 }],
  ])
  // The format holds local time: these are its first hours everywhere.
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1, 12) }))
}
