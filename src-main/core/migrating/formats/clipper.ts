import { articleRecord, quoteRecord, type FormatReader, type QuoteRecord, type Where } from '../record'
import { dateOf } from '../reading/dates'
import { type JsonObject, asObject, objectsOf } from '../reading/json'
import { colourOf, manyLines, oneLine, webAddress } from '../reading/values'
import { plainHtml } from '../reading/plain-html'

/** Obsidian's clipper: `{url, title, highlights, data: [{xpath, textQuote, groupId, notes}]}`: one page, a list, or by address. */
export const clipper: FormatReader = {
  id: 'obsidian-clipper',
  tool: 'Obsidian clipper',
  recognises: ({ json }) => pagesOf(json).length > 0,
  read: ({ json, name }) => ({
    articles: pagesOf(json).map((page, index) => {
      const where = { file: name, line: index + 1 }
      const data = objectsOf(page.get('data'))
      const marks = data.length > 0 ? data : objectsOf(page.get('highlights'))
      const given = { where, url: webAddress(page.get('url')), title: oneLine(page.get('title')) }
      return articleRecord({ ...given, quotes: joined(marks, where) })
    }),
    problems: [],
  }),
}

function pagesOf(json: unknown): JsonObject[] {
  const whole = asObject(json)
  const isPage = (one: JsonObject) =>
    one.has('url') && [...objectsOf(one.get('data')), ...objectsOf(one.get('highlights'))].some(isMark)
  if (whole === null) return objectsOf(json).filter(isPage)
  if (isPage(whole)) return [whole]
  return typeof json === 'object' && json !== null ? objectsOf(Object.values(json)).filter(isPage) : []
}

function isMark(one: JsonObject): boolean {
  return one.has('xpath') || one.has('textQuote') || one.has('groupId')
}

/** A highlight over several blocks is one part for each; parts of a group are one quotation. */
function joined(marks: readonly JsonObject[], where: Where): QuoteRecord[] {
  const groups = new Map<string, { words: string[]; notes: string[]; first: JsonObject }>()
  for (const [index, mark] of marks.entries()) {
    const words = manyLines(quoteText(mark))
    if (words === null) continue
    const key = mark.text('groupId') ?? `#${index}`
    const group = groups.get(key) ?? { words: [], notes: [], first: mark }
    groups.set(key, group)
    group.words.push(words)
    for (const note of notesOf(mark)) if (!group.notes.includes(note)) group.notes.push(note)
  }
  return [...groups.values()].map(({ words, notes, first }) => {
    const quote = first.object('textQuote')
    return quoteRecord({
      where,
      exact: words.join('\n'),
      prefix: words.length === 1 ? (quote.text('prefix') ?? '') : '',
      suffix: words.length === 1 ? (quote.text('suffix') ?? '') : '',
      note: notes.length === 0 ? null : { kind: 'markdown', value: notes.join('\n\n') },
      colour: colourOf(first.get('color')),
      createdAt: dateOf(first.get('createdAt', 'created', 'timestamp') ?? first.get('id')),
    })
  })
}

function quoteText(mark: JsonObject): string {
  const quote = mark.get('textQuote')
  if (typeof quote === 'string') return quote
  return mark.object('textQuote').text('exact', 'text') ?? mark.text('text') ?? plainHtml(mark.text('content') ?? '')
}

function notesOf(mark: JsonObject): string[] {
  const notes = mark.get('notes', 'note')
  const all: readonly unknown[] = Array.isArray(notes) ? notes : [notes]
  return all.flatMap((one) => manyLines(typeof one === 'string' ? one : asObject(one)?.get('text', 'content')) ?? [])
}
