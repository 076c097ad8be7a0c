import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elements, parseDocument, plainText, serialize } from '../html/html-tree'
import { extractArticle } from './extract'

const SENTENCE = 'The lamp of the old lighthouse is lit at dusk, and it turns until the morning comes. '
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, at) => `<p>Paragraph ${at}. ${SENTENCE.repeat(2)}</p>`).join('')
const extract = (body: string, title: string | null = null, head = '') =>
  extractArticle(
    parseDocument(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, { scriptingEnabled: false }),
    title,
  )
const textOf = (body: string, title: string | null = null) => plainText(extract(body, title))

test('the page around an article goes, in any language of names', () => {
  const text = textOf(
    `<nav><a href="/">Home</a></nav><div class="cookie-banner">We use cookies, as everybody does.</div>
     <main><h1>The Lamp</h1><p class="byline">By Ada Moor</p><div class="share-buttons">Share this.</div>${paragraphs(6)}
     <div class="related-posts"><h3>More</h3><p>Another story that is told elsewhere, at some length.</p></div></main>
     <section id="comments"><p>First! I have never read a better page about lamps.</p></section><footer>© 2024 Moor</footer>`,
    'The Lamp',
  )
  expect(text).toMatch(/^Paragraph 0\..*comes\.$/u)
  expect(text).not.toMatch(/Home|cookies|Ada Moor|Share|Another story|First!|2024/u)
})

test('a heading that is named as one stays', () => {
  const named = textOf(
    `<main><h1>The Lamp</h1>${paragraphs(3)}<h3 class="headlineH3">Choose an oil</h3>${paragraphs(2)}<p class="infobox-headline">Five hints</p>${paragraphs(2)}</main>`,
    'The Lamp',
  )
  expect(named).toContain('Choose an oil')
  expect(named).toContain('Five hints')
})

test('a list of a site’s other articles at the end goes with its label, a list of sources stays', () => {
  const list = (label: string) =>
    textOf(
      `<main><h1>The Lamp</h1>${paragraphs(5)}<p>${label}</p><ul><li>An old friend <a href="/1">goes to sea</a></li><li>What we know of <a href="/2">whale oil</a></li></ul></main>`,
      'The Lamp',
    )
  for (const label of ['More Great Stories', 'Lesen Sie auch', 'Lire aussi :', '関連記事'])
    expect(list(label)).not.toMatch(/whale oil|goes to sea/u)
  for (const label of [
    'More on oils can be found here, and in these books',
    'Sources',
    'More about oils',
    'Recommended reading',
  ])
    expect(list(label)).toContain('whale oil')
})

test('what many images show until a program loads them is no picture, whatever it is called', () => {
  const image = (name: string) =>
    `<figure><img src="//cdn.example/t.gif" width="980" srcset="//cdn.example/t.gif 200w" data-src="//cdn.example/${name}.jpg" data-srcset="//cdn.example/${name}-small.jpg 700w, //cdn.example/${name}.jpg 1900w"></figure>`
  const html = serialize(
    extract(`<article><h1>The Lamp</h1>${image('one')}${paragraphs(4)}${image('two')}${paragraphs(4)}</article>`),
  )
  expect(html).toContain('one.jpg')
  expect(html).toContain('two.jpg')
  expect(html).not.toContain('t.gif')
})

test('a sentence of a text stays though most of it is a link', () => {
  const line =
    'The keeper, who is ninety-nine years old, has <a href="/2">spent three weeks in hospital and came back on Monday.</a>'
  const text = textOf(`<div class="body">${paragraphs(3)}<div>${line}</div>${paragraphs(3)}</div>`)
  expect(text).toContain('spent three weeks')
})

test('the standfirst between title and text is kept', () => {
  const lead = 'For two hundred years it has shown ships the way, and now it is to be sold to the highest bidder.'
  const text = textOf(
    `<header><h1>The Lamp</h1><p class="teaser">${lead}</p></header><article>${paragraphs(6)}</article>`,
  )
  expect(text.startsWith(lead)).toBe(true)
})

test('who wrote it and when goes, before or behind the standfirst; a first sentence about its author stays', () => {
  const read = (line: string, byline: string) =>
    plainText(
      extractArticle(
        parseDocument(`<body><h1>The Lamp</h1><main><p>${SENTENCE.repeat(2)}</p><p>${line}</p>${paragraphs(4)}</main>`),
        'The Lamp',
        { byline },
      ),
    )
  expect(read('By Ada Moor, keeper of the light and its staff writer for lamps', 'Ada Moor')).not.toContain('Ada')
  expect(read('Shore Times | 04.05.2015 at 13h36 | Updated 05.05.2015 | Ada Moor', 'Bo, Ada Moor')).not.toContain('Ada')
  expect(read('By selling the lamp to Ada Moor, the town made money.', 'Ada Moor')).toContain('selling')
  expect(read('On 4 May 2015 Ada Moor lit the lamp. It had been dark. Nobody had missed it.', 'Ada Moor')).toContain(
    'lit',
  )
})

test('labels of advertisements and of what led elsewhere go, and what a sentence announces stays', () => {
  const text = textOf(
    `<article>${paragraphs(3)}<div>ADVERTISEMENT</div><p>Read also:</p><p><a href="/x">Another lamp</a></p>${paragraphs(2)}
     <p>These are the pages about lamps that I found to be of use:</p><p><a href="https://a.example/1">https://a.example/1</a></p>
     <p><a href="https://b.example/2">https://b.example/2</a></p><p>Anzeige</p>${paragraphs(2)}</article>`,
  )
  expect(text).not.toMatch(/ADVERT|Anzeige|Read also|Another/u)
  expect(text).toMatch(/a\.example.*b\.example/u)
})

test('a title that is set once more goes, icons of a font go, and a main heading that says more stays', () => {
  const title = 'The lamp of the old lighthouse'
  const text = textOf(
    `<main><h1>${title}</h1><p>${SENTENCE.repeat(2)}</p><h2>${title}</h2><p><i>\uE123</i> ${SENTENCE}</p>${paragraphs(4)}</main>`,
    title,
  )
  expect(text).not.toMatch(/lighthouse(?! is lit)|\uE123/u)
  expect(textOf(`<main><h1>Why it turns</h1>${paragraphs(5)}</main>`, title)).toMatch(/^Why it turns/u)
  expect(textOf(`<main><h1>${title} – News</h1>${paragraphs(5)}</main>`, title)).toMatch(/^Paragraph/u)
})

test('a table of facts keeps cells that are links', () => {
  const rows = ['Lamp', 'Lens', 'Mirror'].map(
    (name) =>
      `<tr><td><div><a href="/${name}">${name} of the old house</a></div></td><td>${SENTENCE}</td><td>1820</td></tr>`,
  )
  expect(textOf(`<article>${paragraphs(4)}<table>${rows.join('')}</table>${paragraphs(2)}</article>`)).toMatch(
    /Lamp of the old house.*Lens of the old house.*Mirror of the old house/u,
  )
})

test('a picture that stands there once more for those without scripts is one', () => {
  const lazy =
    '<img alt="The lamp at night" data-src="/lamp-small.jpg" data-src-large="/lamp-large-169.jpg" src="data:,">'
  const html = serialize(
    extract(`<article>${paragraphs(3)}<div>${lazy}<div></div><noscript><img alt="The lamp at night" src="/lamp-large-169.jpg"></noscript></div>
     <p>${SENTENCE}</p><img alt="The lamp at night" src="/lamp-2.jpg"><img alt="The lamp at night" src="/lamp-3.jpg">${paragraphs(3)}</article>`),
  )
  expect(html.match(/<img/gu)).toHaveLength(3)
  expect(html).toContain('lamp-large-169.jpg')
  expect(html).not.toContain('lamp-small.jpg')
})

test('the number of the first step stays with those of the others', () => {
  const steps = [1, 2, 3].map((step) => `<div>Step ${step}</div><p>${SENTENCE.repeat(2)}</p>`)
  expect(textOf(`<h1>The Lamp</h1><main>${steps.join('')}${paragraphs(3)}</main>`, 'The Lamp')).toMatch(/^Step 1The/u)
})

test('unnamed teasers, lists of links and lines that lead elsewhere go', () => {
  const teaser = '<div><h3><a href="/x">Another story</a></h3><p>It is told elsewhere, and at some length.</p></div>'
  const text = textOf(
    `<article>${paragraphs(4)}<p>Read also: <a href="/y">The keeper who stayed</a></p>${paragraphs(2)}
     <ul><li><a href="/1">One more thing</a></li><li><a href="/2">Two more things</a></li></ul>
     <div>${teaser.repeat(4)}</div></article>`,
  )
  expect(text).not.toMatch(/Read also|more thing|told elsewhere/u)
  expect(text.match(/Paragraph/gu)).toHaveLength(6)
})

test('a name that misleads costs nothing', () => {
  expect(textOf(`<div class="sidebar social-share">${paragraphs(5)}</div>`).match(/Paragraph/gu)).toHaveLength(5)
})

test('a discussion is what there is to read', () => {
  const comments = Array.from({ length: 5 }, (_, at) => `<div class="comment"><p>Answer ${at}. ${SENTENCE}</p></div>`)
  const text = textOf(
    `<h1>How is it lit?</h1><p>I should like to know.</p><div class="comments">${comments.join('')}</div>`,
  )
  expect(text.match(/Answer/gu)).toHaveLength(5)
})

test('a page without paragraphs, tiny pages and lists of articles are not empty', () => {
  expect(
    textOf(`First line of it, and no paragraph.<br><br>${SENTENCE.repeat(3)}<br><br>${SENTENCE.repeat(2)}`),
  ).toContain('First line')
  expect(textOf('<h1>Note</h1><p>Bread, milk.</p>', 'Note')).toContain('Bread, milk.')
  const entry = (at: number) => `<h2><a href="/${at}">Entry number ${at} of the diary</a></h2>`
  expect(textOf(Array.from({ length: 20 }, (_, at) => entry(at)).join(''))).toContain('Entry number 7')
})

test('Chinese and Arabic are read like any other', () => {
  const chinese = '灯塔的灯在黄昏时点亮，直到天亮才熄灭。守塔人每天都要爬上三百级台阶。'
  const arabic = 'يُضاء مصباح المنارة القديمة عند الغسق، ويدور حتى يأتي الصباح. '
  for (const words of [chinese, arabic.repeat(2)]) {
    const text = textOf(`<nav><a href="/">首页</a></nav><div class="article">${`<p>${words}</p>`.repeat(8)}</div>`)
    expect(text.split(words.slice(0, 10)).length).toBeGreaterThan(8)
    expect(text).not.toContain('首页')
  }
})

test('headings make an outline without gaps', () => {
  const root = extract(
    `<article><h3>One</h3>${paragraphs(2)}<h5>Two</h5>${paragraphs(2)}<h3>Three</h3>${paragraphs(2)}</article>`,
  )
  expect(elements(root, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ tagName }) => tagName)).toEqual(['h2', 'h3', 'h2'])
})

test('code keeps its language and loses its line numbers and buttons', () => {
  const code = `<div class="highlight"><pre><code class="language-py"><span style="user-select:none">1</span>x = 1
<span style="user-select:none">2</span>y = 2</code><button>Copy</button></pre></div>`
  const html = serialize(extract(`<article>${paragraphs(3)}${code}${paragraphs(2)}</article>`))
  expect(html).toContain('<pre><code class="language-py">x = 1\ny = 2</code></pre>')
})

test('TeX becomes MathML, and a dollar is a dollar where no program draws formulas', () => {
  const body = `<article>${paragraphs(3)}<p>So \\(a^2 + b^2\\) costs $5 or $6.</p>${paragraphs(2)}</article>`
  const drawn = extract(body, null, '<script src="/mathjax/tex-chtml.js"></script>')
  expect(elements(drawn, 'math')).toHaveLength(1)
  expect(plainText(drawn)).toContain('costs $5 or $6')
  expect(elements(extract(body), 'math')).toHaveLength(0)
  const script = `<article>${paragraphs(3)}<p>So <script type="math/tex">x^2</script> is it.</p>${paragraphs(2)}</article>`
  expect(serialize(extract(script))).toContain('alttext="x^2"')
})

test('notes are linked both ways and not repeated', () => {
  const html = serialize(
    extract(`<article>${paragraphs(3)}<p>As is known.<sup><a href="#fn1" id="r1">1</a></sup></p>${paragraphs(2)}</article>
      <div class="footnotes"><ol><li id="fn1">Moor, 1852. <a href="#r1">↩</a></li></ol></div>`),
  )
  expect(html.match(/Moor, 1852/gu)).toHaveLength(1)
  expect(html).toMatch(/href="#fn1"[^>]*class="footnote-ref"|class="footnote-ref"[^>]*href="#fn1"/u)
  expect(html).toContain('footnote-backref')
})

test('films become quiet links with their poster', () => {
  const html = serialize(
    extract(`<article>${paragraphs(3)}<video src="https://a.example/f.mp4" poster="p.jpg" title="The lamp turns"></video>
      <iframe src="//b.example/embed/1" allowfullscreen></iframe><iframe src="https://ads.example/"></iframe>${paragraphs(2)}</article>`),
  )
  expect(html).toContain('<a href="https://a.example/f.mp4"><img src="p.jpg" alt="The lamp turns"></a>')
  expect(html).toContain('<a href="https://b.example/embed/1"><span>▶ b.example</span></a>')
  expect(html).not.toContain('ads.example')
})

test('what a page carries for its script to show is read where the page shows nothing', () => {
  const body = SENTENCE.repeat(8).trim()
  const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: body })}</script>`
  expect(plainText(extract('<p>Please turn scripts on.</p>', null, head))).toBe(body)
  const template = `<script type="text/template"><p>${SENTENCE.repeat(8)}</p></script>`
  expect(plainText(extract(`<div>${template}</div>`))).toContain('old lighthouse')
})

test('tables, definitions and captions stay', () => {
  const html = serialize(
    extract(`<article>${paragraphs(3)}<table><caption>Lamps</caption><tr><th>Year</th><th>Light</th></tr><tr><td>1852</td><td>Oil</td></tr></table>
      <dl><dt>Lamp</dt><dd>What shines.</dd></dl><figure><img src="a.jpg"><figcaption>The lamp</figcaption></figure>${paragraphs(3)}</article>`),
  )
  for (const part of ['<caption>Lamps', '<th>Year', '<td>Oil', '<dt>Lamp', '<figcaption>The lamp', 'src="a.jpg"'])
    expect(html).toContain(part)
})

test('a column beside the article goes, however long it is, and hidden parts of the text stay', () => {
  const items = Array.from(
    { length: 30 },
    (_, at) => `<div><b>12:${at}</b><p>Live entry. ${SENTENCE.repeat(2)}</p></div>`,
  )
  const column = `<aside id="sidebar">${items.join('')}</aside>`
  expect(textOf(`<article><h1>The Lamp</h1>${paragraphs(6)}</article>${column}`, 'The Lamp')).not.toContain(
    'Live entry',
  )
  const page = (at: number) =>
    `<div class="part" ${at > 0 ? 'style="display:none"' : ''}>${paragraphs(3)}<p>Part ${at} ends.</p></div>`
  expect(textOf(`<article>${[0, 1, 2].map(page).join('')}</article>`)).toMatch(/Part 0 ends.*Part 1 ends.*Part 2 ends/u)
})

test('linked headings of a text stay, and so do lists of links below an item with words', () => {
  const part = (at: number) => `<h2><a href="/film-${at}">Film number ${at}</a></h2>${paragraphs(4)}`
  const item =
    '<li>The keeper mended these:<ul><li><a href="/1">Bug one, a lamp</a></li><li><a href="/2">Bug two</a></li></ul></li>'
  const text = textOf(`<article>${[1, 2, 3].map(part).join('')}<ul>${item}</ul>${paragraphs(2)}</article>`)
  for (const words of ['Film number 1', 'Film number 3', 'Bug one', 'Bug two']) expect(text).toContain(words)
})

test('notes in the margin become notes at the end, once', () => {
  const html = serialize(
    extract(`<article>${paragraphs(3)}<p>It turns<label class="margin-toggle sidenote-number">1</label><span class="sidenote">By clockwork.</span> all night, and nobody sees it.</p>
      <p>It is lit<sup><a href="#fn1">1</a></sup><span class="sidenote">With oil.</span> at dusk, as ever.</p>${paragraphs(2)}
      <div class="footnotes"><ol><li id="fn1">With oil.</li></ol></div></article>`),
  )
  expect(html).toMatch(/It turns<sup><a href="#side-note-1"[^>]*>1<\/a><\/sup> all night/u)
  expect(html.match(/By clockwork/gu)).toHaveLength(1)
  expect(html.match(/With oil/gu)).toHaveLength(1)
})

test('layout tables are taken apart, boxes in the text are quoted, AMP and frames are read', () => {
  const html = serialize(
    extract(`<table><tr><td><article>${paragraphs(4)}<div class="admonition note"><p>Mind the stairs, they are steep.</p></div>
      <table><tr><td>1852</td><td>Oil</td></tr></table><amp-img src="a.jpg"></amp-img>${paragraphs(3)}</article></td></tr></table>`),
  )
  expect(html).toMatch(/<blockquote[^>]*><p>Mind the stairs/u)
  expect(html.match(/<table/gu)).toHaveLength(1)
  expect(html).toContain('<img src="a.jpg">')
  const frames = parseDocument(`<frameset><frame src="a.html"><noframes>${paragraphs(3)}</noframes></frameset>`)
  expect(plainText(extractArticle(frames, null))).toContain('Paragraph 2')
})

test('formulas that are drawn elsewhere are TeX, and data for a program is read where the page shows nothing', () => {
  const image = '<img src="https://tex.example/svg.image?%5Cfrac%7Ba%7D%7Bb%7D">'
  expect(serialize(extract(`<article>${paragraphs(3)}<p>So ${image} it is.</p></article>`))).toContain('<math')
  const data = JSON.stringify({ posts: [{ title: 'The Lamp', body: `[p]${SENTENCE.repeat(2)}[/p]` }] })
  const text = textOf(`<div data-store="${data.replace(/"/gu, '&quot;')}"></div>`)
  expect(text).toContain('old lighthouse')
  expect(text).not.toContain('[p]')
})

test('deep and large pages are read', () => {
  expect(textOf(`${'<div>'.repeat(3000)}${paragraphs(4)}`)).toContain('Paragraph 3')
  expect(textOf(`<article>${paragraphs(4)}${'<b>'.repeat(300)}${paragraphs(40)}`)).toContain('Paragraph 3')
  expect(textOf(`<article>${'<p>It is <i>so</i>, they say.</p>'.repeat(25_000)}</article>`)).toContain('they say')
})

test('tag soup never throws, and gives the same twice', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="comments">',
      '</div>',
      '<article>',
      '<h1>',
      '<table><tr><td>',
      '<a href="#x">',
    ),
    fc.constantFrom(
      '<br><br>',
      '<ul><li>',
      '</ul>',
      '<sup><a href="#n1">1</a></sup>',
      '<li id="n1">',
      '<pre><code>',
      '</h1>',
    ),
    fc.constantFrom(
      '<math><mi>',
      '<svg><title>',
      '<noscript>',
      '<iframe>',
      '<video poster="x">',
      '<script type="math/tex">',
      '$$',
    ),
    fc.lorem({ mode: 'sentences', maxCount: 3 }),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = pieces.join('')
      const [one, two] = [1, 2].map(() =>
        serialize(extractArticle(parseDocument(html, { scriptingEnabled: false }), null)),
      )
      expect(one).toBe(two)
    }),
    { numRuns: 150 },
  )
})
