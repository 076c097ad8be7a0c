import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { loadImage } from '../fetching/load-image'
import { createReadBytes } from '../reading/read-bytes'
import type { ReadArticle, Source } from '../reading/read-source'

const readBytes = createReadBytes({ loadImage })
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const prose = (at: number) =>
  `<p>Sentence number ${at} is long enough to be a paragraph of an article, with a comma or two, and some more words behind it.</p>`
const PROSE = [1, 2, 3, 4, 5, 6].map(prose).join('\n')

function read(content: string | Uint8Array, name: string, more: Partial<Source> = {}): Promise<ReadArticle> {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content)
  return readBytes({ bytes, name, format: 'auto', via: 'file', url: null, contentType: null, folder: null, ...more })
}

function quoted(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) =>
      byte === 0x3d || byte > 126 || (byte < 32 && byte !== 10)
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/[^\n]{70}(?=[^\n]{4})/gu, (line) => (/=.?$/u.test(line) ? line : `${line}=\n`))
    .replace(/\n/gu, '\r\n')
}

test('Chromium: quoted-printable, the address in a header of its own, pictures by address and by cid', async () => {
  const page = `<!DOCTYPE html><html lang="de"><head><title>Über Brücken</title></head><body><article><h1>Über Brücken</h1>${PROSE}<p><img src="https://example.org/img/a.png?x=1&amp;y=2" alt="A"><img src="cid:css-image@mhtml.blink" alt="B"><img src="b%20c.png" alt="C"><img src="https://example.org/gone.png" alt=""></p></article></body></html>`
  const part = (headers: string) =>
    `------MultipartBoundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n${headers}\r\n\r\n${png.slice(0, 40)}\r\n${png.slice(40)}\r\n\r\n`
  const article = await read(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\n bridges?id=7\r\nSubject: =?utf-8?Q?=C3=9Cber?=\r\nDate: Sun, 22 Nov 2026 12:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n\r\n------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/bridges?id=7\r\n\r\n${quoted(page)}\r\n${part('Content-Location: https://example.org/img/a.png?x=1&y=2')}${part('Content-ID: <css-image@mhtml.blink>')}${part('Content-Location: https://example.org/b%20c.png')}------MultipartBoundary--x------\r\n`,
    'a.mhtml',
  )
  expect(article).toMatchObject({
    format: 'mhtml',
    title: 'Über Brücken',
    sourceUrl: 'https://example.org/bridges?id=7',
    missingImages: 1,
  })
  expect(article.html.match(/<img/gu)).toHaveLength(3)
  expect(article.text).toContain('Sentence number 6')
})

test('Internet Explorer and Edge: a charset of its own, 8 bits, the address beside the page', async () => {
  const page = iconv.encode(
    `<html><head><title>Café</title></head><body><h1>Café</h1>${PROSE}<p>Déjà vu is what she called it, and she went on to say that it had been so the whole year, as far as she could tell.</p></body></html>`,
    'windows-1252',
  )
  const head = `From: <Saved by Windows Internet Explorer 8>\nSubject: =?iso-8859-1?Q?Caf=E9?=\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----=_NextPart_000"\n\nThis is a multi-part message in MIME format.\n\n------=_NextPart_000\nContent-Type: text/html;\n\tcharset="windows-1252"\nContent-Transfer-Encoding: 8bit\nContent-Location: http://example.org/caf\n\n`
  const article = await read(Buffer.concat([Buffer.from(head), page, Buffer.from('\n------=_NextPart_000--')]), 'a.mht')
  expect(article).toMatchObject({ title: 'Café', sourceUrl: 'http://example.org/caf' })
  expect(article.text).toContain('Déjà vu')
})

test('a page that is no message of many parts, files saved from the disk, and one that was cut short', async () => {
  const single = `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: file:///C:/pages/one.html\r\n\r\n${Buffer.from(`<h1>One</h1>${PROSE}`).toString('base64')}`
  expect(await read(single, 'one.mht')).toMatchObject({ format: 'mhtml', title: 'One', sourceUrl: null })
  const cut = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n<h1>Cut</h1>${PROSE}`
  expect((await read(cut, 'cut.mhtml')).text).toContain('Sentence number 6')
})

test('an article in a frame is the article, and shadow roots are open', async () => {
  const frame = (body: string, id: string) =>
    `--B\r\nContent-Type: text/html\r\nContent-ID: <${id}>\r\nContent-Location: https://example.org/${id}/in.html\r\n\r\n<html><body>${body}</body></html>\r\n`
  const message = (body: string, more: string) =>
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n${frame(body, 'top')}${more}--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/f1/p.png\r\n\r\n${png}\r\n--B--`
  const framed = await read(
    message('<h1>Shell</h1><iframe src="cid:f1"></iframe>', frame(`${PROSE}<img src="p.png" alt="">`, 'f1')),
    'framed.mhtml',
  )
  expect(framed.text).toContain('Sentence number 6')
  expect(framed.assets).toHaveLength(1)
  const shadow = await read(
    message(`<h1>Open</h1><x-a><template shadowmode="open">${PROSE}<template>No</template></template></x-a>`, ''),
    'shadow.mhtml',
  )
  expect(shadow.text).toContain('Sentence number 6')
  expect(shadow.text).not.toMatch(/\bNo\b/u)
})

test('a wiki page in MHTML is read as one', async () => {
  const wiki = `<html class="client-js"><head><title>Bridge - Wikipedia</title><meta name="generator" content="MediaWiki 1.43.0"></head><body class="mediawiki"><h1 id="firstHeading">Bridge</h1><div id="mw-content-text"><div class="mw-parser-output">${PROSE}<h2><span class="mw-headline" id="H">History</span><span class="mw-editsection">[edit]</span></h2>${PROSE}</div></div></body></html>`
  const article = await read(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Location: https://en.wikipedia.org/wiki/Bridge\r\n\r\n${wiki}\r\n--B--`,
    'bridge.mhtml',
  )
  expect(article).toMatchObject({ format: 'mhtml', title: 'Bridge', sourceUrl: 'https://en.wikipedia.org/wiki/Bridge' })
  expect(article.text).not.toContain('[edit]')
})

type Value = string | Uint8Array | Value[] | { [name: string]: Value }

/** Writes a binary property list as Safari's are: lengths over 14 in numbers of their own, text beyond ASCII in UTF-16. */
function bplist(root: Value): Buffer {
  const objects: Buffer[] = []
  const header = (kind: number, length: number) => {
    if (length < 15) return Buffer.from([(kind << 4) | length])
    const number = Buffer.alloc(6)
    number[0] = (kind << 4) | 15
    number[1] = 0x12
    number.writeUInt32BE(length, 2)
    return number
  }
  const refs = (all: readonly number[]) => Buffer.concat(all.map((ref) => Buffer.from([ref >> 8, ref & 255])))
  const add = (value: Value): number => {
    const at = objects.push(Buffer.alloc(0)) - 1
    if (typeof value === 'string') {
      const isAscii = !/[^\0-\x7F]/u.test(value)
      const bytes = isAscii ? Buffer.from(value) : Buffer.from(value, 'utf16le').swap16()
      objects[at] = Buffer.concat([header(isAscii ? 5 : 6, value.length), bytes])
    } else if (value instanceof Uint8Array) objects[at] = Buffer.concat([header(4, value.length), value])
    else if (Array.isArray(value)) objects[at] = Buffer.concat([header(10, value.length), refs(value.map(add))])
    else {
      const keys = Object.keys(value).map(add)
      objects[at] = Buffer.concat([header(13, keys.length), refs(keys), refs(Object.values(value).map(add))])
    }
    return at
  }
  add(root)
  let at = 8
  const table = Buffer.concat(
    objects.map((object) => {
      const offset = Buffer.alloc(4)
      offset.writeUInt32BE(at)
      at += object.length
      return offset
    }),
  )
  const trailer = Buffer.alloc(32)
  trailer[6] = 4
  trailer[7] = 2
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer])
}

const resource = (url: string, type: string, content: Uint8Array, charset = 'UTF-8') => ({
  WebResourceURL: url,
  WebResourceMIMEType: type,
  WebResourceTextEncodingName: charset,
  WebResourceFrameName: '',
  WebResourceData: content,
})

test('Safari: a binary property list, pictures from the archive and its frames, an encoding of its own', async () => {
  const page = iconv.encode(
    `<html><head><title>日記</title></head><body><article><h1>日記</h1>${'<p>吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた事だけは記憶している。</p>'.repeat(4)}<img src="/pic/ä.png" alt=""><img src="https://example.jp/frame/b.png" alt=""></article></body></html>`.replace(
      'ä',
      'a',
    ),
    'shift_jis',
  )
  const archive = bplist({
    WebMainResource: resource('https://example.jp/diary/1', 'text/html', page, 'Shift_JIS'),
    WebSubresources: [resource('https://example.jp/pic/a.png', 'image/png', Buffer.from(png, 'base64'))],
    WebSubframeArchives: [
      {
        WebMainResource: resource('https://example.jp/frame/ü', 'text/html', Buffer.from('<p>ad</p>')),
        WebSubresources: [resource('https://example.jp/frame/b.png', 'image/png', Buffer.from(png, 'base64'))],
      },
    ],
  })
  const article = await read(archive, 'diary.webarchive')
  expect(article).toMatchObject({
    format: 'webarchive',
    title: '日記',
    language: 'ja',
    sourceUrl: 'https://example.jp/diary/1',
    missingImages: 0,
  })
  expect(article.text).toContain('吾輩は猫である。')
})

test('Safari: a property list in XML', async () => {
  const data = (content: string) =>
    `<data>\n\t${Buffer.from(content).toString('base64').replace(/.{60}/gu, '$&\n\t')}\n</data>`
  const xml = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key>${data(`<h1>XML &amp; more</h1>${PROSE}`)}<key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceURL</key><string>https://example.org/?a=1&amp;b=2</string></dict></dict></plist>`
  expect(await read(xml, 'page')).toMatchObject({
    format: 'webarchive',
    title: 'XML & more',
    sourceUrl: 'https://example.org/?a=1&b=2',
  })
})

test('a web archive of a picture is refused by name', async () => {
  const archive = bplist({ WebMainResource: resource('https://example.org/a.png', 'image/png', Buffer.from(png)) })
  await expect(read(archive, 'a.webarchive')).rejects.toMatchObject({
    code: 'unsupported-format',
    message: expect.stringContaining('a.webarchive'),
  })
})

test('pictures beside a saved page are found by any way to write where they are', async () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-saved-'))
  try {
    mkdirSync(join(home, 'in/Café_files'.normalize('NFD')), { recursive: true })
    for (const name of ['a b.png', 'c.png', 'd.png'])
      writeFileSync(
        join(home, 'in', 'Café_files'.normalize('NFD'), name),
        Buffer.concat([Buffer.from(png, 'base64'), Buffer.from(name)]),
      )
    const images = [
      'Caf%C3%A9_files/a%20b.png',
      'file:///C:/Users/jo/Caf%C3%A9_files/c.png',
      '.\\Café_files\\d.png',
      'file:///etc/passwd',
    ]
    const article = await read(
      `<!doctype html><title>Café</title><h1>Café</h1>${PROSE}${images.map((src) => `<p><img src="${src}" alt="x"></p>${prose(1)}`).join('')}`,
      'in/Café.html',
      { folder: { root: home, page: 'in' } },
    )
    expect(article).toMatchObject({ missingImages: 1 })
    expect(article.assets).toHaveLength(3)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

test('SingleFile: pictures that a style sheet holds, the address in the first comment, open shadow roots', async () => {
  const empty = `data:image/svg+xml,<svg xmlns=&quot;http://www.w3.org/2000/svg&quot; width=&quot;8&quot; height=&quot;8&quot;><rect fill-opacity=&quot;0&quot;/></svg>`
  const page = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://example.org/one 
 saved date: Sun Nov 22 2026
--><meta charset=utf-8><style>:root{--sf-img-1:url("data:image/png;base64,${png}")}</style><title>One</title><article><h1>One</h1>${PROSE}<p><img src="${empty}" style="background-size:cover;background-image:var(--sf-img-1)!important" width=80 height=80 alt=A></p><x-b><template shadowrootmode="open">${prose(9)}</template></x-b>${PROSE}</article></html>`
  const article = await read(page, 'one.html')
  expect(article).toMatchObject({ format: 'html', sourceUrl: 'https://example.org/one', missingImages: 0 })
  expect(article.assets).toHaveLength(1)
  expect(article.text).toContain('Sentence number 9')
})

test('damaged archives are read or refused, and nothing else', async () => {
  const safari = bplist({
    WebMainResource: resource('https://example.org/', 'text/html', Buffer.from(`<h1>A</h1>${PROSE}`)),
  })
  const chromium = Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(`<h1>A</h1>${PROSE}`)}\r\n--B--`,
  )
  const change = fc.record({ at: fc.nat(100_000), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 6 }), async (isSafari, changes) => {
      const bytes = new Uint8Array(isSafari ? safari : chromium)
      for (const { at, byte } of changes) bytes[isSafari ? bytes.length - 1 - (at % 700) : at % bytes.length] = byte
      const result = await read(bytes, isSafari ? 'a.webarchive' : 'a.mhtml').catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(LecternError)
    }),
    { numRuns: 150 },
  )
})
