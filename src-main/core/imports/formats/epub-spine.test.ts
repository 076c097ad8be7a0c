import { expect, test } from 'vitest'
import { book, chapters, item, page, PNG, PROSE, readBook as read } from '../../../../tests/support/epub-book'

const words = (text: string) => text.replace(/\s+/gu, ' ').trim()

test('what the spine sets aside stays in front where it comes first, and else goes to the end', async () => {
  const { html, text } = await read(
    book({
      manifest:
        ['cover', 'one', 'answers', 'two'].map((id) => item(`${id}.xhtml`)).join('') +
        item('c.png', 'image/png', 'properties="cover-image"'),
      spine:
        '<itemref idref="coverxhtml" linear="no"/><itemref idref="onexhtml"/><itemref idref="answersxhtml" linear="no"/><itemref idref="twoxhtml"/>',
      files: {
        'OPS/cover.xhtml': page('<div><img src="c.png" alt="The cover"/></div>'),
        'OPS/one.xhtml': page('<p>One. <a href="answers.xhtml#a1">Answer</a></p>'),
        'OPS/answers.xhtml': page('<p id="a1">Forty-two.</p>'),
        'OPS/two.xhtml': page('<p>Two.</p>'),
        'OPS/c.png': PNG,
      },
    }),
  )
  expect(html.indexOf('alt="The cover"')).toBeLessThan(html.indexOf('One.'))
  expect(html.match(/<img/gu)).toHaveLength(1)
  expect(words(text)).toBe('One. Answer Two. Forty-two.')
  expect(html).toContain('href="#a-c4-a1"')
})

test('the page of the cover that only an older book’s guide names is in front', async () => {
  const { html } = await read(
    chapters([`<h1>One</h1><p>${PROSE}</p>`], {
      version: '2.0',
      manifest: item('cover.html', 'text/html'),
      guide: '<guide><reference type="cover" title="Cover" href="cover.html"/></guide>',
      files: { 'OPS/cover.html': page('<img src="c.png" alt="Cover"/>'), 'OPS/c.png': PNG },
    }),
  )
  expect(html).toMatch(/^<p><img src="[^"]+" alt="Cover"><\/p>\s*<h2>One/u)
})

test('a document that the spine names again is read again, and links lead to its first place', async () => {
  const { text, html } = await read(
    chapters(['<p>Verse. <a href="2.xhtml#r">See the refrain.</a></p>', '<p id="r">Refrain.</p>'], {
      spine: '<itemref idref="x2"/><itemref idref="x1"/>',
    }),
  )
  expect(words(text)).toBe('Verse. See the refrain. Refrain. Refrain. Verse. See the refrain.')
  expect(html.match(/href="#a-c2-r"/gu)).toHaveLength(2)
})

test('a spine that names one document a hundred thousand times is no way to fill the memory', async () => {
  const { text, truncated } = await read(
    chapters([`<p>Again and again.</p>`], { spine: '<itemref idref="x1"/>'.repeat(100_000) }),
  )
  expect(text.match(/Again/gu)?.length).toBeLessThan(500)
  expect(truncated).toBe(true)
})

test('fallbacks: of what is no document, of programs, of XML, and of a picture that has one in words', async () => {
  const { text, assets, truncated } = await read(
    book({
      manifest:
        item('a.json', 'application/json', 'fallback="b"') +
        '<item id="b" href="b.dtc" media-type="application/dtc+xml" fallback="c"/><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>' +
        item('run.xhtml', undefined, 'properties="scripted" fallback="still"') +
        '<item id="still" href="still.xhtml" media-type="application/xhtml+xml"/>' +
        item('only.xhtml', undefined, 'properties="scripted"') +
        item('plate.png', 'image/png', 'fallback="plate"') +
        '<item id="plate" href="plate.xhtml" media-type="application/xhtml+xml"/>',
      spine: ['ajson', 'runxhtml', 'onlyxhtml', 'platepng'].map((id) => `<itemref idref="${id}"/>`).join(''),
      files: {
        'OPS/a.json': '{}',
        'OPS/b.dtc': '<dtc/>',
        'OPS/c.xhtml': page('<p>Third in line.</p>'),
        'OPS/run.xhtml': page('<p>Fails without a program.</p><script>x()</script>'),
        'OPS/still.xhtml': page('<p>Stands still.</p>'),
        'OPS/only.xhtml': page('<p>Nothing instead.</p><script>x()</script>'),
        'OPS/plate.png': PNG,
        'OPS/plate.xhtml': page('<p>The plate, <img src="plate.png" alt="drawn"/> in words.</p>'),
      },
    }),
  )
  expect(words(text)).toBe('Third in line. Stands still. Nothing instead. The plate, in words.')
  expect(assets).toHaveLength(1)
  expect(truncated).toBe(false)
})

test('plain text and XHTML by another name are read; what cannot be read is told, and does not vanish silently', async () => {
  const given = {
    manifest: item('t.txt', 'text/plain') + item('x.xml', 'application/xml') + item('d.pdf', 'application/pdf'),
    files: {
      'OPS/t.txt': 'Plain words & <signs>.\r\n\r\nSecond.',
      'OPS/x.xml': page('<p>In XML.</p>'),
      'OPS/d.pdf': '%PDF-1.4',
    },
  }
  const withSpine = (spine: string) => read(chapters([`<p>${PROSE}</p>`], { ...given, spine }))
  const article = await withSpine('<itemref idref="ttxt"/><itemref idref="xxml"/>')
  expect(article.html).toContain('<p>Plain words &amp; &lt;signs&gt;.</p>\n<p>Second.</p>')
  expect(article.text).toContain('In XML.')
  expect(article.truncated).toBe(false)
  expect(await withSpine('<itemref idref="dpdf"/>')).toMatchObject({ truncated: true })
})

test('a book of nothing that can be read is refused, and the message says of what it is', async () => {
  const bytes = book({
    manifest: item('foo.dmg', 'application/octet-stream', 'fallback="barpsd"') + item('bar.psd', 'image/psd'),
    spine: '<itemref idref="foodmg"/>',
    files: { 'OPS/foo.dmg': 'x', 'OPS/bar.psd': '8BPS' },
  })
  await expect(read(bytes)).rejects.toMatchObject({
    code: 'unsupported-format',
    message: expect.stringMatching(/book\.epub.*application\/octet-stream, image\/psd/u),
  })
})

test('documents that the text links to and the spine forgot are there, after all others', async () => {
  const { html, text } = await read(
    chapters(['<p>Word<a epub:type="noteref" href="../OPS/notes.xhtml#n1">1</a>.</p>', '<p>End.</p>'], {
      manifest: item('notes.xhtml') + item('unused.xhtml'),
      files: {
        'OPS/notes.xhtml': page(
          '<section role="doc-endnotes"><ol><li id="n1" role="doc-endnote"><p>The note. <a href="more.xhtml">More</a> <a role="doc-backlink" href="1.xhtml">b</a></p></li></ol></section>',
        ),
        'OPS/unused.xhtml': page('<p>Never linked.</p>'),
      },
    }),
  )
  expect(words(text)).toBe('Word1. End. The note. More b')
  expect(html).toMatch(/<a href="#a-c3-n1" class="footnote-ref"/u)
})
