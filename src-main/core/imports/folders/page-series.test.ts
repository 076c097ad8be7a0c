import { expect, test } from 'vitest'
import { pageSeries, seriesMark, type SeriesMark } from './page-series'

const page = (title: string, links: string, head = '') =>
  `<!doctype html><html><head><title>${title}</title>${head}${links}</head><body><p>Words.</p></body></html>`

function series(files: Record<string, string>): Record<string, readonly string[]> {
  const marks = new Map<string, SeriesMark>()
  for (const [path, markup] of Object.entries(files)) marks.set(path, seriesMark(markup))
  return Object.fromEntries(pageSeries(marks))
}

test('pages of one text are told by what they say comes next, whatever their order', () => {
  expect(
    series({
      'tide/3.html': page('The tide – Page 3 of 3', '<link rel="prev" href="2.html">'),
      'tide/1.html': page('The tide', '<link rel=next href="2.html">'),
      'tide/2.html': page(
        'The tide (2/3)',
        '<a rel="nofollow next" href="./3.html"></a><a href="1.html" rel="prev">1</a>',
      ),
      'tide/other.html': page('Boats', ''),
    }),
  ).toEqual({ 'tide/1.html': ['tide/2.html', 'tide/3.html'] })
})

test('the last page may say nothing of the others', () => {
  expect(
    series({
      '1.html': page('The tide – page 1', '<link rel=next href="2.html">'),
      '2.html': page('The tide – page 2', '<link rel=next href="3.html">'),
      '3.html': page('The tide – page 3', ''),
    }),
  ).toEqual({ '1.html': ['2.html', '3.html'] })
})

test('addresses of the web lead to the file that was saved from there', () => {
  const saved = (address: string) => `<!-- saved from url=(0030)${address} -->`
  expect(
    series({
      'a.html':
        saved('https://x.example/tide') +
        page('Tide | X', '<link rel="next" href="https://x.example/tide?page=2&amp;a=1">'),
      'b.html':
        saved('https://x.example/tide?page=2&a=1') + page('Tide - Page 2 | X', '<link rel="prev" href="/tide">'),
    }),
  ).toEqual({ 'a.html': ['b.html'] })
})

test('chapters of a manual and posts of a blog, which only follow each other, stay apart', () => {
  expect(
    series({
      '1.html': page('Knots', '<link rel=next href="2.html">'),
      '2.html': page('Ropes', '<link rel=prev href="1.html">'),
    }),
  ).toEqual({})
})

test('a ring, a page that leads to itself and a second page that says it follows another are none', () => {
  const link = (next: string, prev: string) => `<link rel=next href="${next}"><link rel=prev href="${prev}">`
  expect(
    series({ '1.html': page('T', link('2.html', '2.html')), '2.html': page('T', link('1.html', '1.html')) }),
  ).toEqual({})
  expect(series({ '1.html': page('T', '<link rel=next href="1.html">') })).toEqual({})
  expect(
    series({
      '1.html': page('T', '<link rel=next href="2.html">'),
      '2.html': page('T', '<link rel=prev href="0.html">'),
    }),
  ).toEqual({})
})
