import { articleRecord, quoteRecord, type FormatReader } from '../record'
import { dateOf } from '../reading/dates'
import { objectsOf, oneOrMore } from '../reading/json'
import { hasColumns, readTable } from '../reading/table'
import { manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/** Pocket's list: `title,url,time_added,tags,status`; tags joined by `|`, times in seconds. */
export const pocketTable: FormatReader = {
  id: 'pocket-csv',
  tool: 'Pocket',
  recognises: (file) => hasColumns(file, 'title', 'url', 'time_added'),
  read: (file) =>
    readTable(file, ({ where, get }, problem) => {
      const url = webAddress(get('url'))
      if (url === null) {
        problem(`“${get('url')}” is no web address.`)
        return null
      }
      const status = get('status').toLowerCase()
      return articleRecord({
        where,
        url,
        title: oneLine(get('title')),
        addedAt: dateOf(get('time_added')),
        tags: tagsOf(get('tags'), /\|/u),
        status: status === '' ? null : status.startsWith('archive') || status === 'read' ? 'archive' : 'inbox',
        favourite: get('favorite', 'favourite') === '1',
      })
    }),
}

/** Pocket's highlights: `{url, title, highlights: [{quote, created_at}]}`, one or a list. */
export const pocketHighlights: FormatReader = {
  id: 'pocket-json',
  tool: 'Pocket',
  recognises: ({ json }) => {
    const [first] = oneOrMore(json)
    return (
      first !== undefined &&
      first.has('url', 'highlights') &&
      objectsOf(first.get('highlights')).every((one) => one.has('quote'))
    )
  },
  read: ({ json, name }) => {
    const problems: { where: { file: string; line: number }; message: string }[] = []
    const articles = oneOrMore(json).flatMap((page, index) => {
      const where = { file: name, line: index + 1 }
      const url = webAddress(page.get('url'))
      const quotes = objectsOf(page.get('highlights')).flatMap((one) => {
        const exact = manyLines(one.get('quote'))
        if (exact === null) return []
        const note = manyLines(one.get('note', 'comment'))
        const createdAt = dateOf(one.get('created_at'))
        return [quoteRecord({ where, exact, createdAt, note: note === null ? null : { kind: 'text', value: note } })]
      })
      if (url === null && quotes.length === 0) {
        problems.push({ where, message: 'This entry has no web address and no highlights.' })
        return []
      }
      return [articleRecord({ where, url, title: oneLine(page.get('title')), quotes })]
    })
    return { articles, problems }
  },
}
