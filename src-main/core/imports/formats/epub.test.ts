import { strToU8, zipSync, type Zippable } from 'fflate'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { pictureType } from '../../files/picture-type'
import { LecternError } from '@shared/contract/errors'
import { book, chapters, container, page, PNG, PROSE, readBook as read } from '../../../../tests/support/epub-book'

test('a book is one article: its chapters in order, headings as deep as its contents say', async () => {
  const article = await read(
    chapters(
      [
        `<h1>Part One</h1>`,
        `<h1>The Road</h1><p>${PROSE}</p><h2>Dusk</h2><p>It grew dark.</p>`,
        `<p class="title">The River</p><p>They came to <a href="2.xhtml">it</a>.</p>`,
        `<p>No heading of its own.</p>`,
      ],
      {
        nav: '<li><a href="1.xhtml">Part One</a><ol><li><a href="2.xhtml">The Road</a></li><li><a href="3.xhtml">The River</a></li></ol></li><li><a href="4.xhtml">After</a></li>',
      },
    ),
  )
  expect(article).toMatchObject({ format: 'epub', title: 'The Book', language: 'en', truncated: false })
  expect(article.outline.map(({ level, text }) => `${level} ${text}`)).toEqual([
    '2 Part One',
    '3 The Road',
    '4 Dusk',
    '3 The River',
    '2 After',
  ])
  expect(article.html).toContain('<a href="#a-c2">it</a>')
  expect(article.html).toMatch(/<section id="a-c2">\s*<h3>The Road/u)
})

test('EPUB 2: its contents are an NCX, its cover a meta element, its people have roles', async () => {
  const article = await read(
    chapters([`<h3 id="top">I</h3><p>${PROSE}</p><h3 id="two">II</h3><p>${PROSE}</p>`], {
      version: '2.0',
      spineAttributes: 'toc="ncx"',
      manifest:
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="cov" href="img/c%20ver.png" media-type="image/png"/>',
      metadata:
        '<meta name="cover" content="cov"/><dc:creator opf:role="trl">T. Lator</dc:creator><dc:creator opf:role="aut" opf:file-as="Doe, Jo">Doe, Jo</dc:creator><dc:creator opf:role="aut">Kim Poe</dc:creator><dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1999</dc:date><dc:publisher>A Press</dc:publisher><dc:rights>CC BY, see https://creativecommons.org/licenses/by/4.0/</dc:rights><dc:description>&lt;p&gt;A &lt;b&gt;road&lt;/b&gt; &amp;amp; a river, and those who came along both of them.&lt;/p&gt;</dc:description>',
      files: {
        'OPS/img/c ver.png': PNG,
        'OPS/toc.ncx':
          '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel><content src="1.xhtml"/><navPoint><navLabel><text>Two</text></navLabel><content src="1.xhtml#two"/></navPoint></navPoint></navMap></ncx>',
      },
    }),
  )
  expect(article).toMatchObject({
    byline: 'Jo Doe, Kim Poe',
    publishedAt: '1999',
    siteName: 'A Press',
    excerpt: 'A road & a river, and those who came along both of them.',
    missingImages: 0,
    licence: { name: 'CC BY 4.0' },
  })
  expect(article.outline.map(({ level, text }) => `${level} ${text}`)).toEqual(['2 I', '3 II'])
  expect(article.html).toMatch(/^<figure><img src="\/assets\/[0-9a-f]{64}"/u)
  expect(article.assets).toHaveLength(1)
})

test('footnotes: the mark and the note lead to each other, and page breaks say nothing', async () => {
  const { html, text } = await read(
    chapters([
      `<p>A word<a epub:type="noteref" href="#n1">1</a> and<span epub:type="pagebreak" id="p7" title="7">7</span> more<a role="doc-noteref" id="r2" href="2.xhtml#e2">2</a>.</p><aside epub:type="footnote" id="n1"><p>1. The <i>first</i> note.</p></aside><p>The end.</p>`,
      `<section epub:type="endnotes"><ol><li id="e2" epub:type="endnote"><p><a href="1.xhtml#r2">2</a> The second.</p></li></ol></section>`,
    ]),
  )
  expect(html).toContain('<a href="#a-c1-n1" class="footnote-ref" id="a-c1-ref-c1-n1">1</a>')
  expect(html).toMatch(
    /<section class="footnotes"><ol><li id="a-c1-n1" value="1"><p>The <i>first<\/i> note. <a[^>]*href="#a-c1-ref-c1-n1"[^>]*>↩<\/a><\/p><\/li><\/ol><\/section>/u,
  )
  expect(html).toMatch(/<a[^>]*href="#a-c2-e2"[^>]*>2<\/a>/u)
  expect(html).toMatch(/<a[^>]*class="footnote-backref"[^>]*>2<\/a> The second/u)
  expect(text).toContain('and more2.')
  expect(text.indexOf('first note')).toBeGreaterThan(text.indexOf('The end.'))
})

test('pictures: by any way to write their address, in SVG wrappers, by fallback; drawings are pictures', async () => {
  const article = await read(
    chapters(
      [
        `<p><img src="../OPS/./im%C3%A1g/a%20b.png" alt="A"/></p>
         <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><title>Cover</title><image xlink:href="im\u00e1g/A B.PNG"/></svg>
         <p><img src="odd.xyz" alt="odd"/></p>
         <div><svg xmlns="http://www.w3.org/2000/svg"><title>A chart</title><script>alert(1)</script><path d="M0 0"/><text x="1">Rain<tspan dy="1">Sun</tspan></text><text>Rain falls on one day of two.</text></svg></div>
         <p><img src="../../../../etc/passwd.png" alt=""/><img src="https://example.org/remote.png" alt=""/></p>
         <object data="chart.svg" type="image/svg+xml"></object>`,
      ],
      {
        manifest:
          '<item id="i" href="im%C3%A1g/a%20b.png" media-type="image/png"/><item id="odd" href="odd.xyz" media-type="image/x-odd" fallback="i"/><item id="s" href="chart.svg" media-type="image/svg+xml"/>',
        files: {
          'OPS/im\u00e1g/a b.png': PNG,
          'OPS/odd.xyz': 'odd',
          'OPS/chart.svg': '<svg xmlns="http://www.w3.org/2000/svg"><desc>Years of rain</desc></svg>',
        },
      },
    ),
  )
  expect(article.html.match(/<img/gu)).toHaveLength(4)
  expect(article.html).toContain('alt="Cover"')
  expect(article.html).toContain('alt="A chart Rain Sun Rain falls on one day of two.">')
  expect(article.html).toContain('<p>Rain falls on one day of two.</p>')
  expect(article.assets.map(({ bytes }) => pictureType(bytes))).toEqual(['image/png', 'image/svg+xml'])
  expect(article.html).toContain('Years of rain')
  expect(article.html).not.toMatch(/script|alert|path/u)
  expect(article.missingImages).toBe(2)
})

test('what is no XML, has entities, prefixes, another encoding or a byte-order mark is read', async () => {
  const article = await read(
    book({
      manifest: ['broken', 'entities', 'prefixed', 'wide']
        .map((id) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`)
        .join(''),
      spine: ['broken', 'entities', 'prefixed', 'wide'].map((id) => `<itemref idref="${id}"/>`).join(''),
      files: {
        'OPS/broken.xhtml': page('<p>Broken & <b>bold<p>again <br> <a id="x"/>words').replace('</body>', ''),
        'OPS/entities.xhtml': page('<p>caf&eacute;&nbsp;&mdash; &own; &#x2014;</p>').replace(
          '<html',
          '<!DOCTYPE html [<!ENTITY own "declared"><!ENTITY bomb "&own;&own;"><!ENTITY ext SYSTEM "file:///etc/passwd">]><html',
        ),
        'OPS/prefixed.xhtml':
          '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title></h:head><h:body><h:p>Prefixed <h:em>words</h:em> <![CDATA[a < b]]></h:p><h:div/></h:body></h:html>',
        'OPS/wide.xhtml': new Uint8Array(
          iconv.encode(page('<p>Weite Wörter</p>').replace('utf-8', 'utf-16'), 'utf-16be', { addBOM: true }),
        ),
      },
    }),
  )
  expect(article.text).toContain('Broken & bold')
  expect(article.text).toContain('again')
  expect(article.text).toContain('café\u00a0— declared —')
  expect(article.html).toContain('<p>Prefixed <em>words</em> a &lt; b</p>')
  expect(article.text).toContain('Weite Wörter')
})

test('corners of the standard: two renditions, absolute and odd paths, what is set aside, fallbacks, doubled items', async () => {
  const files: Record<string, string> = {
    'META-INF/container.xml': container('missing.opf').replace(
      '</rootfiles>',
      '<rootfile full-path="a b/The%20Book.opf" media-type="application/oebps-package+xml"/></rootfiles>',
    ),
    'a b/The Book.opf': `<package version="3.0"><metadata><title id="t1">Sub</title><meta refines="#t1" property="title-type">subtitle</meta><title id="t2">Main</title><meta refines="#t2" property="title-type">main</meta></metadata><manifest>
      <item id="aside" href="/a%20b/aside.xhtml" media-type="application/xhtml+xml"/>
      <item id="one" href="one.xhtml?x=1#y" media-type="application/xhtml+xml; charset=utf-8"/>
      <item id="data" href="data.json" media-type="application/json" fallback="loop"/><item id="loop" href="x.bin" media-type="application/x-bin" fallback="shown"/><item id="shown" href="shown.xhtml" media-type="application/xhtml+xml" fallback="data"/>
      <item id="pic" href="pic.png" media-type="image/png"/></manifest>
      <spine page-progression-direction="rtl"><itemref idref="aside" linear="no"/><itemref idref="one"/><itemref idref="data"/><itemref idref="one"/><itemref idref="pic"/><itemref idref="nothing"/></spine></package>`,
    'a b/aside.xhtml': page('<p>Set aside.</p>'),
    'a b/one.xhtml': page('<p>First. <a href="data.json">Data</a></p>'),
    'a b/shown.xhtml': page('<p>Shown instead.</p>'),
    'a b/data.json': '{}',
  }
  const entries: Zippable = { 'a b/pic.png': PNG }
  for (const [path, content] of Object.entries(files)) entries[path] = strToU8(content)
  const article = await read(zipSync(entries))
  expect(article.title).toBe('Main: Sub')
  expect(article.text.replace(/\s+/gu, ' ')).toBe('Set aside. First. Data Shown instead. First. Data ')
  expect(article.html).toContain('href="#a-c3"')
  expect(article.assets).toHaveLength(1)
  expect(article.truncated).toBe(false)
})

test('stress that only a style sheet shows stays', async () => {
  const { html } = await read(
    chapters(['<p>A <span class="it">stressed</span> word<span class="up">2</span></p>'], {
      manifest: '<item id="css" href="s.css" media-type="text/css"/>',
      files: { 'OPS/s.css': '/* .it{} */ span.it, .x { font-style: italic } .up{vertical-align:super}' },
    }),
  )
  expect(html).toContain('<em>stressed</em> word<sup>2</sup>')
})

test('scrambled fonts do no harm, copy protection is refused in words', async () => {
  const encryption = (algorithm: string, uri: string) =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`
  const files = (text: string) => ({ 'META-INF/encryption.xml': text })
  const scrambled = encryption('http://www.idpf.org/2008/embedding', 'OPS/font.otf')
  expect(await read(chapters(['<p>Free.</p>'], { files: files(scrambled) }))).toMatchObject({ title: 'The Book' })
  const locked = encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'OPS/1.xhtml')
  await expect(read(chapters(['<p>x</p>'], { files: files(locked) }))).rejects.toMatchObject({
    code: 'unsupported-format',
    message: expect.stringContaining('DRM'),
  })
})

test('a chapter that is missing does not cost the others', async () => {
  const article = await read(
    chapters(['<p>Here.</p>'], {
      manifest: '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>',
      spine: '<itemref idref="gone"/>',
    }),
  )
  expect(article).toMatchObject({ truncated: true })
  expect(article.text).toContain('Here.')
})

test('what is called a book and is none is refused by name', async () => {
  for (const bytes of [zipSync({ 'a.txt': strToU8('x') }), chapters(['<p>x</p>']).slice(0, 300)])
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('book.epub'),
    })
})

test('the same book gives the same article', async () => {
  const bytes = chapters([
    '<h1>One</h1><p>Words<a href="#n" epub:type="noteref">1</a></p><aside epub:type="footnote" id="n"><p>1 N</p></aside>',
  ])
  expect(await read(bytes)).toEqual(await read(bytes))
})

test('older books: notes and numbers of pages that only classes name', async () => {
  const { html, text } = await read(
    chapters([
      `<p><span class="pagenum"><a id="Page_12">[Pg 12]</a></span>A word<a id="FNanchor_1"></a><a href="#Footnote_1" class="fnanchor">[1]</a> and a year [1999] and <a href="#FNanchor_1">a link</a>.</p><p>See <a href="#Page_12">page 12</a>.</p><div class="footnote"><p><a id="Footnote_1"></a><a href="#FNanchor_1"><span class="label">[1]</span></a> The note.</p></div>`,
    ]),
  )
  expect(text).toBe('A word[1] and a year [1999] and a link.\nSee page 12.\n[1] The note.')
  expect(html).toContain('<a href="#a-c1-Footnote_1" class="footnote-ref" id="a-c1-ref-c1-Footnote_1">[1]</a>')
  expect(html).toMatch(/<a href="#a-c1-ref-c1-Footnote_1"[^>]*class="footnote-backref"[^>]*>\[1\]<\/a> The note/u)
  expect(html).toContain('href="#a-c1-Page_12"')
})

test('a base of its own, types left out, and a book of nothing but remote pictures', async () => {
  const based = await read(
    book({
      manifest:
        '<item id="a" href="text/a.xhtml"/><item id="b" href="text/b.xhtml" media-type="application/octet-stream"/><item id="p" href="img/p.png" media-type="image/png"/>',
      spine: '<itemref idref="a"/><itemref idref="b"/>',
      files: {
        'OPS/text/a.xhtml': page(
          '<p><a href="text/b.xhtml">B</a><img src="img/p.png" alt=""/></p>',
          '<base href="../"/>',
        ),
        'OPS/text/b.xhtml': page('<p>Second.</p>'),
        'OPS/img/p.png': PNG,
      },
    }),
  )
  expect(based.html).toContain('href="#a-c2"')
  expect(based.missingImages).toBe(0)
  const empty = await read(
    chapters(['<img src="https://example.org/a.png" alt=""/>'], { nav: '<li><a href="1.xhtml">Plate</a></li>' }),
  )
  expect(empty.text).toContain('Plate')
})

test('a damaged book is read or refused, and nothing else', async () => {
  const whole = chapters(['<h1>One</h1><p>Words.</p>', '<p>More words.</p>'], {
    nav: '<li><a href="1.xhtml">One</a></li>',
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 }),
      fc.nat(whole.length),
      async (changes, length) => {
        const bytes = new Uint8Array(whole)
        for (const { at, byte } of changes) bytes[at] = byte
        const cut = length % 3 === 0 ? bytes.slice(0, length) : bytes
        const result = await read(cut).catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(LecternError)
      },
    ),
    { numRuns: 150 },
  )
})
