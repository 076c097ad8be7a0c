import {
  articleRecord,
  quoteRecord,
  type ArticleRecord,
  type FormatReader,
  type GivenNote,
  type QuoteRecord,
  type Where,
} from '../record'
import { dateOf } from '../reading/dates'
import { type JsonObject, asObject, objectsOf } from '../reading/json'
import { colourOf, manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/**
 * Zotero: items with their notes and the annotations of their files, as its API gives them (`data.itemType`, `parentItem`), as Better
 * BibTeX writes them (`items[].attachments[].annotations[]`), or annotations alone (`type, text, comment, pageLabel, color`).
 */
export const zotero: FormatReader = {
  id: 'zotero-json',
  tool: 'Zotero',
  recognises: ({ json }) => itemsOf(json).some((one) => one.has('itemType') || isAnnotation(one)),
  read: ({ json, name }) => {
    const items = itemsOf(json)
    const children = new Map<string, { item: JsonObject; line: number }[]>()
    for (const [index, item] of items.entries()) {
      const parent = item.text('parentItem')
      if (parent === null) continue
      children.set(parent, [...(children.get(parent) ?? []), { item, line: index + 1 }])
    }
    const keys = new Set(items.flatMap((item) => item.text('key', 'itemKey') ?? []))
    const loose: QuoteRecord[] = []
    const articles: ArticleRecord[] = []
    for (const [index, item] of items.entries()) {
      const where = { file: name, line: index + 1 }
      const parent = item.text('parentItem')
      if (parent !== null && keys.has(parent)) continue
      if (isAnnotation(item)) {
        const { quotes, notes } = annotationsOf([item], where)
        if (parent === null) loose.push(...quotes)
        else articles.push(articleRecord({ where, title: `Zotero item ${parent}`, quotes, notes }))
        continue
      }
      const work = workOf(item, where, children)
      if (work !== null) articles.push(work)
    }
    if (loose.length > 0) {
      const title = asObject(json)?.text('title', 'filename') ?? name.replace(/^.*\/|\.json$/giu, '')
      articles.push(articleRecord({ where: { file: name, line: null }, title, quotes: loose }))
    }
    return { articles, problems: [] }
  },
}

function itemsOf(json: unknown): JsonObject[] {
  const whole = asObject(json)
  const list = whole === null ? objectsOf(json) : objectsOf(whole.get('items', 'annotations'))
  return list.map((one) => (one.has('data') ? one.object('data') : one))
}

function isAnnotation(item: JsonObject): boolean {
  return (
    item.get('itemType') === 'annotation' ||
    item.has('annotationType') ||
    (item.has('pageLabel', 'color') && item.has('type'))
  )
}

/** An item with all that hangs on it, on its files too; null when it has neither notes nor highlights. */
function workOf(
  item: JsonObject,
  where: Where,
  children: ReadonlyMap<string, readonly { item: JsonObject; line: number }[]>,
): ArticleRecord | null {
  const seen = new Set<JsonObject>()
  const quotes: QuoteRecord[] = []
  const notes: GivenNote[] = []
  const waiting: { item: JsonObject; line: number }[] = [{ item, line: where.line ?? 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next.item)) continue
    seen.add(next.item)
    const at = { ...where, line: next.line }
    if (isAnnotation(next.item)) {
      const found = annotationsOf([next.item], at)
      quotes.push(...found.quotes)
      notes.push(...found.notes)
    }
    const found = annotationsOf(objectsOf(next.item.get('annotations')), at)
    quotes.push(...found.quotes)
    notes.push(...found.notes)
    const own = [next.item.get('note'), ...objectsOf(next.item.get('notes')).map((one) => one.get('note'))]
    for (const note of own) {
      const value = manyLines(note)
      if (value !== null) notes.push({ kind: 'html', value })
    }
    for (const attachment of objectsOf(next.item.get('attachments')))
      waiting.push({ item: attachment, line: next.line })
    const key = next.item.text('key', 'itemKey')
    if (key !== null) waiting.push(...(children.get(key) ?? []))
  }
  if (quotes.length + notes.length === 0) return null
  const authors = objectsOf(item.get('creators')).flatMap(
    (one) => oneLine(one.text('name') ?? `${one.text('firstName') ?? ''} ${one.text('lastName') ?? ''}`) ?? [],
  )
  return articleRecord({
    ...{ where, quotes, notes },
    url: webAddress(item.get('url') ?? doiAddress(item.text('DOI'))),
    title: oneLine(item.get('title', 'filename')) ?? 'Zotero note',
    author: authors.length === 0 ? null : authors.join(', '),
    tags: tagsOf(item.get('tags')),
    addedAt: dateOf(item.get('dateAdded')),
    publishedAt: /^\d{4}(?:-\d{2}){0,2}$/u.test(item.text('date') ?? '') ? item.text('date') : null,
    excerpt: oneLine(item.get('abstractNote')),
  })
}

function doiAddress(doi: string | null): string | null {
  const found = /10\.\d{4,9}\/\S+/u.exec(doi ?? '')
  return found === null ? null : `https://doi.org/${found[0]}`
}

/** Highlights with words become quotations; comments without words, such as notes stuck to a page, become notes. */
function annotationsOf(items: readonly JsonObject[], where: Where): { quotes: QuoteRecord[]; notes: GivenNote[] } {
  const quotes: QuoteRecord[] = []
  const notes: GivenNote[] = []
  for (const item of items) {
    const exact = manyLines(item.get('annotationText', 'text'))
    const comment = manyLines(item.get('annotationComment', 'comment'))
    const note = comment === null ? null : ({ kind: 'text', value: comment } as const)
    if (exact === null) {
      if (note !== null) notes.push(note)
      continue
    }
    const page = item.text('annotationPageLabel', 'pageLabel')
    quotes.push(
      quoteRecord({
        ...{
          where,
          exact,
          note,
          colour: colourOf(item.get('annotationColor', 'color')),
          tags: tagsOf(item.get('tags')),
        },
        location: page === null ? '' : `page ${page}`,
        createdAt: dateOf(item.get('dateAdded', 'dateModified')),
      }),
    )
  }
  return { quotes, notes }
}
