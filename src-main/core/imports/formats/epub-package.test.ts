import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import {
  book,
  bookFiles,
  chapters,
  container,
  item,
  ofChapters,
  page,
  PNG,
  readBook as read,
} from '../../../../tests/support/epub-book'

const END = Buffer.from('504b0506', 'hex')

/** Puts a comment at a zip's end. */
function commented(zip: Uint8Array, comment: Buffer): Uint8Array {
  const bytes = Buffer.concat([zip, comment])
  bytes.writeUInt16LE(comment.length, zip.length - 2)
  return new Uint8Array(bytes)
}

/** Changes every local and central header of a zip: bit flags at 6 and 8, the method at 8 and 10, the name at 30 and 46. */
function withHeaders(zip: Uint8Array, change: (header: Buffer, name: string, more: 0 | 2) => void): Uint8Array {
  const bytes = Buffer.from(zip)
  for (const [signature, more, nameAt] of [
    ['504b0304', 0, 30],
    ['504b0102', 2, 46],
  ] as const) {
    for (let at = bytes.indexOf(signature, 0, 'hex'); at >= 0; at = bytes.indexOf(signature, at + 4, 'hex')) {
      const length = bytes.readUInt16LE(at + (more === 2 ? 28 : 26))
      change(bytes.subarray(at), bytes.toString('latin1', at + nameAt, at + nameAt + length), more)
    }
  }
  return new Uint8Array(bytes)
}

test('a comment that looks like the end of the archive is a comment', async () => {
  const zip = chapters(['<p>Words.</p>'])
  const fake = Buffer.concat([END, Buffer.alloc(40, 7)])
  expect((await read(commented(zip, fake))).text).toBe('Words.')
  const empty = Buffer.concat([Buffer.from('x'), END, Buffer.alloc(18)])
  expect((await read(commented(zip, empty))).text).toBe('Words.')
  expect((await read(new Uint8Array(Buffer.concat([zip, Buffer.from('\r\n\0\0')])))).text).toBe('Words.')
})

test('an archive in the long form (zip64)', async () => {
  const zip = Buffer.from(chapters(['<p>Words.</p>']))
  const at = zip.lastIndexOf(END)
  const count = BigInt(zip.readUInt16LE(at + 10))
  const [size, offset] = [zip.readUInt32LE(at + 12), zip.readUInt32LE(at + 16)]
  const record = Buffer.alloc(56)
  record.write('504b0606', 0, 'hex')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(count, 24)
  record.writeBigUInt64LE(count, 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.write('504b0607', 0, 'hex')
  locator.writeBigUInt64LE(BigInt(at), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.from(zip.subarray(at))
  end.fill(0xff, 4, 20)
  const long = Buffer.concat([zip.subarray(0, at), record, locator, end])
  expect((await read(new Uint8Array(long))).text).toBe('Words.')
})

test('names in an encoding that the archive does not state, escaped names, other forms of letters', async () => {
  for (const [encoding, name] of [
    ['shift_jis', '表紙'],
    ['gb18030', '第一章'],
    ['cp437', 'Käse'],
    ['windows-1252', 'Œuvre'],
    ['windows-1251', 'глава'],
  ] as const) {
    const raw = iconv.encode(name, encoding).toString('latin1')
    const zip = book({
      manifest: item(`${encodeURIComponent(name)}.xhtml`, undefined).replace(/id="[^"]*"/u, 'id="one"'),
      spine: '<itemref idref="one"/>',
      files: { [`OPS/${raw}.xhtml`]: page(`<p>${name}</p>`) },
    })
    // fflate writes such names in UTF-8 and says so; an old archiver wrote bytes and said nothing.
    const old = zipOf(zip, raw)
    expect((await read(old)).text, encoding).toBe(name)
  }
  const escaped = await read(
    book({
      manifest: item('a%20b.xhtml').replace('id="a20bxhtml"', 'id="one"'),
      spine: '<itemref idref="one"/>',
      files: { 'OPS/a%20b.xhtml': page('<p>Words.</p>') },
    }),
  )
  expect(escaped.text).toBe('Words.')
})

/** The same archive with one name as plain bytes. */
function zipOf(zip: Uint8Array, raw: string): Uint8Array {
  const utf8 = Buffer.from(`OPS/${raw}.xhtml`, 'utf8')
  const plain = Buffer.from(`OPS/${raw}.xhtml`, 'latin1')
  const bytes = Buffer.from(zip)
  const parts: Buffer[] = []
  let from = 0
  const shifts: number[] = []
  for (let at = bytes.indexOf(utf8); at >= 0; at = bytes.indexOf(utf8, at + 1)) {
    parts.push(bytes.subarray(from, at), plain)
    from = at + utf8.length
    shifts.push(at)
  }
  parts.push(bytes.subarray(from))
  const less = utf8.length - plain.length
  const out = Buffer.concat(parts)
  const [local = 0, central = 0] = shifts
  out.writeUInt16LE(plain.length, local - 4)
  out.writeUInt16LE(0, local - 24)
  out.writeUInt16LE(plain.length, central - less - 18)
  out.writeUInt16LE(0, central - less - 38)
  const end = out.lastIndexOf(END)
  out.writeUInt32LE(out.readUInt32LE(end + 12) - less, end + 12)
  out.writeUInt32LE(out.readUInt32LE(end + 16) - less, end + 16)
  for (let at = out.indexOf('504b0102', 0, 'hex'); at >= 0; at = out.indexOf('504b0102', at + 4, 'hex'))
    if (out.readUInt32LE(at + 42) > local) out.writeUInt32LE(out.readUInt32LE(at + 42) - less, at + 42)
  return new Uint8Array(out)
}

test('where the package document may be: below, beside by “..”, in a folder that holds all, named by nothing', async () => {
  const files = bookFiles(ofChapters(['<p>Words. <img src="../i/p.png" alt=""/></p>'], { files: { 'i/p.png': PNG } }))
  const { 'META-INF/container.xml': _, ...others } = files
  const books = [
    { ...files, 'META-INF/container.xml': strToU8(container('a/../OPS/package.opf')) },
    { ...files, 'META-INF/container.xml': strToU8(container('/OPS/package.opf')) },
    others,
    Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`My book/${path}`, bytes])),
    { 'META-INF/com.apple.ibooks.display-options.xml': strToU8('<x/>'), ...files },
  ]
  for (const each of books) {
    const { mimetype: _type = new Uint8Array(), ...rest } = each as Record<string, Uint8Array>
    expect(await read(zipSync(rest)), Object.keys(each).join(' ')).toMatchObject({ text: 'Words. ', missingImages: 0 })
  }
})

test('of several renditions the first that can be read counts', async () => {
  const files = bookFiles(ofChapters(['<p>Second.</p>']))
  const first = bookFiles(ofChapters(['<p>First.</p>']))
  const both = (...paths: string[]) =>
    zipSync({
      ...files,
      ...Object.fromEntries(Object.entries(first).map(([path, bytes]) => [path.replace('OPS/', 'One/'), bytes])),
      'x.pdf': strToU8('%PDF'),
      'META-INF/container.xml': strToU8(container(...paths)),
    })
  expect((await read(both('x.pdf', 'One/package.opf', 'OPS/package.opf'))).text).toBe('First.')
  expect((await read(both('OPS/package.opf', 'One/package.opf'))).text).toBe('Second.')
})

test.each([
  ['a password', (header: Buffer, more: 0 | 2) => header.writeUInt16LE(1, 6 + more), /book\.epub.*password/u],
  ['another packing', (header: Buffer, more: 0 | 2) => header.writeUInt16LE(14, 8 + more), /book\.epub.*Deflate/u],
])('chapters behind %s are refused in words', async (_, change, message) => {
  for (const files of [/^OPS\/1/u, /./u]) {
    const zip = withHeaders(chapters(['<p>x</p>']), (header, name, more) => {
      if (files.test(name)) change(header, more)
    })
    await expect(read(zip)).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringMatching(message),
    })
  }
})

test('one part of a split archive is told from a damaged one', async () => {
  const zip = Buffer.from(chapters(['<p>x</p>']))
  zip.writeUInt16LE(1, zip.length - 18)
  await expect(read(new Uint8Array(zip))).rejects.toMatchObject({ message: expect.stringContaining('split') })
})

test('protection names the item; protection of pictures alone costs only these', async () => {
  const locked = (...uris: string[]) => ({
    'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">${uris.map((uri) => `<enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData>`).join('')}</encryption>`,
  })
  const given = (uris: string[]) =>
    chapters(['<p>Words. <img src="p.png" alt=""/></p>', '<p>More.</p>'], {
      files: { ...locked(...uris), 'OPS/p.png': 'scrambled' },
    })
  await expect(read(given(['OPS/1%2Exhtml', 'OPS/2.xhtml']), 'Novel.epub')).rejects.toMatchObject({
    message: expect.stringMatching(/Novel\.epub.*DRM.*Nothing was added/u),
  })
  expect(await read(given(['OPS/p.png']))).toMatchObject({ truncated: false, missingImages: 1 })
})
