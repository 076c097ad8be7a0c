import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../reading/read-source'
import { plainTextReader } from './plain-text'

const source: Source = {
  bytes: new Uint8Array(),
  name: 'my_old-notes.txt',
  format: 'auto',
  via: 'file',
  url: null,
  contentType: null,
  folder: null,
}
const read = (text: string) => plainTextReader.read({ source, text: () => text })

test('lines that an editor wrapped are one paragraph', () => {
  const { html } = read(
    'It was late in the year when the two of them set out, and the road was already\nwhite with frost. Nobody spoke. The older of the two had walked this way before,\nand remembered the cold.\n\nThen it snowed.',
  )
  expect(html).toBe(
    '<p>It was late in the year when the two of them set out, and the road was already white with frost. Nobody spoke. The older of the two had walked this way before, and remembered the cold.</p>\n<p>Then it snowed.</p>',
  )
})

test('lines that their author broke stay broken', () => {
  const { html } = read('A poem\n\nRoses are red,\n  violets are blue,\nfrost is on all of them,\n  and on you too.')
  expect(html).toBe(
    '<p>Roses are red,<br>\u2003violets are blue,<br>frost is on all of them,<br>\u2003and on you too.</p>',
  )
})

test('each line is a paragraph where there are no blank lines', () => {
  const line =
    'This is a whole paragraph that somebody wrote on one line, as word processors save it when asked for text.'
  expect(read(`${line}\n${line}\n${line}`).html.match(/<p>/gu)).toHaveLength(3)
})

test('indented first lines begin paragraphs', () => {
  const { html } = read(
    '   The first paragraph begins here and it goes on for a while until\nthe line is full.\n   The second paragraph begins here and it goes on for a while too\nand then it ends.',
  )
  expect(html.match(/<p>/gu)).toHaveLength(2)
})

test('scripts without spaces are joined without them', () => {
  const { html } = read(
    'これは長い段落の最初の行であり、エディターによって折り返されてい\nます。二行目もあります。\n\n終わり。',
  )
  expect(html).toContain('折り返されています')
})

test('headings: underlined, numbered, in capitals, named, and short lines among sentences', () => {
  const prose = 'This is a sentence that is long enough to be taken for one, and it ends as sentences do.'
  const { html } = read(
    [
      'The title',
      'Part\n====',
      prose,
      'Lesser\n------',
      prose,
      'CHAPTER ONE',
      prose,
      '1.2 Method of work',
      prose,
      'The river',
      prose,
      'He said:',
      prose,
    ].join('\n\n'),
  )
  expect(html.match(/<h\d>[^<]*/gu)).toEqual([
    '<h2>Part',
    '<h3>Lesser',
    '<h2>CHAPTER ONE',
    '<h3>1.2 Method of work',
    '<h2>The river',
  ])
})

test('lists, also with blank lines between their entries', () => {
  expect(read('Things:\n\n- a clock\n- two chairs that\n  nobody wanted').html).toContain(
    '<ul>\n<li>a clock</li>\n<li>two chairs that nobody wanted</li>\n</ul>',
  )
  expect(read('Steps:\n\n3. Third thing.\n\n4. Fourth thing.').html).toContain(
    '<ol start="3">\n<li>Third thing.</li>\n<li>Fourth thing.</li>\n</ol>',
  )
})

test('columns stay columns', () => {
  expect(read('Who\n\nName      Age   Town\nAnn        31   Oulu').html).toBe(
    '<pre>Name      Age   Town\nAnn        31   Oulu</pre>',
  )
})

test('the title is the first line when it looks like one, and else the name of the file', () => {
  expect(read('The title\n\nBy Jane Doe\n\nText that goes on.')).toMatchObject({
    title: 'The title',
    byline: 'Jane Doe',
  })
  expect(read('This begins at once, with a sentence.\n\nAnd goes on.').title).toBe('my old notes')
  expect(read('Title: Moby Dick\nAuthor: Herman Melville\n\nCall me Ishmael.')).toMatchObject({
    title: 'Moby Dick',
    byline: 'Herman Melville',
  })
})

test('addresses are links, without the sentence around them', () => {
  expect(read('Title\n\nSee (https://example.org/a_(b)?x=1&y=2). Or <b>.').html).toBe(
    '<p>See (<a href="https://example.org/a_(b)?x=1&amp;y=2">https://example.org/a_(b)?x=1&amp;y=2</a>). Or &lt;b&gt;.</p>',
  )
})

test('no word is lost, and nothing in a text is markup', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 90 }),
    fc.lorem({ maxCount: 14 }),
    fc.constantFrom('', '- x', '1. y', '====', '<i>&amp;', '   z'),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const article = read(lines.join('\n'))
      const shown = `${article.title ?? ''} ${article.byline ?? ''} ${article.html}`
      for (const word of lines.join(' ').match(/[a-z]{4,}/gu) ?? []) expect(shown).toContain(word)
      expect(
        article.html.replace(/<\/?(?:p|br|h[1-6]|ul|ol|li|pre|blockquote|hr|em|a)(?: (?:start|href)="[^"]*")?>/gu, ''),
      ).not.toMatch(/[<>]/u)
    }),
  )
})

test('mail: what is quoted is a quotation, as deep as it is', () => {
  expect(
    read('Re: the road\n\nOn Monday Jo wrote:\n> Where does it\n> go?\n>\n>> Nowhere.\nTo the river, I think.').html,
  ).toBe(
    '<p>On Monday Jo wrote:</p>\n<blockquote><p>Where does it<br>go?</p>\n<blockquote><p>Nowhere.</p></blockquote></blockquote>\n<p>To the river, I think.</p>',
  )
})

test('stress between underlines, but no names of programs', () => {
  const { html } = read(
    'T\n\nIt was _very_ cold, _so cold_ that snake_case and __init__ froze at https://example.org/_a_b_.',
  )
  expect(html).toContain('<em>very</em> cold, <em>so cold</em> that snake_case and __init__ froze')
  expect(html).toContain('href="https://example.org/_a_b_"')
})

test('heads and feet of printed pages go, and a sentence across pages is whole', () => {
  const page = (n: number, body: string) =>
    `Doe                Standards Track              [Page ${n}]\n\fRFC 9999          On Roads            March 2020\n\n\n   ${body}\n\n`
  const { html } = read(
    `On Roads\n\n   This is the first page, and it ends in the middle of a sentence that\n\n${page(1, 'goes on behind the break, as sentences in such documents do.')}${page(2, 'The next page begins a paragraph of its own, which ends here.')}${page(3, 'The last page has one too, and it is the last of them all.')}`,
  )
  expect(html).not.toMatch(/Standards Track|RFC 9999/u)
  expect(html).toContain('sentence that goes on behind the break')
})

test('contents with leaders stay lines', () => {
  expect(read('T\n\n1. Introduction .......... 2\n2. Terms ................ 14').html).toContain('.......... 2')
})

test('verse that is as wide as it could be, breaks between scenes, and columns that tabs make', () => {
  const { html } = read(
    'T\n\n"How doth the little crocodile\n    Improve his shining tail,\nAnd pour the waters of the Nile\n    On every golden scale!\n\n   *   *   *   *\n\nName\tAge\tTown\nAnn-Kathrin\t31\tOulu\nBob\t4\tTurku',
  )
  expect(html).toContain('crocodile<br>\u2003\u2003Improve his shining tail,<br>And')
  expect(html).toContain('<hr>')
  expect(html).toContain('<pre>Name          Age   Town\nAnn-Kathrin   31    Oulu\nBob           4     Turku</pre>')
})
