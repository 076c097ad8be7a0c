import type { RawArticle } from '../../formats/format'
import {
  type Document,
  type Element,
  append,
  attr,
  createElement,
  createText,
  elements,
  hasClass,
  plainText,
  remove,
  serialize,
} from '../../html-tree'
import type { Metadata } from '../../metadata/metadata'
import { cleanPage } from '../clean-page'
import { keepFormulas } from '../formulas'
import { resolveLazyImages } from '../lazy-images'
import { readPageData } from './page-data'
import { readFacts } from './facts'
import { readReferences } from './references'
import { shapeArticle } from './shape'

/** Whether a page was made by MediaWiki: Wikipedia and its like, by either of its parsers. */
export function isMediaWiki(page: Document): boolean {
  return (
    elements(page, 'meta').some(
      (meta) => attr(meta, 'name') === 'generator' && /^MediaWiki/u.test(attr(meta, 'content') ?? ''),
    ) || findRoot(page) !== null
  )
}

/** Reads a MediaWiki page by its structure, which says more than any guess: facts, references, captions, categories and terms. */
export function readMediaWiki(page: Document, metadata: Metadata): RawArticle {
  const title = titleOf(page, metadata)
  const data = readPageData(page, metadata)
  keepFormulas(page)
  cleanPage(page)
  resolveLazyImages(page)
  const root = findRoot(page) ?? elements(page, 'body')[0] ?? createElement('div')
  shapeArticle(root, title)
  const facts = readFacts(root)
  const references = readReferences(root)
  if (data.categories.length > 0)
    append(root, createElement('p', { class: 'categories' }, createText(`Categories: ${data.categories.join(' · ')}`)))
  if (data.licence) append(root, createElement('p', { class: 'licence' }, createText(data.licence.statement)))
  return {
    format: 'html',
    title,
    byline: null,
    siteName: data.siteName,
    sourceUrl: data.sourceUrl,
    publishedAt: data.modifiedAt ?? metadata.publishedAt,
    declaredLanguage: attr(root, 'lang') ?? metadata.declaredLanguage,
    excerpt: null,
    html: serialize(root),
    baseUrl: data.baseUrl,
    facts,
    references,
    categories: data.categories,
    licence: data.licence,
    truncated: false,
  }
}

function findRoot(page: Document): Element | null {
  const all = elements(page)
  const outputs = all.filter((element) => hasClass(element, 'mw-parser-output'))
  const largest = outputs.sort((one, other) => plainText(other).length - plainText(one).length)[0]
  const parsoid = all.find(
    (element) =>
      element.tagName === 'body' &&
      elements(element, 'section').some((section) => attr(section, 'data-mw-section-id') !== null),
  )
  return largest ?? parsoid ?? all.find((element) => attr(element, 'id') === 'mw-content-text') ?? null
}

function titleOf(page: Document, metadata: Metadata): string | null {
  const heading = elements(page).find((element) => ['firstHeading', 'section_0'].includes(attr(element, 'id') ?? ''))
  if (heading) {
    for (const link of elements(heading)) if (hasClass(link, 'mw-editsection')) remove(link)
    if (plainText(heading) !== '') return plainText(heading)
  }
  const whole = plainText(elements(page, 'title')[0] ?? createElement('title'))
  return whole.replace(/\s+[-–—]\s+(?:\S+, )?[^-–—]*(?:wiki|pedia)[^-–—]*$/iu, '') || metadata.title
}
