import { expect, test } from 'vitest'
import { readWiki } from '../../../../../tests/support/wiki-page'

const COINS =
  'ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.jtitle=The+Lancet&amp;rft.atitle=On+the+pump&amp;rft.date=1854-09-08&amp;rft_id=info%3Adoi%2F10.1000%2F182&amp;rft.aulast=Snow&amp;rft.aufirst=John&amp;rft.au=Whitehead%2C+Henry&amp;rft_id=https%3A%2F%2Fexample.org%2Fpump'

test('references in their parts, linked both ways, without ^ and letters', async () => {
  const { html, references, text } = await readWiki(`
    <p>First.<sup id="cite_ref-Snow_1-0" class="reference"><a href="#cite_note-Snow-1"><span class="cite-bracket">[</span>1<span class="cite-bracket">]</span></a></sup>
    Again.<sup id="cite_ref-Snow_1-1" class="reference"><a href="#cite_note-Snow-1">[1]</a></sup>
    Short.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup>
    Note.<sup id="cite_ref-3" class="reference"><a href="#cite_note-3">[a]</a></sup></p>
    <div class="reflist reflist-lower-alpha"><ol class="references"><li id="cite_note-3"><span class="mw-cite-backlink"><b><a href="#cite_ref-3">^</a></b></span> <span class="reference-text">A remark on the pump, with a source.<sup id="cite_ref-4" class="reference"><a href="#cite_note-Snow-1">[1]</a></sup></span></li></ol></div>
    <div class="reflist"><div class="mw-references-wrap"><ol class="references">
    <li id="cite_note-Snow-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-Snow_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-Snow_1-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text"><cite class="citation journal cs1">Snow, John; Whitehead, Henry (8 September 1854). <a rel="nofollow" class="external text" href="https://web.archive.org/web/20100831120000/https://example.org/pump">"On the pump"</a>. <i>The Lancet</i>. Archived from <a class="external text" href="https://example.org/pump">the original</a>. <span class="reference-accessdate">Retrieved <span class="nowrap">10 June</span> 2023</span>.</cite><span title="${COINS}" class="Z3988"></span></span></li>
    <li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span class="reference-text"><a href="#CITEREFSnow1855">Snow 1855</a>, p. 38.</span></li></ol></div></div>
    <h2>Bibliography</h2><ul><li><cite id="CITEREFSnow1855" class="citation book cs1">Snow, John (1855). <i>On the Mode of Communication</i>. ISBN <a href="/wiki/Special:BookSources/9780306406157">978-0-306-40615-7</a>.</cite></li></ul>`)
  expect(references.map(({ label, group }) => [label, group])).toEqual([
    ['a', 'lower-alpha'],
    ['1', null],
    ['2', null],
  ])
  expect(references[1]).toMatchObject({
    url: 'https://example.org/pump',
    archivedAt: '2010-08-31',
    retrievedAt: '2023-06-10',
    citation: {
      kind: 'journal',
      authors: ['Snow, John', 'Whitehead, Henry'],
      title: 'On the pump',
      work: 'The Lancet',
      date: '1854-09-08',
      doi: '10.1000/182',
      archiveUrl: 'https://web.archive.org/web/20100831120000/https://example.org/pump',
    },
  })
  expect(references[2]).toMatchObject({
    text: 'Snow 1855, p. 38.',
    citation: { isbn: '9780306406157', date: '1855', full: expect.stringContaining('On the Mode of Communication') },
  })
  expect(text).not.toContain('^')
  expect(html).toContain(
    '<sup id="a-cite_ref-Snow_1-0"><a href="#a-cite_note-Snow-1" class="footnote-ref">[1]</a></sup>',
  )
  expect(html).toMatch(/<a href="#a-cite_ref-Snow_1-0" class="footnote-backref">↩<\/a> <a href="#a-cite_ref-Snow_1-1"/u)
  expect(html).toContain('<ol class="references" type="a">')
  expect(html).toContain('href="#a-CITEREFSnow1855"')
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id))
  for (const [, target = ''] of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target)
})

test('Parsoid: marks lose the page’s name, groups their style sheet’s names', async () => {
  const { html, references } = await readWiki(`
    <p>Dogs.<sup about="#mwt1" class="mw-ref reference" id="cite_ref-1" rel="dc:references" typeof="mw:Extension/ref"><a href="./Page#cite_note-1" style="counter-reset: mw-Ref 1"><span class="mw-reflink-text">[1]</span></a></sup>
    <sup class="mw-ref" id="cite_ref-2" typeof="mw:Extension/ref"><a href="./Page#cite_note-2" data-mw-group="lower-alpha"><span class="mw-reflink-text">[lower-alpha 2]</span></a></sup></p>
    <div class="mw-references-wrap" typeof="mw:Extension/references"><ol class="mw-references references"><li id="cite_note-1"><a href="./Page#cite_ref-1" rel="mw:referencedBy"><span class="mw-linkback-text">↑ </span></a> <span id="mw-reference-text-cite_note-1" class="mw-reference-text">Wozencraft 2005.</span></li></ol></div>
    <div class="mw-references-wrap"><ol class="mw-references references" data-mw-group="lower-alpha"><li id="cite_note-2"><span class="mw-reference-text">A remark.</span></li></ol></div>`)
  expect(html).toContain('<a href="#a-cite_note-1" class="footnote-ref">[1]</a>')
  expect(html).toContain('class="footnote-ref">[b]</a>')
  expect(html).not.toContain('↑')
  expect(references).toMatchObject([
    { label: '1', text: 'Wozencraft 2005.', group: null },
    { label: 'b', text: 'A remark.', group: 'lower-alpha' },
  ])
})

test('entries of other languages and of old pages', async () => {
  const { references, text } = await readWiki(
    `<p>Text.<sup id="cite_ref-0" class="reference"><a href="#cite_note-0">[1]</a></sup></p><ol class="references">
     <li id="cite_note-0"><b><a href="#cite_ref-0">↑</a></b> Erika Muster: <a rel="nofollow" class="external text" href="http://www.example.de/brunnen">„Der Brunnen von Soho“.</a> In: <i>Die Zeit</i>, 3. Mai 1987, abgerufen am 12. März 2019.</li></ol>`,
    'de',
  )
  expect(references[0]).toMatchObject({
    url: 'http://www.example.de/brunnen',
    retrievedAt: '2019-03-12',
    citation: { title: 'Der Brunnen von Soho', work: 'Die Zeit' },
  })
  expect(text).not.toContain('↑')
})
