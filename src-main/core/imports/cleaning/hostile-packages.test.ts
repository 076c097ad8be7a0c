import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { fileSource } from '../../../../tests/support/source'
import { LecternError } from '@shared/contract/errors'
import { crc32 } from '../formats/zip/crc32'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from '../reading/read-bytes'

const readBytes = createReadBytes({ loadImage })

/** What became of a source: `read: <first words>`, or the code of its refusal; anything else is thrown. */
async function fate(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = new Uint8Array(Buffer.from(content))
  try {
    const { text } = await readBytes(fileSource(name, bytes))
    return `read: ${text.replace(/\s+/gu, ' ').slice(0, 200)}`
  } catch (error) {
    if (!(error instanceof LecternError)) throw error
    expect(error.message).toContain(name)
    expect(error.message).toContain('Nothing was added')
    return error.code
  }
}

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
const page = (body: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${body}</body></html>`
const opf = (items: readonly string[]) =>
  `<package version="3.0"><metadata><title>T</title></metadata><manifest>${items
    .map((href, at) => `<item id="i${at}" href="${href}" media-type="application/xhtml+xml"/>`)
    .join('')}</manifest><spine>${items.map((_, at) => `<itemref idref="i${at}"/>`).join('')}</spine></package>`

function book(files: Record<string, string | Uint8Array>, items: readonly string[] = ['a.xhtml']): Uint8Array {
  const entries: Zippable = {}
  const all = {
    'META-INF/container.xml': CONTAINER,
    'p.opf': opf(items),
    'a.xhtml': page('<p>Good words.</p>'),
    ...files,
  }
  for (const [path, content] of Object.entries(all))
    entries[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(entries)
}

interface RawFile {
  name: string
  packed: Buffer
  size: number
  crc?: number
  offset?: number
  method?: number
  flags?: number
}

/** A zip archive that says whatever it is told to. */
function rawZip(files: readonly RawFile[], count = files.length): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, packed, size, crc = 0, offset, method = 8, flags = 0 } of files) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(method, 10)
    central.writeUInt32LE(crc, 16)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(Buffer.byteLength(name), 28)
    central.writeUInt32LE(offset ?? at, 42)
    directory.push(central, Buffer.from(name))
    locals.push(head, Buffer.from(name), packed)
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count & 0xffff, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listing, end])
}

function raw(name: string, content: string, more: Partial<RawFile> = {}): RawFile {
  const bytes = Buffer.from(content)
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes), ...more }
}

const honest = [
  raw('META-INF/container.xml', CONTAINER),
  raw('p.opf', opf(['a.xhtml', 'b.xhtml'])),
  raw('a.xhtml', page('<p>Good words.</p>')),
]

test('the archives of this test are read when they say the truth', async () => {
  expect(await fate('b.epub', rawZip([...honest, raw('b.xhtml', page('<p>More.</p>'))]))).toBe(
    'read: Good words. More.',
  )
})

test.each<[string, RawFile]>([
  ['says less than it holds', raw('b.xhtml', page('<p>Longer than it says.</p>'), { size: 10 })],
  ['says more than it holds', raw('b.xhtml', page('<p>x</p>'), { size: 1_000_000 })],
  ['has another checksum', raw('b.xhtml', page('<p>x</p>'), { crc: 1 })],
  ['is encrypted', raw('b.xhtml', page('<p>x</p>'), { flags: 1 })],
  ['is packed in an unknown way', raw('b.xhtml', page('<p>x</p>'), { method: 99 })],
  ['is no deflated data', { name: 'b.xhtml', packed: Buffer.from('not deflated at all'), size: 100 }],
  ['lies beyond the end', raw('b.xhtml', page('<p>x</p>'), { offset: 0xfffffff0 })],
])('a file that %s is left out', async (_, file) => {
  expect(await fate('b.epub', rawZip([...honest, file]))).toBe('read: Good words.')
})

test('a gigabyte of nothing is never made', async () => {
  const zeros = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
  for (const size of [64 * 1024 * 1024, 1024 * 1024 * 1024, 0xfffffffe])
    expect(await fate('b.epub', rawZip([...honest, { name: 'b.xhtml', packed: zeros, size }]))).toBe(
      'read: Good words.',
    )
})

test('files that share their bytes are refused', async () => {
  const kernel = raw('b.xhtml', page('<p>x</p>'.repeat(1000)))
  const shared = Array.from({ length: 100 }, (_, at) => ({ ...kernel, name: `${at}.xhtml`, offset: 0 }))
  expect(await fate('b.epub', rawZip([...honest, ...shared]))).toBe('unsupported-format')
})

test('a million files are refused, and so is a list that was cut short', async () => {
  const many = rawZip(honest)
  // A zip64 end that counts a million.
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(1_000_000n, 32)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(many.length - 22), 8)
  expect(await fate('b.epub', Buffer.concat([many.subarray(0, -22), end64, locator, many.subarray(-22)]))).toBe(
    'unsupported-format',
  )
  expect(await fate('b.epub', rawZip(honest, 60_000))).toBe('unsupported-format')
})

test('names that lead out are names of nothing', async () => {
  const secret = page('<p>Secret.</p>')
  const files = { '../up.xhtml': secret, '/etc/abs.xhtml': secret, 'c:/drive.xhtml': secret, 'x/../../y.xhtml': secret }
  const items = [
    'a.xhtml',
    '../up.xhtml',
    '../../../up.xhtml',
    '/etc/abs.xhtml',
    'c:/drive.xhtml',
    'file:///etc/passwd',
    '%2e%2e/up.xhtml',
  ]
  expect(await fate('b.epub', book(files, items))).toBe('read: Good words.')
})

test('entities are no bombs, in any file of a book', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">${'bcdefgh'
    .split('')
    .map((name, at) => `<!ENTITY ${'cdefghi'[at]} "${`&${name};`.repeat(10)}">`)
    .join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
  const result = await fate(
    'b.epub',
    book({
      'META-INF/container.xml': laughs + CONTAINER,
      'p.opf': laughs + opf(['a.xhtml']).replace('<title>T', '<title>&i;&file;'),
      'a.xhtml': laughs + page('<p>Good &i; &file; words.</p>'),
    }),
  )
  expect(result.length).toBeLessThan(300)
  expect(result).toMatch(/^read: Good .*words\.$/u)
  expect(result).not.toMatch(/root:|haha/u)
})

test('deep, endless and self-referring books end', async () => {
  const deep = '<div>'.repeat(50_000)
  expect(await fate('deep.epub', book({ 'a.xhtml': page(`${deep}Deep.${'</div>'.repeat(50_000)}`) }))).toBe(
    'read: Deep.',
  )
  const frames = page('<p>Framed.</p><iframe src="a.xhtml"></iframe><iframe src="a.xhtml"></iframe>')
  expect(await fate('frames.epub', book({ 'a.xhtml': frames }))).toMatch(/^read: Framed\./u)
  const nested = `<package><manifest>${'<item id="a" href="a.xhtml">'.repeat(100_000)}`
  expect(await fate('opf.epub', book({ 'p.opf': nested }))).toBe('unsupported-format')
})

test('nothing of a book runs or loads', async () => {
  const attack =
    '<p onclick="x()">W<script>alert(1)</script><a href="javascript:alert(1)">l</a><img src="x" onerror="alert(1)"/><svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>alert(1)</script><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="x()"><iframe src="javascript:x"></iframe>f</body></foreignObject><text>&lt;script>alert(2)&lt;/script></text></svg></p>'
  const bytes = new Uint8Array(book({ 'a.xhtml': page(attack) }))
  const { html } = await readBytes({
    bytes,
    name: 'b.epub',
    format: 'auto',
    via: 'file',
    url: null,
    contentType: null,
    folder: null,
  })
  expect(html).not.toMatch(/<script|<svg|<iframe|<[^>]*(?:javascript:|\son\w+=)/iu)
})

const mime = (parts: readonly string[]) =>
  `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n${parts
    .map((part) => `--B\r\n${part}\r\n`)
    .join('')}--B--\r\n`
const html = (body: string) => `Content-Type: text/html\r\n\r\n<!doctype html><html><body>${body}</body></html>`

test('MHTML of a hundred thousand parts, and parts within parts, end', async () => {
  const parts = [html('<p>Good words.</p>'), ...Array<string>(100_000).fill('Content-Type: image/png\r\n\r\nx')]
  expect(await fate('many.mhtml', mime(parts))).toBe('read: Good words.')
  let deep = html('<p>Deep words.</p>')
  for (let at = 0; at < 500; at++)
    deep = `Content-Type: multipart/related; boundary="b${at}x"\r\n\r\n--b${at}x\r\n${deep}\r\n--b${at}x--\r\n`
  expect(await fate('deep.mhtml', `MIME-Version: 1.0\r\n${deep}`)).toBe('unsupported-format')
  expect(await fate('head.mhtml', `MIME-Version: 1.0\r\n${'X: y\r\n'.repeat(500_000)}\r\n`)).toMatch(
    /^(?:read|nothing|unsupported)/u,
  )
  expect(await fate('lines.mhtml', mime([html('--B x\r\n'.repeat(200_000))]))).toMatch(/^(?:read|nothing|unsupported)/u)
})

/** A binary property list of objects as they are given. */
function bplist(objects: readonly Buffer[], top = 0): Buffer {
  const offsets: number[] = []
  let at = 8
  for (const object of objects) {
    offsets.push(at)
    at += object.length
  }
  const table = Buffer.alloc(offsets.length * 4)
  for (const [index, offset] of offsets.entries()) table.writeUInt32BE(offset, index * 4)
  const trailer = Buffer.alloc(32)
  trailer[6] = 4
  trailer[7] = 1
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(top), 16)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer])
}

test('web archives that stand in themselves, that grow, or that are cut short are refused', async () => {
  const key = Buffer.concat([Buffer.from([0x5f, 0x10, 15]), Buffer.from('WebMainResource')])
  const itself = [Buffer.from([0xd1, 1, 0]), key]
  expect(await fate('a.webarchive', bplist(itself))).toBe('unsupported-format')
  // Each list holds the next one fifteen times: 15 ** 20 values.
  const bomb = Array.from({ length: 20 }, (_, at) => Buffer.from([0xaf, 0x10, 15, ...Array<number>(15).fill(at + 1)]))
  expect(await fate('b.webarchive', bplist([...bomb, key]))).toBe('unsupported-format')
  const huge = Buffer.from([0xd1, 1, 2])
  expect(await fate('c.webarchive', bplist([huge, key, Buffer.from([0x4f, 0x13, 0, 0, 0, 1, 0, 0, 0, 0])]))).toBe(
    'unsupported-format',
  )
  expect(await fate('d.webarchive', bplist(itself).subarray(0, 30))).toBe('unsupported-format')
  expect(await fate('e.webarchive', `<plist>${'<dict><key>WebMainResource</key>'.repeat(100_000)}`)).toBe(
    'unsupported-format',
  )
})
