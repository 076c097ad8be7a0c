import { expect, test } from 'vitest'
import { parseDocument, serialize } from '../html/html-tree'
import { extractArticle } from './extract'

const WORDS =
  'The harbour was empty that morning, and the boats that should have been there had gone out, all of them, before it was light.'
const TEXT = `<p>${WORDS}</p>`.repeat(8)
const htmlOf = (body: string, lead: string | null = null) =>
  serialize(extractArticle(parseDocument(`<!doctype html><body>${body}</body>`), 'The harbour', { leadImage: lead }))

test('the picture above the text is kept with its caption, whatever size the page states', () => {
  const html = htmlOf(
    `<header><h1>The harbour</h1><figure><img src="/media/harbour-at-dawn-1024x683.jpg" alt="Boats"><figcaption>Before the light. Photo: A. Name</figcaption></figure></header><article>${TEXT}</article>`,
    'https://news.example/media/harbour-at-dawn-1200x630.jpg?w=1200',
  )
  expect(html).toMatch(
    /^<figure><img src="\/media\/harbour-at-dawn-1024x683.jpg" alt="Boats"><figcaption>Before the light\. Photo: A\. Name<\/figcaption><\/figure>/u,
  )
  expect(html.match(/<img/gu)).toHaveLength(1)
})

test('without a word of the page’s head, the picture that its author calls the main one', () => {
  const body = (inside: string) => `<h1>The harbour</h1><div class="post-thumbnail">${inside}</div><div>${TEXT}</div>`
  expect(htmlOf(body('<img src="/a/boats-at-sea.jpg" width="900" height="600">'))).toContain('boats-at-sea.jpg')
  expect(htmlOf(body('<img src="/a/boats-at-sea.jpg" width="80" height="80">'))).not.toContain('<img')
})

test('a picture that is in the text already is not there twice, and one of another place is not taken', () => {
  const lead = 'https://news.example/media/harbour-at-dawn.jpg'
  const inText = `<h1>The harbour</h1><img class="hero" src="/media/harbour-at-dawn-300x200.jpg" width="640"><article>${TEXT}<p><img src="/media/harbour-at-dawn.jpg">${WORDS}</p>${TEXT}</article>`
  expect(htmlOf(inText, lead).match(/<img/gu)).toHaveLength(1)
  const aside = `<h1>The harbour</h1><article>${TEXT}</article><aside class="related"><img src="/media/harbour-at-dawn.jpg" width="640"></aside>`
  expect(htmlOf(aside, lead)).not.toContain('<img')
})

test('a figure of the text stays though its credit or its buttons go; a teaser’s does not', () => {
  const figure = (caption: string) => `<figure><img src="/boat.jpg"><figcaption>${caption}</figcaption></figure>`
  const html = htmlOf(
    `<h1>The harbour</h1><article>${TEXT}<div>${figure('<span class="photo-credit">A. Name / Agency</span>')}</div>${TEXT}</article>`,
  )
  expect(html).toContain('<img src="/boat.jpg">')
  const teaser = htmlOf(
    `<h1>The harbour</h1><article>${TEXT}<div class="related">${figure('<a href="/other">Another story</a>')}</div>${TEXT}</article>`,
  )
  expect(teaser).not.toContain('<img')
})

test('a subtitle below the title is a standfirst, not a heading', () => {
  const dek = 'In two hundred years of fishing nobody has seen all of the boats go out on one morning'
  expect(htmlOf(`<article><h1>The harbour</h1><h2>${dek}</h2>${TEXT}</article>`)).toContain(`<p>${dek}</p>`)
})

test('a link of an icon is no part of a text, and an anchor that is left open is no link', () => {
  const html = htmlOf(
    `<article><a href="/print"><img src="/icons/print.gif"></a>${TEXT}<a name="part"><p>Type this now:</p><p><code>make install</code></p>${TEXT}</article>`,
  )
  expect(html).not.toContain('print.gif')
  expect(html).toContain('Type this now:')
  expect(html).toContain('make install')
})

test('charts and diagrams in a page become pictures, icons and what only a style sheet paints do not', () => {
  const bars = Array.from({ length: 14 }, (_, at) => `<path d="M${at} 0h9v9z" fill="#345"/>`).join('')
  const chart = (attributes: string, inside: string) => `<svg viewBox="0 0 400 200" ${attributes}>${inside}</svg>`
  const article = (svg: string) => htmlOf(`<h1>The harbour</h1><article>${TEXT}<div>${svg}</div>${TEXT}</article>`)
  expect(article(chart('aria-label="Boats a year" width="400" height="200"', bars))).toMatch(
    /<img src="data:image\/svg\+xml;base64,[^"]+" alt="Boats a year" width="400" height="200">/u,
  )
  for (const none of [
    chart('width="24" height="24"', bars),
    chart('class="icon"', '<path d="M0 0h9"/>'),
    chart('', bars.replaceAll('fill="#345"', 'class="bar"')),
    `<a href="/x">${chart('', bars)}</a>`,
  ])
    expect(article(none)).not.toContain('<img')
})
