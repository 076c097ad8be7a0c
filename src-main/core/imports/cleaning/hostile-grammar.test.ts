import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { createReadBytes } from '../reading/read-bytes'
import type { Source } from '../reading/read-source'
import { sanitize } from './sanitize'

/** Elements that a parser, or one of our steps, treats in a way of its own. */
const NAMES = (
  'html head body main article section aside nav header footer div span p a b i u em font nobr code pre tt ruby rt rp h1 h2 h3 ' +
  'ul ol li dl dt dd table caption colgroup col thead tbody tr td th form fieldset select option optgroup button textarea input ' +
  'label img picture source figure figcaption iframe video audio object embed noscript template script style title base link meta ' +
  'svg foreignObject desc use math mi mo mtext semantics annotation annotation-xml mfenced plaintext xmp listing frameset frame ' +
  'details summary dialog blockquote hr br wbr sup sub time address center marquee image isindex x-y'
).split(' ')
const VALUES = (
  'x #x #fn1 fn1 cite_note-1 article content comments sidebar author byline date published footnotes infobox katex MathJax ' +
  'mw-parser-output hatnote reference language-js highlight gutter javascript:alert(1) //example.org/a data:image/png;base64,AAAA ' +
  'a.jpg 2020-01-02 author license canonical 1 0 none text/html math/tex application/ld+json https://example.org/2020/01/02/x ' +
  'display:none background:url(a.png);height:200px X-Y'
).split(' ')
const ATTRIBUTES = (
  'id class href src srcset name content property itemprop rel type style lang dir hidden title alt width height colspan rowspan ' +
  'datetime data-src data-tex encoding definitionurl xlink:href xmlns role shadowrootmode onclick aria-hidden open start value'
).split(' ')
const TEXTS = [
  ...[
    'word',
    'A sentence of some words, with a comma in it. ',
    ' ',
    '\n',
    '\u00a0',
    '\0',
    '\u2028',
    '\ud800',
    '\uFEFF',
  ],
  ...['&amp;', '&', '&#x0;', '&#xD800;', '&notit;', '&lt;script&gt;', '&nbsp', '<', '<!', '</', '<?x', '<![CDATA[x]]>'],
  ...[
    '<!--',
    '-->',
    '<!-->',
    '--!>',
    ']]>',
    '</>',
    '<a ',
    '"',
    "'",
    '=',
    '\\(x',
    '$$ x $$',
    '[1]',
    '↩',
    '©',
    '漢字',
    'ก',
    '👩‍👧',
  ],
]

const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary', maxLength: 20 }))
const attribute = fc
  .tuple(fc.constantFrom(...ATTRIBUTES), value, fc.constantFrom('"', "'", ''))
  .map(([name, text, quote]) => ` ${name}=${quote}${text}${quote}`)
const start = fc
  .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 3 }), fc.constantFrom('>', '>', '>', '/>', ' '))
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
const end = fc.constantFrom(...NAMES).map((name) => `</${name}>`)
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 30 }))
const data = fc
  .oneof(
    fc.json({ maxDepth: 3 }),
    fc
      .record({
        '@type': fc.constantFrom('Article', 'WebPage', 'Person', 7),
        '@graph': fc.jsonValue({ maxDepth: 2 }),
        headline: fc.jsonValue({ maxDepth: 1 }),
        author: fc.jsonValue({ maxDepth: 2 }),
        datePublished: fc.oneof(fc.constant('2020-01-02T03:04:05Z'), fc.string(), fc.jsonValue({ maxDepth: 1 })),
        image: fc.jsonValue({ maxDepth: 2 }),
        articleBody: fc.string({ unit: 'binary', maxLength: 50 }),
      })
      .map((object) => JSON.stringify(object)),
  )
  .map((json) => `<script type="application/ld+json">${json}</script>`)
const markup = fc.letrec<{ piece: string; nested: string }>((tie) => ({
  piece: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, text, start, end, data, tie('nested'), tie('nested')),
  nested: fc
    .tuple(fc.constantFrom(...NAMES), fc.array(attribute, { maxLength: 3 }), fc.array(tie('piece'), { maxLength: 5 }))
    .map(([name, attributes, children]) => `<${name}${attributes.join('')}>${children.join('')}</${name}>`),
})).piece
const prose = '<p>Some words of an article, which are long enough to be taken for one, I hope, by anyone.</p>'
const html = fc
  .tuple(
    fc.constantFrom('', '<!doctype html>', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'),
    fc.array(markup, { maxLength: 12 }),
    fc.constantFrom('', prose, prose.repeat(4)),
    fc.array(markup, { maxLength: 12 }),
  )
  .map(([doctype, before, words, after]) => `${doctype}${before.join('')}${words}${after.join('')}`)

const read = createReadBytes({ loadImage: async () => null })

/** What was read, as text, its HTML as safe as can be; a refusal that a person can understand counts as well. */
async function outcome(markupText: string, more: Partial<Source>): Promise<string> {
  const bytes = new Uint8Array(Buffer.from(markupText))
  const source: Source = { bytes, name: '', format: 'html', via: 'file', url: null, contentType: null, folder: null }
  try {
    const article = await read({ ...source, ...more })
    expect(sanitize(article.html)).toBe(article.html)
    return JSON.stringify(article)
  } catch (error) {
    if (error instanceof LecternError) return `${error.code}: ${error.message}`
    throw error
  }
}

const ways: readonly Partial<Source>[] = [
  {},
  { format: 'auto', via: 'paste' },
  { url: 'https://example.org/2020/01/02/x' },
  { whole: { images: {}, parts: null } },
]

test.each(ways)(
  'any markup is read, the same each time, or refused in words: %j',
  async (way) => {
    await fc.assert(
      fc.asyncProperty(html, async (page) => {
        const first = await outcome(page, way)
        expect(await outcome(page, way)).toBe(first)
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    )
  },
  120_000,
)
