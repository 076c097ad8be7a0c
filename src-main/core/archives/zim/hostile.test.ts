import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { tempFolder } from '../../../../tests/support/temp-folder'
import { WIKI } from '../../../../tests/support/wiki-archive'
import { buildZim, type GivenArchive, type ZimPlaces } from '../../../../tests/support/zim-builder'
import { checkAll, checkEnds, checkSum } from './check'
import { pagesOf, prefixRanges, scanTitles } from './find-titles'
import { openTitles } from './titles'
import { openZim } from './zim'
import { unpackZstd } from './zstd'

const written = (bytes: Uint8Array): string => {
  const file = join(tempFolder(), 'test.zim')
  writeFileSync(file, bytes)
  return file
}

/** Opens an archive and reads all of it, as a person might. */
async function readAll(file: string): Promise<void> {
  const zim = openZim(file)
  try {
    await checkEnds(zim)
    await checkAll(zim)
    checkSum(zim)
  } finally {
    zim.close()
  }
}

const damagedBy = (damage: (bytes: Buffer, places: ZimPlaces) => void, given: GivenArchive = WIKI): string =>
  written(buildZim({ ...given, damage }))
const u64 = (value: bigint) => (at: number) => (bytes: Buffer) => void bytes.writeBigUInt64LE(value, at)
const huge = u64(2n ** 63n)
const past = u64(1n << 40n)

const BROKEN: readonly [string, (bytes: Buffer, places: ZimPlaces) => void][] = [
  ['a list of paths at 2^63', huge(32)],
  ['a list of titles far outside', past(40)],
  ['a list of content far outside', past(48)],
  ['a checksum far outside', past(72)],
  ['a list of types far outside', past(56)],
  ['a list of types that does not end', (bytes) => bytes.fill('x', 80, bytes.indexOf('\0\0', 80) + 200)],
  ['more entries than there is room for', (bytes) => bytes.writeUInt32LE(0xfffffff0, 24)],
  ['more clusters than there is room for', (bytes) => bytes.writeUInt32LE(0xfffffff0, 28)],
  ['a main page that does not exist', (bytes) => bytes.writeUInt32LE(5000, 64)],
  ['a first entry outside', (bytes, { pathPointers }) => void bytes.writeBigUInt64LE(2n ** 62n, pathPointers)],
  [
    'an entry at the very end',
    (bytes, { pathPointers }) => void bytes.writeBigUInt64LE(BigInt(bytes.length - 4), pathPointers),
  ],
  ['a title of no entry', (bytes, { titlePointers }) => void bytes.writeUInt32LE(9999, titlePointers)],
  ['a cluster outside', (bytes, { clusterPointers }) => void bytes.writeBigUInt64LE(2n ** 40n, clusterPointers)],
  ['an entry of an unknown type', (bytes, { entries }) => void bytes.writeUInt16LE(77, at(entries, 'C/Radium'))],
  ['an entry in no cluster', (bytes, { entries }) => void bytes.writeUInt32LE(400, at(entries, 'C/Radium') + 8)],
  ['an entry of no blob', (bytes, { entries }) => void bytes.writeUInt32LE(400, at(entries, 'C/Radium') + 12)],
  ['a redirect to itself', (bytes, { entries }) => redirectTo(bytes, entries, 'C/Maria_Skłodowska')],
  [
    'a redirect to nothing',
    (bytes, { entries }) => void bytes.writeUInt32LE(9999, at(entries, 'C/Maria_Skłodowska') + 8),
  ],
  ['paths out of order', (bytes, { entries }) => void bytes.write('Z', at(entries, 'C/Main_Page') + 16)],
  [
    'a cluster that is no frame',
    (bytes, { clusters }) => void bytes.fill(7, (clusters[0] ?? 0) + 1, (clusters[0] ?? 0) + 9),
  ],
  ['a cluster packed in an unknown way', (bytes, { clusters }) => void bytes.writeUInt8(9, clusters[0] ?? 0)],
]

const at = (entries: ReadonlyMap<string, number>, path: string): number => entries.get(path) ?? 0
const redirectTo = (bytes: Buffer, entries: ReadonlyMap<string, number>, path: string): void => {
  bytes.writeUInt32LE([...entries.keys()].indexOf(path), at(entries, 'C/Maria_Skłodowska') + 8)
}

test.each(BROKEN)('refused in words: %s', async (_, damage) => {
  const error: unknown = await readAll(damagedBy(damage)).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(LecternError)
  expect(error).toMatchObject({ code: 'archive-damaged', message: expect.stringContaining('test.zim is damaged') })
})

test('bytes that were changed without any other sign are seen by the checksum', async () => {
  const bytes = buildZim({ ...WIKI, compression: 'none' })
  bytes[bytes.indexOf('pioneering')] = 0x50
  await expect(readAll(written(bytes))).rejects.toMatchObject({ message: expect.stringContaining('checksum') })
})

test.each([
  ['offsets that run backwards', (bytes: Buffer, start: number) => bytes.writeUInt32LE(3, start + 1 + 4)],
  ['an offset past the end', (bytes: Buffer, start: number) => bytes.writeUInt32LE(0x7fffffff, start + 1 + 8)],
  ['a table of an odd length', (bytes: Buffer, start: number) => bytes.writeUInt32LE(18, start + 1)],
  ['an empty table', (bytes: Buffer, start: number) => bytes.writeUInt32LE(0, start + 1)],
])('a cluster with %s', async (_, damage) => {
  const file = damagedBy((bytes, { clusters }) => void damage(bytes, clusters[0] ?? 0), {
    ...WIKI,
    compression: 'none',
  })
  await expect(readAll(file)).rejects.toMatchObject({ code: 'archive-damaged' })
})

test('a cluster that unpacks to gigabytes is refused before it is unpacked', async () => {
  const bomb = zstdCompressSync(Buffer.alloc(80 * 1024 * 1024))
  expect(() => unpackZstd(bomb, 64 * 1024 * 1024)).toThrow(RangeError)
  // A frame that states to hold 2^40 bytes, and holds one.
  const liar = Buffer.from('28b52ffde00000000000010000090000aa', 'hex')
  expect(() => unpackZstd(liar, 64 * 1024 * 1024)).toThrow(/wrong size/u)
})

test('a listing of pages that names an entry that does not exist', async () => {
  const file = damagedBy((bytes, { clusters }) => {
    // The listing is the only blob of the last cluster.
    const start = (clusters.at(-1) ?? 0) + 1
    bytes.writeUInt32LE(5000, start + bytes.readUInt32LE(start) + 4)
  })
  await expect(readAll(file)).rejects.toMatchObject({ code: 'archive-damaged' })
})

test('what is no archive, another version, and a file that is not there', async () => {
  await expect(readAll(written(Buffer.from('PK\u0003\u0004')))).rejects.toMatchObject({ code: 'unsupported-format' })
  await expect(readAll(written(Buffer.alloc(500)))).rejects.toMatchObject({ code: 'unsupported-format' })
  const newer = damagedBy((bytes) => void bytes.writeUInt16LE(7, 4))
  await expect(readAll(newer)).rejects.toMatchObject({ message: expect.stringContaining('version 7') })
  await expect(readAll(written(buildZim(WIKI).subarray(0, 60)))).rejects.toMatchObject({ code: 'archive-damaged' })
  await expect(readAll('/nowhere/at/all.zim')).rejects.toMatchObject({ code: 'archive-missing' })
  await expect(readAll(tempFolder())).rejects.toMatchObject({ code: 'archive-missing' })
})

test('an archive cut short at any place is refused', async () => {
  const bytes = buildZim(WIKI)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
      await expect(readAll(written(bytes.subarray(0, length)))).rejects.toBeInstanceOf(LecternError)
    }),
    { numRuns: 60 },
  )
})

test('whatever bytes are changed, reading ends with an answer or with words', async () => {
  const sound = [
    buildZim(WIKI),
    buildZim({ ...WIKI, compression: 'none', extended: true }),
    buildZim({ ...WIKI, version: 5 }),
  ]
  const change = fc.record({
    which: fc.nat(2),
    places: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ which, places }) => {
      const bytes = Buffer.from(sound[which] ?? [])
      for (const [place, value] of places) bytes[place % bytes.length] = value
      try {
        await useAll(written(bytes))
      } catch (error) {
        if (!(error instanceof LecternError)) throw error
      }
    }),
    { numRuns: 400 },
  )
}, 60_000)

/** Without the checks at the beginning, which would stop most of it: every title, every search, every entry. */
async function useAll(file: string): Promise<void> {
  const zim = openZim(file)
  try {
    const attempts = [
      () => checkAll(zim),
      async () => {
        const titles = await openTitles(zim)
        pagesOf(titles, prefixRanges(titles, 'ma'), 0, 50)
        scanTitles(titles, 'curie', 0, 50, () => false)
      },
      async () => void (await zim.metadata('Title')),
      async () => {
        const main = zim.mainPage()
        if (main !== null) await zim.read(zim.resolve(main), 1e7)
      },
    ]
    for (let index = 0; index < Math.min(zim.header.entryCount, 40); index++) {
      attempts.push(async () => void (await zim.read(zim.resolve(zim.entry(index)), 1e7)))
    }
    for (const attempt of attempts) {
      await attempt().catch((error: unknown) => {
        if (!(error instanceof LecternError)) throw error
      })
    }
  } finally {
    zim.close()
  }
}
