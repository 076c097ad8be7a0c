import { type Document, type Element, attr, closest, collapse, elements, plainText } from '../html-tree'
import type { JsonLd } from './json-ld'
import type { MetaTags } from './meta-tags'

const META = [
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'parsely-author',
  'sailthru.author',
  'author',
  'article:author',
  'byl',
  'shareaholic:article_author_name',
]
const LEAD =
  /^(?:(?:written|posted|published|article|story|text|words)\s+)?(?:by|von|par|por|di|door|av|autor(?:in)?|author|text|redaktion)\b[\s:]*/iu
const NAME_CLASS = /(?:^|[\s_-])(?:byline|author|autor|auteur|writer|p-author|vcard)(?:$|[\s_-]|name)/iu

/** Who wrote it: names joined by commas; null when the page does not say. */
export function readByline(page: Document, meta: MetaTags, jsonLd: JsonLd): string | null {
  const stated = unique(
    [jsonLd.authors, meta.all(...META.slice(0, 3)), ...META.slice(3).map((name) => meta.all(name))]
      .map((names) => names.map(clean).filter(isName))
      .find((names) => names.length > 0) ?? [],
  )
  if (stated.length > 0) return stated.slice(0, 8).join(', ')
  const shown = unique(visibleAuthors(page))
  return shown.length > 0 ? shown.slice(0, 3).join(', ') : null
}

function visibleAuthors(page: Document): string[] {
  const all = elements(page, 'a', 'span', 'p', 'div', 'address', 'cite', 'strong', 'li', 'b').filter(
    (element) => !outsideArticle(element),
  )
  const tests: readonly ((element: Element) => boolean)[] = [
    (element) => attr(element, 'itemprop') === 'author' || attr(element, 'itemprop') === 'creator',
    (element) => /(?:^|\s)author(?:\s|$)/u.test(attr(element, 'rel') ?? ''),
    (element) => NAME_CLASS.test(attr(element, 'class') ?? '') || NAME_CLASS.test(attr(element, 'id') ?? ''),
  ]
  for (const test of tests) {
    const names = all
      .filter(test)
      .map((element) =>
        clean(plainText(elements(element).find((inner) => attr(inner, 'itemprop') === 'name') ?? element)),
      )
      .filter(isName)
    if (names.length > 0) return names.slice(0, 1)
  }
  return []
}

function outsideArticle(element: Element): boolean {
  return (
    closest(
      element,
      (at) =>
        /^(?:aside|footer|nav)$/u.test(at.tagName) ||
        /comment|related|sidebar|widget|teaser/iu.test(attr(at, 'class') ?? ''),
    ) !== null
  )
}

function clean(name: string): string {
  return collapse(name.split(/\s[|•·]\s|\n/u)[0] ?? '')
    .replace(LEAD, '')
    .replace(/[\s,;:|–-]+$/u, '')
}

function isName(name: string): boolean {
  return (
    name.length > 1 &&
    name.length < 100 &&
    /\p{L}/u.test(name) &&
    !/https?:|www\.|@|^admin$|\d{3,}|[{}<>]/iu.test(name) &&
    name.split(' ').length <= 10
  )
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}
