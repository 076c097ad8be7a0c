import { articleRecord, quoteRecord, type FormatReader } from '../record'
import { dateOf } from '../reading/dates'
import { hasColumns, readTable } from '../reading/table'
import { colourOf, manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/**
 * Readwise, and Lectern's own table: `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,
 * Highlighted at,Document tags`.
 */
export const readwise: FormatReader = {
  id: 'readwise-csv',
  tool: 'Readwise',
  recognises: (file) => hasColumns(file, 'highlight', 'book title'),
  read: (file) =>
    readTable(file, ({ where, get }, problem) => {
      const title = oneLine(get('book title'))
      const exact = manyLines(withoutMarks(get('highlight')))
      const note = manyLines(get('note'))
      if (title === null || (exact === null && note === null)) {
        problem(
          title === null ? 'This line names no book or article.' : 'This line has neither a highlight nor a note.',
        )
        return null
      }
      const given = note === null ? null : ({ kind: 'text', value: note } as const)
      const location = [get('location type').toLowerCase().replace('order', ''), get('location')]
      return articleRecord({
        ...{ where, title, author: oneLine(get('book author')), tags: tagsOf(get('document tags'), /,/u) },
        url: webAddress(get('url', 'source url', 'source')),
        notes: exact === null && given !== null ? [given] : [],
        quotes:
          exact === null
            ? []
            : [
                quoteRecord({
                  ...{ where, exact, note: given, tags: tagsOf(get('tags'), /,/u), colour: colourOf(get('color')) },
                  location: location[0] === '' || location[1] === '' ? '' : location.join(' '),
                  createdAt: dateOf(get('highlighted at')),
                }),
              ],
      })
    }),
}

/**
 * The words of a highlight that is written in Markdown: they are looked for in a text that has none. The apostrophe goes that keeps a
 * spreadsheet from taking a cell for a formula.
 */
function withoutMarks(text: string): string {
  return text
    .replace(/^'(?=[=+\-@])/u, '')
    .replace(/!\[[^\]]*\]\([^)\s]*\)/gu, '')
    .replace(/\[([^\]]+)\]\(https?:[^)\s]*\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
}
