import { collapse, textContent, type Element } from '../html/html-tree'
import { isList, isObject, type Json, type JsonObject, parseLooseJson } from './json'
import { unescapedTwice } from './twice-escaped'
import { sameTitle } from './title-key'

/** What schema.org data in a page says of its article. */
export interface JsonLd {
  readonly headline: string | null
  readonly authors: readonly string[]
  /** Authors that are no people. */
  readonly organisations: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly siteName: string | null
  readonly language: string | null
  readonly licence: string | null
  readonly description: string | null
  readonly image: string | null
  /** False for what only subscribers may read. */
  readonly free: boolean
}

const ARTICLE = /(?:Article|Posting|Report|Story|Review|Recipe|HowTo|CreativeWork|Chapter|Essay|Book|Course|Event)$/u
const PAGE = /(?:WebPage|AboutPage|ItemPage|QAPage|FAQPage|VideoObject|Product)$/u
const MOST_OBJECTS = 2000
/** Lists in lists in lists say nothing. */
const DEEPEST = 6
const NESTED = ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author', 'hasPart', 'about', 'itemReviewed']

/**
 * Reads `<script type="application/ld+json">`; of several articles, the one that has the page's title.
 * @param titles what else the page gives as its title
 */
export function readJsonLd(scripts: readonly Element[], titles: readonly string[]): JsonLd {
  const objects = scripts.slice(0, 50).flatMap((script) => objectsIn(parseLooseJson(textContent(script))))
  const byId = new Map<string, JsonObject>()
  for (const object of objects) {
    const id = object['@id']
    if (typeof id === 'string' && object['name'] !== undefined && !byId.has(id)) byId.set(id, object)
  }
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE.test(type)))
  const pages = objects.filter((object) => typesOf(object).some((type) => PAGE.test(type)))
  const isOurs = (object: JsonObject) => {
    const headline = text(object['headline']) ?? text(object['name'])
    return headline !== null && titles.some((title) => sameTitle(title, headline))
  }
  const main = articles.find(isOurs) ?? (articles.length > 3 ? undefined : articles[0])
  const page = pages.find(isOurs) ?? pages[0]
  const site = objects.find((object) => typesOf(object).includes('WebSite'))
  const field = (...keys: readonly string[]): string | null =>
    [main, page].flatMap((object) => keys.map((key) => text(object?.[key]))).find((value) => value !== null) ?? null
  const authors =
    [main, page]
      .flatMap((object) => [object?.['author'], object?.['creator']])
      .map((value) => makers(value ?? null, byId))
      .sort((one, other) => other.length - one.length)[0] ?? []
  const free = main?.['isAccessibleForFree'] ?? page?.['isAccessibleForFree']
  return {
    headline: main ? (text(main['headline']) ?? text(main['name'])) : page ? text(page['headline']) : null,
    authors: authors.flatMap(({ name, isPerson }) => (isPerson ? [name] : [])),
    organisations: authors.flatMap(({ name, isPerson }) => (isPerson ? [] : [name])),
    published: field('datePublished', 'dateCreated', 'uploadDate'),
    modified: field('dateModified'),
    siteName: (main && makers(main['publisher'] ?? null, byId)[0]?.name) ?? (site ? text(site['name']) : null),
    language: field('inLanguage'),
    licence: field('license'),
    description: field('description'),
    image: image(main?.['image'] ?? main?.['thumbnailUrl'] ?? page?.['primaryImageOfPage'] ?? null, objects),
    free: !(free === false || (typeof free === 'string' && /^false$/iu.test(free))),
  }
}

function objectsIn(root: Json): JsonObject[] {
  const found: JsonObject[] = []
  const pending: Json[] = [root]
  for (let at = 0; at < pending.length && found.length < MOST_OBJECTS; at++) {
    const value = pending[at]
    if (isList(value)) pending.push(...value.slice(0, MOST_OBJECTS))
    else if (isObject(value)) {
      found.push(value)
      for (const key of NESTED) {
        const inner = value[key]
        if (typeof inner === 'object') pending.push(inner)
      }
    }
  }
  return found
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type']
  return (isList(type) ? type : [type]).filter((name): name is string => typeof name === 'string')
}

function text(value: Json | undefined, depth = 0): string | null {
  if (depth > DEEPEST) return null
  if (isList(value)) return text(value[0], depth + 1)
  if (isObject(value)) return text(value['@value'] ?? value['name'] ?? value['@id'] ?? null, depth + 1)
  const collapsed = typeof value === 'string' ? collapse(unescapedTwice(value.slice(0, 5000))) : ''
  return collapsed === '' ? null : collapsed
}

interface Maker {
  readonly name: string
  readonly isPerson: boolean
}

/** People or organisations, given as text, as objects, or as references to objects elsewhere. */
function makers(value: Json, byId: ReadonlyMap<string, JsonObject>, depth = 0): Maker[] {
  if (depth > DEEPEST) return []
  if (isList(value)) return value.slice(0, 50).flatMap((one) => makers(one, byId, depth + 1))
  const id = isObject(value) ? value['@id'] : undefined
  const referred =
    isObject(value) && value['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? null) : value
  if (!isObject(referred)) return named(text(referred), true)
  const inner = referred['name'] ?? null
  if (isList(inner)) return makers(inner, byId, depth + 1)
  return named(text(inner), !typesOf(referred).some((type) => /Organization|Corporation|WebSite/u.test(type)))
}

function named(name: string | null, isPerson: boolean): Maker[] {
  return name === null ? [] : [{ name, isPerson }]
}

function image(value: Json, objects: readonly JsonObject[]): string | null {
  const one = isList(value) ? (value[0] ?? null) : value
  if (!isObject(one)) return text(one)
  const stated = one['url'] ?? one['contentUrl']
  if (stated !== undefined) return text(stated)
  const referred = objects.find((object) => object['@id'] === one['@id'] && object['url'] !== undefined)
  return referred ? text(referred['url']) : null
}
