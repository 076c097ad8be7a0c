import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Document, serialize } from '../html-tree'

/** What Readability finds. */
export interface Found {
  readonly html: string
  /** Characters of text that are not white space at either end. */
  readonly length: number
}

/**
 * Mozilla's Readability. The page goes through parse5 first: linkedom builds no body for fragments, and reads malformed markup in
 * ways of its own.
 */
export function byReadability(page: Document): Found | null {
  const article = new Readability(documentOf(parseHTML(serialize(page))), {
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 250,
  }).parse()
  const html = article?.content ?? ''
  const length = article?.textContent?.trim().length ?? 0
  return length > 0 ? { html, length } : null
}

type PageDocument = ConstructorParameters<typeof Readability>[0]

/** linkedom declares its window with types of the browser, which the core does not have; and its window is a proxy. */
function documentOf(window: unknown): PageDocument {
  const document: unknown = typeof window === 'object' && window !== null ? Reflect.get(window, 'document') : null
  if (!isDocument(document)) throw new TypeError('linkedom gave no document')
  return document
}

function isDocument(value: unknown): value is PageDocument {
  return typeof value === 'object' && value !== null && 'documentElement' in value
}
