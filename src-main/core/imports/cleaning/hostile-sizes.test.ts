import { expect, test } from 'vitest'
import { fileSource } from '../../../../tests/support/source'
import { LecternError } from '@shared/contract/errors'
import { createReadBytes } from '../reading/read-bytes'
import { standInFor } from '../images/stand-in'

const read = createReadBytes({ loadImage: standInFor })

/** `LECTERN_HOSTILE=full` reads each at its full size, where a source ends by reading, by refusal, or by the limit on work. */
const FULL = process.env['LECTERN_HOSTILE'] === 'full'
/** Small enough for a test of every day: what grows faster than its source still shows. */
const SHARE = FULL ? 1 : 1 / 40
/** Of CPU, on a busy computer. */
const MOST_MS = FULL ? 30_000 : 6000

const prose = '<p>Some words of an article, which are long enough to be taken for one, I hope, by anyone.</p>'.repeat(
  10,
)
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>x</title>${head}</head><body>${prose}${body}</body></html>`
const wiki = (body: string) => page(`<div class=mw-parser-output>${prose}${body}</div>`)
const many = (count: number, of: (at: number) => string) =>
  Array.from({ length: Math.round(count * SHARE) }, (_, at) => of(at)).join('')
const times = (count: number, text: string) => text.repeat(Math.max(1, Math.round(count * SHARE)))

const pages: Record<string, () => string> = {
  'table rows': () => page(`<table>${many(75_000, (at) => `<tr><td>cell ${at}</td></tr>`)}</table>`),
  cells: () => page(`<table>${many(1400, () => `<tr>${'<td>x'.repeat(100)}`)}</table>`),
  'a wiki’s citations': () =>
    wiki(
      `<p>${many(40_000, (at) => `w<sup id=cite_ref-${at} class=reference><a href="#cite_note-${at}">[${at}]</a></sup> `)}</p><ol class=references>${many(40_000, (at) => `<li id=cite_note-${at}><span class=mw-cite-backlink><a href="#cite_ref-${at}">^</a></span> <cite class=citation>Author, A. (2001). "Title ${at}". doi:10.1000/${at}</cite></li>`)}</ol>`,
    ),
  'a wiki’s facts': () =>
    wiki(`<table class=infobox>${many(40_000, (at) => `<tr><th>L${at}<td>V <a href=/wiki/X>x</a>`)}</table>`),
  'nested tables of a wiki': () =>
    wiki('<table><tr><td>'.repeat(100) + times(20_000, '<table><tr><td>x</td></tr></table>')),
  'navigation boxes': () =>
    wiki(
      many(
        3000,
        (at) =>
          `<table class=navbox><tr><th>Group ${at}</th><td><ul>${'<li><a href=/wiki/A>A</a></li>'.repeat(30)}</ul></td></tr></table>`,
      ),
    ),
  'lazy images': () => page(many(100_000, (at) => `<img class=lazy><noscript><img src=${at}.jpg></noscript>`)),
  footnotes: () =>
    page(
      `${many(30_000, (at) => `<sup><a href="#fn${at}" id=r${at}>${at}</a></sup>`)}<section class=footnotes><ol>${many(30_000, (at) => `<li id=fn${at}>n <a href="#r${at}">↩</a></li>`)}</ol></section>`,
    ),
  links: () => page(times(200_000, '<a href=x>w</a> ')),
  ids: () => page(many(150_000, (at) => `<a id=i${at} href="#i${at}">x</a>`)),
  paragraphs: () => page(times(290_000, '<p>x')),
  'folds in folds': () =>
    page('<details><summary>x</summary>'.repeat(300) + times(50_000, '<details><summary>x</summary>y</details>')),
  'posts of a thread': () =>
    page(
      many(
        4800,
        (at) =>
          `<div class="post"><a class=username href="/users/${at}">A</a><time>2020-01-01</time><div class="post-body"><p>Words of a post, and more.</p></div></div>`,
      ),
    ),
  'posts in posts': () =>
    page(`${times(300, '<div class="post"><i class=username>A</i>')}<div class="post-body"><p>Words.</p></div>`),
  players: () => page(times(100_000, '<iframe src="https://player.example/embed/x"></iframe>')),
  drawings: () => page(times(60_000, '<figure><svg aria-label="A drawing of a boat"><path d="M0"/></svg></figure>')),
  'one drawing of many': () =>
    page(`<figure>${times(60_000, '<svg aria-label="A drawing of a boat"></svg>')}</figure>`),
  'white space': () => page(times(30_000_000, ' ')),
  'a huge attribute': () => page(`<p class="${times(8_000_000, 'a ')}" title="${times(10_000_000, 'x')}">x</p>`),
  entities: () => page(times(400_000, '&amp;&notit;&#x41;&CounterClockwiseContourIntegral;')),
  'a picture in an address': () => page(`<img src="data:image/png;base64,${times(25_000_000, 'A')}">`),
  'Chinese in one paragraph': () => page(`<p>${times(300_000, '吾輩は猫である。')}`),
  'dates that are none': () => page(`<div class=date>${times(40_000, '99 مارس 2021 ')}</div>`),
}

const texts: Record<string, readonly [name: string, make: () => string]> = {
  'Thai without a space': ['a.txt', () => times(300_000, 'ภาษาไทยไม่มีช่องว่าง')],
  stars: ['a.md', () => `words\n\n${times(100_000, '*a **b ')}`],
  brackets: ['a.md', () => `words\n\n${times(300_000, '[')}a${times(100_000, '](')}`],
  'link definitions': [
    'a.md',
    () => many(50_000, (at) => `[a${at}]: http://x/${at}\n`) + many(50_000, (at) => `[a${at}] `),
  ],
  'a wide table': ['a.md', () => `|${times(20_000, 'a|')}\n|${times(20_000, '-|')}\n${times(2000, '|x\n')}`],
  'quotes in quotes': ['a.md', () => `${times(100_000, '>')}x\n${times(50_000, '> ')}y`],
  'lists in lists': ['a.md', () => many(3000, (at) => `${' '.repeat(at * 2)}- x\n`)],
  'runs of backticks': ['a.md', () => many(3000, (at) => `a${'`'.repeat(at)}`)],
  'unclosed tags': ['a.md', () => times(300_000, '<a ')],
  formulas: ['a.md', () => times(60_000, '$a$ ')],
  'a formula that grows': [
    'a.md',
    () =>
      `$$\\def\\a{xxxxxxxxxx}${'bcdefgh'
        .split('')
        .map((name, at) => `\\def\\${name}{${`\\${'abcdefg'[at]}`.repeat(10)}}`)
        .join('')}\\h$$`,
  ],
  'deep braces': ['a.md', () => `$${times(100_000, '{')}x${times(100_000, '}')}$`],
  'aliases of front matter': [
    'a.md',
    () =>
      `---\na: &a ["x","x"]\n${'bcdefghij'
        .split('')
        .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
        .join('\n')}\n---\nwords\n`,
  ],
  'deep front matter': ['a.md', () => `---\na: ${times(100_000, '[')}\n---\nwords`],
  'lines of a list': ['a.txt', () => many(200_000, (at) => `- item ${at}\n`)],
  'blanks in a line': ['a.txt', () => `a${times(5_000_000, ' ')}b`],
  'empty lines': ['a.txt', () => `${times(10_000_000, '\n')}x`],
  'a boundary that never ends': [
    'a.mhtml',
    () =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${'-'.repeat(70)}"\r\n\r\n${times(200_000, `${'-'.repeat(72)}\r\n`)}`,
  ],
}

async function workOf(name: string, content: string): Promise<number> {
  const before = process.threadCpuUsage()
  await read(fileSource(name, content)).catch((error: unknown) => expect(error).toBeInstanceOf(LecternError))
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

const all = [
  ...Object.entries(pages).map(([what, make]) => [what, 'a.html', make] as const),
  ...Object.entries(texts).map(([what, [name, make]]) => [what, name, make] as const),
]

test.each(all)(
  '%s: read or refused, and soon',
  async (_, name, make) => {
    expect(await workOf(name, make())).toBeLessThan(MOST_MS)
  },
  120_000,
)

test('what is too much is refused before it is read', async () => {
  for (const body of ['<tr><td>x'.repeat(160_000), '<td>x'.repeat(310_000), '<p>x'.repeat(310_000)]) {
    const before = process.threadCpuUsage()
    await expect(read(fileSource('big.html', page(`<table>${body}`)))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('big.html has more than 300,000'),
    })
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(MOST_MS)
  }
})
