import { z } from 'zod'
import { type Document, attr, collapse, elements, textContent } from '../html-tree'

type Json = z.infer<ReturnType<typeof z.json>>
type JsonObject = { [key: string]: Json }

/** What schema.org data in a page says of its article. */
export interface JsonLd {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly siteName: string | null
  readonly language: string | null
  readonly licence: string | null
  /** False for what only subscribers may read. */
  readonly free: boolean
}

const ARTICLE = /(?:Article|Posting|Report|Story|Review|Recipe|HowTo|CreativeWork|Chapter|Essay)$/u
const PAGE = /(?:WebPage|AboutPage|ItemPage|QAPage|VideoObject)$/u
const MAX_OBJECTS = 2000

/** Reads `<script type="application/ld+json">`; blocks that are not JSON are passed over. */
export function readJsonLd(page: Document): JsonLd {
  const objects = elements(page, 'script')
    .filter((script) => /ld\+json/iu.test(attr(script, 'type') ?? ''))
    .flatMap((script) => objectsIn(textContent(script)))
  const main =
    objects.find((object) => typesOf(object).some((type) => ARTICLE.test(type))) ??
    objects.find((object) => typesOf(object).some((type) => PAGE.test(type)))
  const site = objects.find((object) => typesOf(object).includes('WebSite'))
  return {
    headline: main ? (text(main['headline']) ?? text(main['name'])) : null,
    authors: main ? names(main['author'] ?? main['creator'] ?? null, objects) : [],
    published: main ? (text(main['datePublished']) ?? text(main['dateCreated']) ?? text(main['uploadDate'])) : null,
    siteName: (main && names(main['publisher'] ?? null, objects)[0]) ?? (site ? text(site['name']) : null),
    language: main ? text(main['inLanguage']) : null,
    licence: main ? text(main['license']) : null,
    free: !(
      main &&
      (main['isAccessibleForFree'] === false || /^false$/iu.test(text(main['isAccessibleForFree']) ?? ''))
    ),
  }
}

function objectsIn(source: string): JsonObject[] {
  const found: JsonObject[] = []
  const pending: Json[] = [parseJson(source)]
  for (let value = pending.shift(); value !== undefined && found.length < MAX_OBJECTS; value = pending.shift()) {
    if (Array.isArray(value)) pending.push(...value.slice(0, MAX_OBJECTS))
    else if (isObject(value)) {
      found.push(value)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'author']) {
        const inner = value[key]
        if (inner !== undefined && typeof inner === 'object') pending.push(inner)
      }
    }
  }
  return found
}

function parseJson(source: string): Json {
  const cleaned = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/gu, '')
    .replace(/[\u0000-\u001F]+/gu, ' ')
  try {
    return z.json().parse(JSON.parse(cleaned))
  } catch {
    return null
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(object: JsonObject): string[] {
  const type = object['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

function text(value: Json | undefined): string | null {
  if (Array.isArray(value)) return text(value[0])
  if (isObject(value)) return text(value['@value'] ?? value['name'] ?? value['@id'] ?? null)
  const collapsed = typeof value === 'string' ? collapse(value) : ''
  return collapsed === '' ? null : collapsed
}

/** Names of people or organisations, given as text, as objects, or as references to objects elsewhere. */
function names(value: Json, objects: readonly JsonObject[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => names(one, objects))
  if (!isObject(value)) return [text(value)].filter((name) => name !== null)
  const referred =
    value['name'] === undefined
      ? objects.find((object) => object['@id'] === value['@id'] && object['name'] !== undefined)
      : value
  const name = referred ? text(referred['name']) : null
  return name === null ? [] : [name]
}
