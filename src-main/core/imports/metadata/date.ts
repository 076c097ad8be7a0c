import { type Document, type Element, attr, closest, elements, plainText } from '../html-tree'
import { dateInText, parseDate } from './date-text'
import type { JsonLd } from './json-ld'
import type { MetaTags } from './meta-tags'

const META = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'citation_publication_date',
  ],
  ...[
    'citation_date',
    'citation_online_date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date.created',
    'dc.date',
  ],
  ...[
    'dcterms.date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publication_date',
    'ptime',
    'date',
  ],
  ...[
    'article.published',
    'displaydate',
    'cxenseparse:recs:publishtime',
    'last-modified',
    'article:modified_time',
    'dc:modified',
  ],
]
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|dateline|datum|fecha|published?|pubdate|posted|timestamp|entry-date|post-date|time)(?:$|[\s_-])/iu
const OUTSIDE = /comment|related|sidebar|widget|teaser|footer|recent|archive/iu

/** When it was published, as ISO 8601; null when the page does not say. */
export function readDate(page: Document, meta: MetaTags, jsonLd: JsonLd, url: string | null): string | null {
  const stated = [jsonLd.published, ...META.map((name) => meta.first(name))]
  for (const value of stated) {
    const date = value === null ? null : parseDate(value)
    if (date !== null) return date
  }
  return fromElements(page) ?? fromAddress(url) ?? fromTop(page)
}

function fromElements(page: Document): string | null {
  const inside = elements(page).filter((element) => isDated(element) && !outside(element))
  const rank = (element: Element) =>
    attr(element, 'itemprop') === 'datePublished'
      ? 0
      : attr(element, 'pubdate') !== null
        ? 1
        : element.tagName === 'time' || element.tagName === 'abbr'
          ? 2
          : 3
  for (const element of inside.sort((one, other) => rank(one) - rank(other))) {
    const value =
      attr(element, 'datetime') ??
      attr(element, 'content') ??
      (element.tagName === 'abbr' ? attr(element, 'title') : null)
    const words = plainText(element)
    const date = (value === null ? null : parseDate(value)) ?? (words.length < 200 ? dateInText(words) : null)
    if (date !== null) return date
  }
  return null
}

function isDated(element: Element): boolean {
  if (element.tagName === 'time' || attr(element, 'itemprop') === 'datePublished') return true
  if (!/^(?:span|p|div|abbr|li|small|em|a|td|h\d|strong)$/u.test(element.tagName)) return false
  return DATE_CLASS.test(attr(element, 'class') ?? '') || DATE_CLASS.test(attr(element, 'id') ?? '')
}

function outside(element: Element): boolean {
  return (
    closest(
      element,
      (at) =>
        /^(?:aside|footer|nav)$/u.test(at.tagName) ||
        OUTSIDE.test(attr(at, 'class') ?? '') ||
        OUTSIDE.test(attr(at, 'id') ?? ''),
    ) !== null
  )
}

/** Blogs and newspapers put the day into the address. */
function fromAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$|\D)/u.exec(url ?? '')
  return found ? parseDate(`${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`) : null
}

/** A short text by the heading that says the day. */
function fromTop(page: Document): string | null {
  const all = elements(page)
  const start = all.findIndex((element) => element.tagName === 'h1')
  for (const element of all.slice(Math.max(0, start), Math.max(0, start) + 120)) {
    if (elements(element).some((inner) => /^(?:div|p|section|ul|table)$/u.test(inner.tagName)) || outside(element))
      continue
    const words = plainText(element)
    const date = words.length > 5 && words.length < 100 ? dateInText(words) : null
    if (date !== null) return date
  }
  return null
}
