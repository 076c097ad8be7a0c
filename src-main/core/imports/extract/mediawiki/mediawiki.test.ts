import { expect, test } from 'vitest'
import { readPage } from '../../../../../tests/support/read-page'

const PROSE =
  '<p><b>Broad Street</b> is a street in <a href="/wiki/Soho" title="Soho">Soho</a>, where a pump stood that many drank from.</p>'
const SECTION =
  'The handle of the pump was taken off in September 1854, after a doctor had drawn a map of the deaths around it.'

const CONFIG =
  '<script>RLCONF={"wgPageName":"Broad_Street","wgTitle":"Broad Street","wgNamespaceNumber":0,"wgCanonicalNamespace":"","wgRevisionId":123456,"wgArticleId":42,"wgPageContentLanguage":"en","wgRedirectedFrom":"Pump_Street"};</script>'
const FOOT = `<footer id="footer" class="mw-footer"><ul id="footer-info">
  <li id="footer-info-lastmod"> This page was last edited on 9 March 2026, at 10:11<span class="anonymous-show">&#160;(UTC)</span>.</li>
  <li id="footer-info-copyright">Text is available under the <a href="/wiki/Wikipedia:Text_of_the_Creative_Commons_Attribution-ShareAlike_4.0_International_License">Creative Commons Attribution-ShareAlike 4.0 License</a>; additional terms may apply.</li></ul></footer>`
const CATEGORIES = `<div id="catlinks"><div id="mw-normal-catlinks"><a href="/wiki/Help:Category">Categories</a>: <ul><li><a href="/wiki/Category:Streets">Streets</a></li></ul></div>
  <div id="mw-hidden-catlinks">Hidden categories: <ul><li><a href="/wiki/Category:Short">Short</a></li></ul></div></div>`

const PAGES: Readonly<Record<string, string>> = {
  'Vector 2022': `<!doctype html><html lang="en"><head><title>Broad Street - Wikipedia</title><meta name="generator" content="MediaWiki 1.45.0">${CONFIG}
    <link rel="canonical" href="https://en.wikipedia.org/wiki/Broad_Street"></head><body class="mediawiki ns-0">
    <nav class="vector-main-menu"><a href="/wiki/Main_Page">Main page</a></nav><main id="content"><h1 id="firstHeading"><span class="mw-page-title-main">Broad Street</span></h1>
    <div id="bodyContent"><div id="contentSub"><span class="mw-redirectedfrom">(Redirected from <a href="/w/index.php?title=Pump_Street&redirect=no" class="mw-redirect">Pump Street</a>)</span></div>
    <div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr">${PROSE}
    <div class="mw-heading mw-heading2"><h2 id="History">History</h2><span class="mw-editsection">[<a href="/w/index.php?action=edit">edit</a>]</span></div><p>${SECTION}</p></div></div>
    ${CATEGORIES}</div></main>${FOOT}</body></html>`,
  'Vector legacy, saved': `<!doctype html><html lang="en"><head><title>Broad Street - Wikipedia</title><meta name="generator" content="MediaWiki 1.34">${CONFIG}
    <link rel="canonical" href="https://en.wikipedia.org/wiki/Broad_Street"></head><body class="mediawiki"><div id="mw-head"><ul><li>Read</li></ul></div>
    <div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading">Broad Street</h1><div id="bodyContent"><div id="siteSub">From Wikipedia, the free encyclopedia</div>
    <div id="mw-content-text" lang="en" dir="ltr"><div class="mw-parser-output">${PROSE}<div id="toc" class="toc"><h2>Contents</h2></div>
    <h2><span class="mw-headline" id="History">History</span><span class="mw-editsection"><span>[</span><a>edit</a><span>]</span></span></h2><p>${SECTION}</p></div>
    <div class="printfooter">Retrieved from "<a href="https://en.wikipedia.org/w/index.php?title=Broad_Street&oldid=123456">https://en.wikipedia.org</a>"</div></div>${CATEGORIES}</div></div>${FOOT}</body></html>`,
  'MonoBook of 2011, without the inner class': `<!DOCTYPE html><html lang="en"><head><title>Broad Street - Wikipedia, the free encyclopedia</title><meta name="generator" content="MediaWiki 1.18wmf1">
    <script>mw.config.set({"wgPageName": "Broad_Street", "wgCurRevisionId": 5, "wgRevisionId": 123456, "wgNamespaceNumber": 0});</script><link rel="canonical" href="http://en.wikipedia.org/wiki/Broad_Street"></head>
    <body class="mediawiki ns-0"><div id="globalWrapper"><div id="column-content"><div id="content"><h1 id="firstHeading" class="firstHeading">Broad Street</h1><div id="bodyContent"><h3 id="siteSub">From Wikipedia</h3>
    <div id="mw-content-text" lang="en" dir="ltr">${PROSE}<table id="toc" class="toc"><tr><td><h2>Contents</h2></td></tr></table>
    <h2><span class="editsection">[<a href="/w/index.php?action=edit">edit</a>]</span> <span class="mw-headline" id="History">History</span></h2><p>${SECTION}</p></div>
    <div class="printfooter">Retrieved from "<a href="http://en.wikipedia.org/wiki/Broad_Street">x</a>"</div>
    <div id='catlinks' class='catlinks'><div id="mw-normal-catlinks"><a href="/wiki/Special:Categories">Categories</a>: <span dir='ltr'><a href="/wiki/Category:Streets">Streets</a></span></div></div></div></div></div>
    <div id="footer"><ul id="f-list"><li id="lastmod"> This page was last modified on 9 March 2026 at 10:11.</li><li id="copyright">Text is available under the <a rel="license" href="http://creativecommons.org/licenses/by-sa/3.0/">Creative Commons Attribution-ShareAlike License</a>; additional terms may apply.</li></ul></div></div></body></html>`,
  'Minerva, mobile': `<!doctype html><html lang="en"><head><title>Broad Street - Wikipedia</title><meta name="generator" content="MediaWiki 1.45.0">${CONFIG}
    <link rel="canonical" href="https://en.wikipedia.org/wiki/Broad_Street"></head><body class="mediawiki ns-0 skin-minerva"><div id="mw-mf-viewport"><main id="content"><h1 id="firstHeading">Broad Street</h1>
    <div id="bodyContent" class="content"><div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en"><section class="mf-section-0">${PROSE}</section>
    <div class="mw-heading mw-heading2 section-heading"><span class="indicator mf-icon"></span><h2 id="History">History</h2><span class="mw-editsection"><a>edit</a></span></div>
    <section class="mf-section-1 collapsible-block"><p>${SECTION}</p></section></div></div></div></main></div>
    <div class="last-modified-bar"><a class="modified-enhancement" data-timestamp="1773051060" href="/wiki/Special:History/Broad_Street">Last edited</a></div>
    <div id="mw-normal-catlinks"><ul><li><a href="/wiki/Category:Streets">Streets</a></li></ul></div>
    <ul><li id="footer-info-copyright">Content is available under <a class="external" rel="nofollow" href="https://creativecommons.org/licenses/by-sa/4.0/deed.en">CC BY-SA 4.0</a> unless otherwise noted.</li></ul></body></html>`,
  Parsoid: `<!DOCTYPE html><html prefix="dc: http://purl.org/dc/terms/ mw: http://mediawiki.org/rdf/" about="https://en.wikipedia.org/wiki/Special:Redirect/revision/123456"><head prefix="mwr: https://en.wikipedia.org/wiki/Special:Redirect/">
    <meta property="mw:pageId" content="42"/><meta property="dc:modified" content="2026-03-09T10:11:00.000Z"/><link rel="dc:isVersionOf" href="//en.wikipedia.org/wiki/Broad_Street"/><base href="//en.wikipedia.org/wiki/"/><title>Broad Street</title>
    <link rel="mw:PageProp/Category" href="./Category:Streets"/><link rel="mw:PageProp/Category" href="./Category:Articles_with_short_description"/></head>
    <body lang="en" class="mw-content-ltr mediawiki ltr mw-body-content parsoid-body mw-parser-output" dir="ltr"><section data-mw-section-id="0">${PROSE.replace('/wiki/Soho', './Soho')}</section>
    <section data-mw-section-id="1"><h2 id="History">History</h2><p>${SECTION}</p></section></body></html>`,
  'Kiwix, an offline copy': `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>Broad Street</title><link rel="canonical" href="https://en.wikipedia.org/wiki/Broad_Street"></head>
    <body class="mediawiki mw-hide-empty-elt ns-0 skin-minerva"><div id="content" class="mw-body"><div id="bodyContent" class="content mw-parser-output"><h1 id="titleHeading">Broad Street</h1>
    <div id="mw-content-text">${PROSE.replace('/wiki/Soho', 'Soho')}<details open><summary class="section-heading"><h2 id="History">History</h2></summary><p>${SECTION}</p></details>
    <div style="clear:both; border-top: dashed 2px #AAAAAA">This article is issued from <a class="external text" title="Last edited on 2026-03-09" href="https://en.wikipedia.org/wiki/Broad_Street?oldid=123456">Wikipedia</a>. The text is licensed under <a class="external text" href="http://creativecommons.org/licenses/by-sa/4.0/">Creative Commons - Attribution - Sharealike</a>. Additional terms may apply for the media files.</div></div></div></div></body></html>`,
}

test.each(Object.entries(PAGES))('%s: text, title, revision, date, licence', async (name, html) => {
  const article = await readPage(html)
  expect(article.title).toBe('Broad Street')
  expect(article.siteName).toBe('Wikipedia')
  expect(article.html).toContain('<h2 id="a-History">History</h2>')
  expect(article.html).toContain(SECTION)
  expect(article.html).toMatch(/href="https?:\/\/en\.wikipedia\.org\/wiki\/Soho"/u)
  expect(article.text).not.toMatch(/edit\b|Contents|From Wikipedia|Retrieved|Main page|Redirected|issued from/u)
  expect(article.details?.wiki).toMatchObject({
    project: 'en.wikipedia.org',
    namespace: '',
    title: 'Broad Street',
    revisionId: 123456,
  })
  expect(article.publishedAt?.slice(0, 10)).toBe('2026-03-09')
  expect(article.licence?.name).toMatch(/^CC BY-SA [34]\.0$/u)
  expect(article.licence?.authorsUrl).toBe('https://en.wikipedia.org/wiki/Broad_Street?action=history')
  expect(article.licence?.changes).toMatch(/Lectern/u)
  expect(article.html).toContain('<p class="licence">')
  if (!name.startsWith('Kiwix')) expect(article.categories).toEqual(['Streets'])
})

test('a page is found by every address that leads to it', async () => {
  const { addresses, details } = await readPage(PAGES['Vector 2022'] ?? '', 'https://en.wikipedia.org/wiki/Pump_Street')
  expect(addresses).toContain('https://en.wikipedia.org/wiki/Broad_Street')
  expect(addresses).toContain('https://en.wikipedia.org/wiki/Pump_Street')
  expect(addresses).toContain('https://en.wikipedia.org/w/index.php?oldid=123456')
  expect(addresses).toContain('https://en.wikipedia.org/w/index.php?curid=42')
  expect(details?.wiki?.redirects).toEqual(['Pump Street'])
})

test('a piece of Parsoid’s page without head and body is read by its address', async () => {
  const piece = `<section data-mw-section-id="0"><p>Le <b>mont</b> est une <a rel="mw:WikiLink" href="./Montagne">montagne</a> que tout le monde connaît bien ici.</p></section>`
  const article = await readPage(piece, 'https://fr.wikipedia.org/api/rest_v1/page/html/Le_Mont')
  expect(article.title).toBe('Le Mont')
  expect(article.html).toContain('href="https://fr.wikipedia.org/wiki/Montagne"')
  expect(article.licence).toMatchObject({
    name: 'CC BY-SA 4.0',
    authorsUrl: 'https://fr.wikipedia.org/wiki/Le_Mont?action=history',
  })
  expect(article.addresses).toContain('https://fr.wikipedia.org/wiki/Le_Mont')
})

test('a copy without any address is known by its title, and has its licence and authors', async () => {
  const article = await readPage(
    `<html lang="fr"><head><title>Le Mont — Wikipédia</title></head><body><div class="mw-parser-output"><p>Le mont est une montagne que tout le monde connaît bien ici, et depuis longtemps.</p></div></body></html>`,
  )
  expect(article).toMatchObject({ title: 'Le Mont', siteName: 'Wikipedia' })
  expect(article.licence).toMatchObject({
    name: 'CC BY-SA 4.0',
    authorsUrl: 'https://fr.wikipedia.org/wiki/Le_Mont?action=history',
  })
})

test('a talk page keeps its namespace, a category its members', async () => {
  const talk = await readPage(
    `<html lang="de"><head><meta name="generator" content="MediaWiki 1.45"><title>Diskussion:Hund – Wikipedia</title><script>RLCONF={"wgPageName":"Diskussion:Hund","wgNamespaceNumber":1,"wgCanonicalNamespace":"Talk"}</script><link rel="canonical" href="https://de.wikipedia.org/wiki/Diskussion:Hund"></head>
     <body><h1 id="firstHeading"><span class="mw-page-title-namespace">Diskussion</span><span class="mw-page-title-separator">:</span><span class="mw-page-title-main">Hund</span></h1><div id="mw-content-text"><div class="mw-parser-output"><p>Hier wird über den Artikel gesprochen, nicht über den Hund selbst.</p></div></div></body></html>`,
  )
  expect(talk.title).toBe('Diskussion:Hund')
  expect(talk.details?.wiki).toMatchObject({ namespace: 'Diskussion', project: 'de.wikipedia.org' })
  const category = await readPage(
    `<html lang="en"><head><meta name="generator" content="MediaWiki 1.45"><title>Category:Streets - Wikipedia</title></head><body class="ns-14"><h1 id="firstHeading">Category:Streets</h1>
     <div id="mw-content-text"><div class="mw-parser-output"><p>Streets of the city.</p></div><div id="mw-pages"><h2>Pages in category "Streets"</h2><ul>${Array.from({ length: 9 }, (_, at) => `<li><a href="/wiki/Street_${at}">Street number ${at}</a></li>`).join('')}</ul></div></div></body></html>`,
  )
  expect(category.title).toBe('Category:Streets')
  expect(category.details?.wiki?.namespace).toBe('Category')
  expect(category.text).toContain('Street number 8')
})

test('right to left: an Arabic page', async () => {
  const article = await readPage(
    `<html lang="ar" dir="rtl"><head><meta name="generator" content="MediaWiki 1.45"><title>القاهرة - ويكيبيديا</title><link rel="canonical" href="https://ar.wikipedia.org/wiki/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9"></head><body>
     <div id="mw-content-text"><div class="mw-parser-output" lang="ar" dir="rtl"><table class="infobox"><tr><th>البلد</th><td><a href="/wiki/%D9%85%D8%B5%D8%B1">مصر</a></td></tr></table><p>القاهرة هي عاصمة جمهورية مصر العربية وأكبر مدنها من حيث عدد السكان والمساحة.</p></div></div></body></html>`,
  )
  expect(article).toMatchObject({ title: 'القاهرة', direction: 'rtl', language: 'ar' })
  expect(article.facts).toMatchObject([{ label: 'البلد', value: 'مصر', links: [{ text: 'مصر' }] }])
  expect(article.licence?.name).toBe('CC BY-SA 4.0')
})
