import { expect, test } from 'vitest'
import { plainNote } from '@shared/text/note-text'
import { decode } from '../../src-main/core/imports/reading/charset'
import { parseCsv } from '../../src-main/core/migrating/reading/csv'
import { readFiles } from '../../src-main/core/migrating/read-files'
import { openOutputs } from '../support/outputs'

/** A reader of RFC 4180 and nothing else, written for this test: a table that it cannot read throws. */
function strictCsv(text: string): string[][] {
  const rows: string[][] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/uy
  let row: string[] = []
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const found = field.exec(text)
    if (found === null) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

test('exported highlights are read back as they were, by any reader of CSV and by Lectern', async () => {
  const stores = openOutputs()
  const odd = ['=HYPERLINK("https://a.org")', 'a, "b"; c', '+1 and\u2028more', "'quoted", '-\tdash', 'ünï 👩‍👩‍👧 井戸']
  const article = stores.addArticle({
    title: 'Commas, "quotes"; and more',
    byline: 'Doe, J.',
    html: odd.map((words) => `<p>${words}</p>`).join('\n'),
  })
  for (const words of odd) {
    const highlight = await stores.mark(article, words)
    await stores.annotations.saveNote({ id: highlight.id, baseRevision: 0, body: plainNote(`On "${words}",\nindeed`) })
    await stores.annotations.update({ ids: [highlight.id], change: { tags: ['one', 'two words'] } })
  }
  const text = await stores.made({ kind: 'csv', scope: { kind: 'library' }, style: 'apa', by: 'article' })
  const [head, ...rows] = strictCsv(text)
  expect(head).toHaveLength(11)
  expect(rows.map((row) => row.length)).toEqual(odd.map(() => 11))
  expect(parseCsv(text).rows.map(({ cells }) => cells)).toEqual([head, ...rows])
  // No cell begins as a formula of a spreadsheet.
  expect(rows.flat().filter((cell) => /^[=+\-@]/u.test(cell))).toEqual([])

  const bytes = new Uint8Array(Buffer.from(text))
  const { articles, problems } = readFiles([{ name: 'x', bytes }], { decode: (raw) => decode(raw, null), openZip: () => { throw new Error('no zip') } }) // prettier-ignore
  expect(problems).toEqual([])
  const flat = (words: string | undefined) => words?.replace(/\s+/gu, ' ')
  expect(articles.map(({ quotes }) => flat(quotes[0]?.exact))).toEqual(odd.map(flat))
  expect(articles.every(({ author, title, quotes }) => author === 'Doe, J.' && title === 'Commas, "quotes"; and more' && quotes[0]?.tags.length === 2)).toBe(true) // prettier-ignore
})
