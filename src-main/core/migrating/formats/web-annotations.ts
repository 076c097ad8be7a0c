import {
  articleRecord,
  quoteRecord,
  type ArticleRecord,
  type FormatReader,
  type GivenNote,
  type Problem,
} from '../record'
import { dateOf } from '../reading/dates'
import { type JsonObject, asObject, objectsOf, oneOrMore } from '../reading/json'
import { colourOf, manyLines, oneLine, tagsOf, webAddress } from '../reading/values'

/** Hypothesis: `{export_date, …, annotations: []}`, or the rows of its search, each with `uri` and `target`. */
export const hypothesis: FormatReader = {
  id: 'hypothesis-json',
  tool: 'Hypothesis',
  recognises: ({ json }) => {
    const [first] = rowsOf(json)
    return first !== undefined && first.has('uri', 'target')
  },
  read: ({ json, name }) => read(rowsOf(json), name, hypothesisAnnotation),
}

function rowsOf(json: unknown): JsonObject[] {
  const whole = asObject(json)
  return whole === null ? objectsOf(json) : objectsOf(whole.get('annotations', 'rows'))
}

/** Annotations in the Web Annotation Data Model (W3C), as JSON-LD: one, a list, a page or a collection of them. */
export const w3c: FormatReader = {
  id: 'w3c-json-ld',
  tool: 'W3C Web Annotation',
  recognises: ({ json }) =>
    /anno\.jsonld/u.test(
      JSON.stringify(asObject(json)?.get('@context') ?? objectsOf(json)[0]?.get('@context') ?? ''),
    ) || itemsOf(json).some((one) => one.get('type', '@type') === 'Annotation'),
  read: ({ json, name }) => read(itemsOf(json), name, w3cAnnotation),
}

/** The annotations of a collection, in its pages too. */
function itemsOf(json: unknown): JsonObject[] {
  const whole = asObject(json)
  if (whole === null) return objectsOf(json).flatMap((one) => (one.has('target') ? [one] : pageItems(one)))
  return whole.has('target') ? [whole] : pageItems(whole)
}

function pageItems(page: JsonObject): JsonObject[] {
  const own = objectsOf(page.get('items', '@graph'))
  return own.length > 0 ? own.filter((one) => one.has('target')) : objectsOf(page.object('first').get('items'))
}

interface Read {
  readonly url: string | null
  readonly title: string | null
  readonly author: string | null
  readonly note: GivenNote | null
  readonly tags: readonly string[]
  readonly colour: string | null
  readonly selectors: readonly JsonObject[]
  readonly createdAt: number | null
}

function read(rows: readonly JsonObject[], file: string, readOne: (row: JsonObject) => Read) {
  const problems: Problem[] = []
  const articles: ArticleRecord[] = []
  for (const [index, row] of rows.entries()) {
    const where = { file, line: index + 1 }
    const { url, title, author, note, tags, colour, selectors, createdAt } = readOne(row)
    const quote = selectors.find((one) => one.has('exact'))
    const exact = manyLines(quote?.get('exact'))
    if (url === null && (title === null || exact === null)) {
      problems.push({ where, message: 'This annotation names no web page.' })
      continue
    }
    if (exact === null) {
      articles.push(articleRecord({ where, url, title, author, tags, notes: note === null ? [] : [note] }))
      continue
    }
    const [prefix, suffix] = [quote?.text('prefix') ?? '', quote?.text('suffix') ?? '']
    const record = quoteRecord({ where, exact, prefix, suffix, note, tags, createdAt, colour: colourOf(colour) })
    articles.push(articleRecord({ where, url, title, author, quotes: [record] }))
  }
  return { articles, problems }
}

function hypothesisAnnotation(row: JsonObject): Read {
  const text = manyLines(row.get('text'))
  const title = row.object('document').get('title')
  const isReply = row.list('references').length > 0
  return {
    url: webAddress(row.get('uri')),
    title: oneLine(Array.isArray(title) ? title[0] : title),
    author: null,
    note: text === null ? null : { kind: 'markdown', value: text },
    tags: tagsOf(row.get('tags')),
    colour: null,
    selectors: isReply ? [] : oneOrMore(row.get('target')).flatMap((target) => oneOrMore(target.get('selector'))),
    createdAt: dateOf(row.get('created')),
  }
}

function w3cAnnotation(row: JsonObject): Read {
  const target = oneOrMore(row.get('target'))[0]
  const source = target?.get('source') ?? target?.get('id') ?? row.get('target')
  const described = asObject(source)
  const bodies = oneOrMore(row.get('body'))
  const bare = row.get('bodyValue') ?? row.get('body')
  const isTag = (one: JsonObject) => one.get('purpose') === 'tagging'
  const isColour = (one: JsonObject) =>
    /^#[\da-f]{6}$/iu.test(one.text('value') ?? '') || one.get('purpose') === 'highlighting'
  const words = bodies.find((one) => !isTag(one) && !isColour(one) && one.text('value') !== null)
  const format = words?.text('format') ?? ''
  const value = manyLines(words?.get('value') ?? bare)
  const kind = /html/u.test(format) ? 'html' : /markdown/u.test(format) ? 'markdown' : 'text'
  return {
    url: webAddress(described === null ? source : (described.get('id', '@id', 'url') ?? null)),
    title: oneLine(described?.get('title', 'name', 'dc:title', 'dcterms:title') ?? target?.get('title', 'dc:title')),
    author: oneLine(described?.get('creator', 'author', 'dc:creator')),
    note: value === null ? null : { kind, value },
    tags: bodies.filter(isTag).flatMap((one) => tagsOf([one.get('value')])),
    colour: bodies.find(isColour)?.text('value') ?? row.text('color', 'colour') ?? target?.text('styleClass') ?? null,
    selectors: oneOrMore(target?.get('selector')).flatMap((one) => [one, ...oneOrMore(one.get('refinedBy'))]),
    createdAt: dateOf(row.get('created', 'dcterms:created')),
  }
}
