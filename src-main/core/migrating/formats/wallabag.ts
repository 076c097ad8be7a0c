import { articleRecord, quoteRecord, type FormatReader, type Problem } from '../record'
import { dateOf } from '../reading/dates'
import { type JsonObject, asObject, objectsOf } from '../reading/json'
import { isYes, manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/** Wallabag v2: a list of entries with their page in HTML, and `annotations[{text, quote, ranges}]`. */
export const wallabag: FormatReader = {
  id: 'wallabag-json',
  tool: 'Wallabag',
  recognises: ({ json }) => {
    const [first] = entriesOf(json)
    return first !== undefined && first.has('url', 'is_archived')
  },
  read: ({ json, name }) => {
    const problems: Problem[] = []
    const articles = entriesOf(json).flatMap((entry, index) => {
      const where = { file: name, line: index + 1 }
      const url = webAddress(entry.get('url', 'given_url', 'origin_url'))
      if (url === null) {
        problems.push({ where, message: 'This entry has no web address.' })
        return []
      }
      const html = entry.text('content')
      const authors = entry.get('published_by')
      return [
        articleRecord({
          ...{ where, url, title: oneLine(entry.get('title')) },
          author: oneLine(Array.isArray(authors) ? authors.join(', ') : authors),
          tags: tagsOf(entry.get('tags')),
          addedAt: dateOf(entry.get('created_at')),
          publishedAt: isoOf(dateOf(entry.get('published_at'))),
          status: isYes(entry.get('is_archived')) ? 'archive' : 'inbox',
          favourite: isYes(entry.get('is_starred')),
          // Where the page could not be had, Wallabag keeps a sentence that says so.
          page:
            html !== null && !/^wallabag can't retrieve/iu.test(html.replace(/<[^>]*>/gu, '').trim())
              ? () => html
              : null,
          quotes: objectsOf(entry.get('annotations')).flatMap((one) => {
            const exact = manyLines(one.get('quote'))
            const note = manyLines(one.get('text'))
            const given = note === null ? null : ({ kind: 'text', value: note } as const)
            return exact === null
              ? []
              : [quoteRecord({ where, exact, note: given, createdAt: dateOf(one.get('created_at')) })]
          }),
        }),
      ]
    })
    return { articles, problems }
  },
}

function entriesOf(json: unknown): JsonObject[] {
  const whole = asObject(json)
  if (whole === null) return objectsOf(json)
  const items = whole.object('_embedded').get('items') ?? whole.get('entries', 'items')
  return items === undefined ? [whole] : objectsOf(items)
}

function isoOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
