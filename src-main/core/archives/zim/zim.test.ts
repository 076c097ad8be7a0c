import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../../tests/support/temp-folder'
import { PICTURE, WIKI } from '../../../../tests/support/wiki-archive'
import { buildZim, type GivenArchive } from '../../../../tests/support/zim-builder'
import { checkAll, checkEnds, checkSum } from './check'
import { openTitles } from './titles'
import { openZim, type Zim } from './zim'

const CORPUS = join(import.meta.dirname, '../../../../../shared/corpora/zim')

const written = (bytes: Uint8Array, name = 'test.zim'): string => {
  const file = join(tempFolder(), name)
  writeFileSync(file, bytes)
  return file
}
const opened = (given: GivenArchive): Zim => openZim(written(buildZim(given)))
const textOf = async (zim: Zim, namespace: string, path: string): Promise<string> => {
  const entry = zim.find(namespace, path)
  if (entry === null) throw new Error(`${path} is not there`)
  return (await zim.read(zim.resolve(entry), 1e8)).toString('utf8')
}
const whole = async (zim: Zim): Promise<void> => {
  await checkEnds(zim)
  await checkAll(zim)
  checkSum(zim)
}

const VARIANTS: readonly [string, Partial<GivenArchive>][] = [
  ['zstd', {}],
  ['uncompressed', { compression: 'none' }],
  ['with offsets of 8 bytes', { extended: true }],
  ['uncompressed with offsets of 8 bytes', { compression: 'none', extended: true }],
  ['in one cluster', { perCluster: 1000 }],
]

test.each(VARIANTS)('an archive that is %s gives every entry byte for byte', async (_, variant) => {
  const zim = opened({ ...WIKI, ...variant })
  await whole(zim)
  for (const { path, content, redirect } of WIKI.entries) {
    const entry = zim.find(path.slice(0, 1), path.slice(2))
    if (entry === null) throw new Error(`${path} is not there`)
    const target = WIKI.entries.find((each) => each.path === redirect)
    expect(await zim.read(zim.resolve(entry), 1e8)).toEqual(Buffer.from(content ?? target?.content ?? ''))
  }
  expect(zim.find('C', 'Marie')).toBeNull()
  expect(zim.find('Z', 'Marie_Curie')).toBeNull()
  expect(await zim.metadata('Title')).toBe('Wikipedia on a shelf')
  expect(await zim.metadata('Tags')).toBeNull()
  zim.close()
})

test('the old namespaces, and a list of titles that names all entries', async () => {
  const zim = opened({
    version: 5,
    main: 'A/Radium',
    entries: [
      { path: 'A/Radium', content: '<p>Ra</p>' },
      { path: 'A/Ra', title: 'Ra (element)', redirect: 'A/Radium' },
      { path: 'I/ra.png', mediaType: 'image/png', content: PICTURE },
      { path: '-/style.css', mediaType: 'text/css', content: 'p {}' },
      { path: 'M/Title', content: 'Elements' },
    ],
  })
  await whole(zim)
  const titles = await openTitles(zim)
  expect(Array.from({ length: titles.count }, (_, at) => titles.at(at).title)).toEqual(['Ra (element)', 'Radium'])
  expect(zim.mainPage()?.path).toBe('Radium')
  zim.close()
})

test('an archive without any list of titles is browsed by its paths', async () => {
  const zim = opened({
    entries: [
      { path: 'C/b', title: 'A', content: 'b' },
      { path: 'C/a', title: 'B', content: 'a' },
      { path: 'X/listing/titleOrdered/v2', content: 'something newer' },
    ],
    damage: (bytes) => bytes.writeBigUInt64LE(0xffffffffffffffffn, 40),
  })
  const titles = await openTitles(zim)
  expect(Array.from({ length: titles.count }, (_, at) => titles.at(at).path)).toEqual(['a', 'b'])
  zim.close()
})

test('a split archive reads across its parts, by the first part or the name before the split', async () => {
  const bytes = buildZim(WIKI)
  const folder = tempFolder()
  for (let at = 0, part = 0; at < bytes.length; at += 1000, part++) {
    writeFileSync(join(folder, `wiki.zima${'abcdefghij'.charAt(part)}`), bytes.subarray(at, at + 1000))
  }
  for (const name of ['wiki.zimaa', 'wiki.zim']) {
    const zim = openZim(join(folder, name))
    await whole(zim)
    expect(await textOf(zim, 'C', 'Radium')).toContain('atomic number 88')
    zim.close()
  }
})

test('places beyond four gigabytes are found', async () => {
  // A file of holes: the pieces stand where an archive of 6 GB has them.
  const { open } = await import('node:fs/promises')
  const bytes = buildZim({ ...WIKI, compression: 'none' })
  const far = 6 * 1024 ** 3
  const shift = (at: number): void => void bytes.writeBigUInt64LE(bytes.readBigUInt64LE(at) + BigInt(far), at)
  const entries = bytes.readUInt32LE(24)
  const clusters = bytes.readUInt32LE(28)
  const [paths, clusterTable] = [32, 48].map((at) => Number(bytes.readBigUInt64LE(at)))
  for (let index = 0; index < entries; index++) shift((paths ?? 0) + 8 * index)
  for (let index = 0; index < clusters; index++) shift((clusterTable ?? 0) + 8 * index)
  for (const at of [32, 40, 48, 72]) shift(at)
  const mimeEnd = bytes.indexOf('\0\0', 80) + 2
  const file = join(tempFolder(), 'far.zim')
  const handle = await open(file, 'w')
  await handle.write(bytes, 0, mimeEnd, 0)
  await handle.write(bytes, mimeEnd, bytes.length - mimeEnd, mimeEnd + far)
  await handle.close()
  const zim = openZim(file)
  expect(zim.file.size).toBe(far + bytes.length)
  await checkEnds(zim)
  expect(await textOf(zim, 'C', 'Radium')).toContain('atomic number 88')
  zim.close()
})

test.skipIf(!existsSync(CORPUS))('real archives: the sound ones read, the broken ones are refused', async () => {
  const names = readdirSync(CORPUS).filter((name) => name.endsWith('.zim'))
  expect(names.length).toBeGreaterThan(3)
  for (const name of names) {
    const read = async (): Promise<void> => {
      const zim = openZim(join(CORPUS, name))
      await whole(zim)
      await sameAsWalked(zim, readFileSync(join(CORPUS, name)))
      zim.close()
    }
    if (name.startsWith('invalid')) await expect(read(), name).rejects.toMatchObject({ code: 'archive-damaged' })
    else await read()
  }
})

/** Reads every entry once more, straight from the bytes, with Node's own decoders where it has them. */
async function sameAsWalked(zim: Zim, bytes: Buffer): Promise<void> {
  const { zstdDecompressSync } = await import('node:zlib')
  const u64 = (at: number): number => Number(bytes.readBigUInt64LE(at))
  for (let index = 0; index < bytes.readUInt32LE(24); index++) {
    const at = u64(u64(32) + 8 * index)
    const entry = zim.entry(index)
    expect(entry.namespace).toBe(String.fromCharCode(bytes[at + 3] ?? 0))
    if (entry.kind !== 'item') continue
    const start = u64(u64(48) + 8 * bytes.readUInt32LE(at + 8))
    const packing = (bytes[start] ?? 0) & 15
    if (packing === 4) continue
    const body = packing === 5 ? zstdDecompressSync(bytes.subarray(start + 1)) : bytes.subarray(start + 1)
    const blob = bytes.readUInt32LE(at + 12)
    const content = body.subarray(body.readUInt32LE(4 * blob), body.readUInt32LE(4 * blob + 4))
    const digest = (of: Buffer): string => createHash('sha256').update(of).digest('hex')
    expect(digest(await zim.read(entry, 1e8)), entry.path).toBe(digest(content))
  }
}
