import { expect, test } from 'vitest'
import { parseDocument } from '../html/html-tree'
import { readMetadata } from './metadata'

const read = (html: string, url: string | null = null) =>
  readMetadata(parseDocument(html, { scriptingEnabled: false }), url)
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

test('schema.org data is read through graphs and references', () => {
  const page = read(
    `${jsonLd({
      '@graph': [
        { '@type': 'Person', '@id': '#p', name: 'Ann Lee' },
        {
          '@type': ['BlogPosting'],
          headline: 'Deep water',
          author: { '@id': '#p' },
          datePublished: '2020-05-01',
          publisher: { name: 'Shore' },
        },
      ],
    })}<title>Deep water | Shore</title>`,
  )
  expect(page).toMatchObject({ title: 'Deep water', byline: 'Ann Lee', publishedAt: '2020-05-01', siteName: 'Shore' })
})

test('where a page came from: the tool that saved it, else its own statement', () => {
  expect(read('<!-- saved from url=(0022)https://example.org/a --><html>').sourceUrl).toBe('https://example.org/a')
  const singleFile = '<!--\n Page saved with SingleFile \n url: https://example.org/b \n saved date: x\n--><html>'
  expect(read(singleFile).sourceUrl).toBe('https://example.org/b')
  expect(read('<link rel=canonical href="https://example.org/c">').sourceUrl).toBe('https://example.org/c')
  expect(read('<link rel=canonical href="javascript:x">').sourceUrl).toBe(null)
})

test('the summary is the page’s own, unless it says nothing of the article', () => {
  const said = (text: string) => read(`<title>On rain</title><meta name="description" content="${text}">`).excerpt
  expect(said('Why it rains more on the weather side of a hill than on the lee.')).toMatch(/^Why it rains/u)
  expect(said('&lt;b&gt;Why&lt;/b&gt; it rains more on the weather side of a hill.')).toBe(
    'Why it rains more on the weather side of a hill.',
  )
  for (const empty of [
    'On rain',
    'Short.',
    'Welcome to the home of weather on the whole wide web.',
    '© 2020 Weather Weekly, all rights reserved.',
  ])
    expect(said(empty)).toBe(null)
})

test('the lead picture is what the page names, else the first large one by the heading', () => {
  const url = 'https://example.org/posts/a'
  expect(read('<meta property="og:image" content="/i/tide.jpg">', url).leadImage).toBe('https://example.org/i/tide.jpg')
  expect(read(jsonLd({ '@type': 'Article', image: [{ url: '/i/sea.jpg' }] }), url).leadImage).toBe(
    'https://example.org/i/sea.jpg',
  )
  expect(
    read('<meta property="og:image" content="/logo.png"><h1>Tides</h1><img src="t.jpg" width=640>', url).leadImage,
  ).toBe('https://example.org/posts/t.jpg')
  expect(
    read('<meta property="og:image" content="data:image/png;base64,x"><h1>Tides</h1><img src="t.jpg" width=16>', url)
      .leadImage,
  ).toBe(null)
})

test('hostile pages cost little and give plain text', () => {
  const long = 'x'.repeat(1_000_000)
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const page = read(`
    <meta property="og:title" content="${long}"><meta name="author" content="${long}"><meta name="date" content="${long}">
    <meta name="description" content="${long}"><link rel="canonical" href="https://example.org/${long}">
    <script type="application/ld+json">${deep}</script>
    <script type="application/ld+json">{"@type":"Article","headline":"${long}","author":${deep}}</script>
    <title>A <b>title</b> &lt;script&gt;</title><h1 class="${'a '.repeat(100_000)}">${long}</h1>${'<time>1</time>'.repeat(5000)}`)
  expect(page.title?.length ?? 0).toBeLessThanOrEqual(1000)
  expect(page.byline).toBe(null)
  expect(page.publishedAt).toBe(null)
  expect(page.sourceUrl).toBe(null)
  expect(read('<title>A &lt;b&gt;title&lt;/b&gt;</title>').title).toBe('A <b>title</b>')
})
