import { articleRecord, quoteRecord, type ArticleRecord, type FormatReader, type Problem } from '../record'
import { dateInWords } from '../reading/dates'
import { manyLines, oneLine } from '../reading/values'
import { joinNotes, type Clipping } from './kindle-notes'

const SEPARATOR = /^={8,}\s*$/mu
const NOTE =
  /\b(?:your |my )?note\b|notiz|\bnota\b|notitie|anteckning|заметка|notatka|\bnot\b|メモ|笔记|筆記|노트|메모|अपना नोट/iu
const BOOKMARK =
  /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|bokmärke|закладка|zakładka|yer ?işareti|ブックマーク|书签|書籤|북마크/iu
const PAGE = /\bpage\b|seite|página|\bpagina\b|\bsida\b|страниц|strona|sayfa|ページ|页|頁|페이지/iu

/** What stands in place of words beyond what a publisher lets be kept: `<You have reached the clipping limit for this item>`. */
const UNKEPT = /^<[^<>]{10,200}>$/u

/** Kindle's `My Clippings.txt`: records of five lines, in the language that the device was set to. */
export const kindle: FormatReader = {
  id: 'kindle-clippings',
  tool: 'Kindle',
  recognises: ({ text }) => {
    const [first = ''] = text.slice(0, 50_000).split(SEPARATOR)
    return SEPARATOR.test(text.slice(0, 50_000)) && /^\s*[^\n]+\r?\n\s*[-–—•*]/u.test(first)
  },
  read: ({ text, name }) => {
    const problems: Problem[] = []
    const books = new Map<string, { record: ArticleRecord; clippings: Clipping[] }>()
    let line = 1
    for (const block of text.split(SEPARATOR)) {
      const lead = /^\s*/u.exec(block)?.[0] ?? ''
      const where = { file: name, line: line + (lead.match(/\n/gu)?.length ?? 0) }
      line += block.match(/\n/gu)?.length ?? 0
      if (block.trim() === '') continue
      const [head = '', about = '', ...rest] = block.trim().split(/\r\n?|\n/u)
      if (!/^\s*[-–—•*]/u.test(about)) {
        problems.push({ where, message: 'This record does not say where its words are from.' })
        continue
      }
      const { title, author } = bookOf(head.replace(/^\ufeff/u, ''))
      const key = `${title}\n${author ?? ''}`
      const book = books.get(key) ?? { record: articleRecord({ where, title, author }), clippings: [] }
      books.set(key, book)
      const words = manyLines(rest.join('\n'))
      if (words !== null && UNKEPT.test(words)) {
        problems.push({
          where,
          message: 'The publisher let no more of this book be kept: its words are not in the file.',
        })
        continue
      }
      const clipping = { where, words, ...placeOf(about) }
      if (clipping.kind !== 'bookmark' && clipping.words !== null) book.clippings.push(clipping)
    }
    const articles = [...books.values()].flatMap(({ record, clippings }) => {
      const { quotes, notes } = joinNotes(clippings)
      if (quotes.length + notes.length === 0) return []
      const records = quotes.map(({ where, words, location, createdAt, note }) =>
        quoteRecord({
          where,
          exact: words,
          location,
          createdAt,
          note: note === null ? null : { kind: 'text', value: note },
        }),
      )
      return [{ ...record, quotes: records, notes: notes.map((value) => ({ kind: 'text', value }) as const) }]
    })
    return { articles, problems }
  },
}

/** `Title (Author)`; a title may have parentheses of its own. */
function bookOf(head: string): { title: string; author: string | null } {
  const found = /^(.*\S)\s*\(((?:[^()]|\([^()]*\))*)\)\s*$/u.exec(head.trim())
  const title = oneLine(found?.[1] ?? head) ?? 'Untitled'
  return { title, author: oneLine(found?.[2] ?? null) }
}

/** What the second line says: kind, place and time, parted by bars. */
function placeOf(about: string): Pick<Clipping, 'kind' | 'location' | 'start' | 'end' | 'createdAt'> {
  const parts = about
    .replace(/^\s*[-–—•*]\s*/u, '')
    .split('|')
    .map((part) => part.trim())
  const createdAt = parts.map(dateInWords).find((time) => time !== null) ?? null
  const places = parts.filter((part, at) => at === 0 || dateInWords(part) === null)
  // In Japanese the kind stands last, behind page and place.
  const said = places.join(' ')
  const kind = BOOKMARK.test(said) ? 'bookmark' : NOTE.test(said) ? 'note' : 'highlight'
  // In Chinese page and place stand in one part: `第 5 页（位置 #77-78）`.
  const ranges = places
    .flatMap((part) => part.split(/[（(]/u))
    .flatMap((part) => {
      const found = /(\d+)(?:\s*[-–—]\s*(\d+))?/u.exec(part)
      if (found === null) return []
      const start = Number(found[1])
      // `1204-05` is short for `1204-1205`.
      const short = found[2] ?? String(start)
      const end =
        short.length < String(start).length ? Number(String(start).slice(0, -short.length) + short) : Number(short)
      return [{ start, end: Math.max(start, end), isPage: PAGE.test(part) }]
    })
  const exact = ranges.find(({ isPage }) => !isPage) ?? ranges[0]
  const location = ranges
    .map(({ start, end, isPage }) => `${isPage ? 'page' : 'location'} ${start}${end > start ? `–${end}` : ''}`)
    .join(', ')
  return { kind, location, start: exact?.start ?? null, end: exact?.end ?? null, createdAt }
}
