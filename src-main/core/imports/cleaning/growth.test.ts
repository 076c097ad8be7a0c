import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { createReadBytes } from '../reading/read-bytes'

const read = createReadBytes({ loadImage: async () => null })

const prose = '<p>Some words of an article, which are long enough to be taken for one, I hope, by anyone.</p>'.repeat(
  10,
)
const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>x</title>${head}</head><body>${prose}${body}</body></html>`
const many = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at)).join('')
const jsonLd = (text: string) => page('', `<script type="application/ld+json">${text}</script>`)

/** Pages of a size, each of which once took time that grew with the square of it, or might. */
const pages: Record<string, readonly [size: number, make: (size: number) => string]> = {
  'code blocks side by side': [1000, (n) => page('<pre></pre>'.repeat(n))],
  'code blocks behind paragraphs': [1000, (n) => page('<p>x</p>'.repeat(n) + '<pre>x</pre>'.repeat(n))],
  'code blocks in a table': [1000, (n) => page(`<table><tr><td>${'<pre>x</pre>'.repeat(n)}</table>`)],
  'headings over lists of links': [500, (n) => page('<h2>x</h2><ul><li><a href=x>some words</a></li></ul>'.repeat(n))],
  'linked headings, deep': [600, (n) => page('<div>'.repeat(390) + '<h2><a href=x>some words</a></h2>'.repeat(n))],
  'lists behind a long paragraph': [
    400,
    (n) => page(`<p>${'words that go on '.repeat(n * 4)}:</p>${'<ul>'.repeat(300)}<li><a href=x>link</a></li>`),
  ],
  'authors in authors': [400, (n) => page('<div class="author">'.repeat(n >> 2) + '<i></i>'.repeat(n * 4))],
  'white space in JSON': [4000, (n) => jsonLd(`{"a":1,${' '.repeat(n)}x`)],
  'white space before JSON': [4000, (n) => jsonLd(`${' '.repeat(n)}{"a":1}x`)],
  'commas in JSON': [10_000, (n) => jsonLd(`{"a":[${', '.repeat(n)}`)],
  'a long text in JSON': [50_000, (n) => jsonLd(`{"articleBody":"${'x\\n'.repeat(n)}"}`)],
  'style sheets without rules': [10_000, (n) => page('<i class=a></i>', `<style>${'a'.repeat(n)}</style>`)],
  'rules for all': [
    500,
    (n) => page('<i class=a></i>'.repeat(n), `<style>${'.a{height:1px;color:red}'.repeat(n)}</style>`),
  ],
  'unclosed braces': [10_000, (n) => page('<i class=a></i>', `<style>${'{'.repeat(n)}}</style>`)],
  'backgrounds in a style': [4000, (n) => page(`<i style="${' background:'.repeat(n)}"></i>`)],
  'dashes of a saved page': [
    10_000,
    (n) => page('<img src="data:image/svg+xml," style="background">', `<style>${'-'.repeat(n)}</style>`),
  ],
  'unclosed templates': [4000, (n) => page('<template '.repeat(n))],
  'scripts of formulas': [
    300,
    (n) => page(`<p>${'<span class=MathJax_Preview></span><script type="math/tex">x</script>'.repeat(n)}`),
  ],
  'formulas in one drawing': [500, (n) => page(`<div class=katex>${'<math><mi>x</mi></math>'.repeat(n)}</div>`)],
  'formulas without an end': [
    2000,
    (n) => page(`<p>${'\\(x '.repeat(n)}`, '<script src="https://example.org/mathjax.js"></script>'),
  ],
  'placeholders side by side': [1000, (n) => page('<img><noscript><img src=a.jpg></noscript>'.repeat(n))],
  'a wiki’s reference that is used everywhere': [
    500,
    (n) =>
      page(
        `<div class=mw-parser-output>${prose}${many(n, (at) => `<sup id=cite_ref-a_${at}><a href="#cite_note-a">[1]</a></sup>`)}<ol class=references><li id=cite_note-a>${many(n, (at) => `<a href="#cite_ref-a_${at}">${at}</a>`)} A book.</ol></div>`,
      ),
  ],
  'pictures that cannot be had': [1000, (n) => page(`<p>${many(n, (at) => `<a href=x><img src=${at}.jpg></a>`)}`)],
  'pictures side by side': [1000, (n) => page('<picture><source srcset="a.jpg 1x"><img></picture>'.repeat(n))],
  'images of one picture': [
    500,
    (n) => page(`<picture>${'<source srcset=" ">'.repeat(n)}${'<img>'.repeat(n)}</picture>`),
  ],
  'lines of code': [1000, (n) => page(`<pre class=language-js>${'<div>x</div><br>'.repeat(n)}</pre>`)],
  'formulas in formulas': [300, (n) => page('<span data-tex="x">'.repeat(n >> 2) + '<i>x</i>'.repeat(n * 4))],
  'values of one name': [
    1000,
    (n) =>
      page(
        '',
        many(n, (at) => `<meta name=author content="a ${at}">`),
      ),
  ],
  'a srcset of one word': [5000, (n) => page(`<img srcset="${'a'.repeat(n)} b c">`)],
  'notes in one paragraph': [
    500,
    (n) => page(`${many(n, (at) => `<sup><a href="#n${at}">1</a></sup>`)}<p>${many(n, (at) => `<a id=n${at}></a>`)}`),
  ],
  'text in a table outside its cells': [1000, (n) => page(`<table>${'x<tr>y'.repeat(n)}</table>`)],
  'elements in a table outside its cells': [400, (n) => page(`<table>${'<b>x<tr>'.repeat(n)}</table>`)],
  'unclosed formatting': [200, (n) => page('<p><b><i><font color=red>x'.repeat(n))],
  'unclosed lists in a table': [300, (n) => page(`<table><tr><td>${'<ul><li>x'.repeat(n)}`)],
  'forms side by side': [1000, (n) => page('<form>x</form>'.repeat(n))],
}

async function workOf(html: string): Promise<number> {
  const bytes = new Uint8Array(Buffer.from(html))
  const before = process.threadCpuUsage()
  const source = { bytes, name: '', format: 'auto', via: 'file', url: null, contentType: null, folder: null } as const
  await read(source).catch((error: unknown) => expect(error).toBeInstanceOf(LecternError))
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

async function leastWorkOf(html: string): Promise<number> {
  return Math.min(await workOf(html), await workOf(html))
}

/** What a garbage collection may add, in milliseconds of CPU time. */
const NOISE = 60

// Eight times the size is eight times the work, not sixty-four; twenty leaves room for a busy computer.
test.each(Object.entries(pages))(
  'work grows as the page does: %s',
  async (_, [size, make]) => {
    await workOf(make(size))
    const small = await leastWorkOf(make(size))
    expect(await leastWorkOf(make(size * 8))).toBeLessThan(small * 20 + NOISE)
  },
  60_000,
)

test('comments before the first tag are told from other text in no time', async () => {
  const comments = '<!---->'.repeat(400)
  expect(await workOf(`${comments}words and no tag, ${prose.replace(/<[^>]*>/gu, ' ')}`)).toBeLessThan(2000)
})
