import { articleRecord, quoteRecord, type FormatReader } from '../record'
import { dateOf } from '../reading/dates'
import { asObject, objectsOf } from '../reading/json'
import { colourOf, manyLines, oneLine } from '../reading/values'

/** Readest: `$format: "readest-annotations"`, a book and its annotations. */
export const readest: FormatReader = {
  id: 'readest-json',
  tool: 'Readest',
  recognises: ({ json }) => asObject(json)?.get('$format') === 'readest-annotations',
  read: ({ json, name }) => {
    const whole = asObject(json)
    const book = whole?.object('book')
    const quotes = objectsOf(whole?.get('annotations')).flatMap((one, index) => {
      const exact = manyLines(one.get('text'))
      const note = manyLines(one.get('note'))
      if (exact === null) return []
      return [
        quoteRecord({
          ...{ where: { file: name, line: index + 1 }, exact, colour: colourOf(one.get('color')) },
          note: note === null ? null : { kind: 'markdown', value: note },
          createdAt: dateOf(one.get('createdAt')),
        }),
      ]
    })
    const title = oneLine(book?.get('title')) ?? 'Untitled'
    return {
      articles: [
        articleRecord({ where: { file: name, line: null }, title, author: oneLine(book?.get('author')), quotes }),
      ],
      problems: [],
    }
  },
}
