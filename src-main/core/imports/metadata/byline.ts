import { type Element, attr, closest, firstBelow } from '../html/html-tree'
import type { JsonLd } from './json-ld'
import type { MetaTags } from './meta-tags'
import { type Line, shortText } from './nearby'
import { distinct, namesIn, turned } from './people'
import type { Site } from './site-name'
import { namesSpoken } from './spoken-names'
import type { Parts, Sighting, Survey } from './survey'

const META = [
  ...['parsely-author', 'sailthru.author', 'author', 'article:author', 'og:article:author', 'article:author_name'],
  ...[
    'byl',
    'dc.contributor',
    'shareaholic:article_author_name',
    'rbauthors',
    'cxenseparse:author',
    'twitter:creator:name',
  ],
]
const BY_LABEL =
  /written by|geschrieben von|verfasst von|écrit par|escrito por|scritto da|geschreven door|skrevet av|skriven av|autor|author/iu
const BY = [
  'by',
  'von',
  'par',
  'por',
  'di',
  'door',
  'av',
  'af',
  'text',
  'autor',
  'autorin',
  'author',
  'auteur',
  'autore',
  'przez',
  'tekst',
  'автор',
  'авторы',
  'текст',
  'scris de',
  'napsal',
  'napsala',
  'szerző',
  'írta',
  'yazar',
  'yazan',
  'kirjoittaja',
  'teksti',
  'oleh',
  'penulis',
  'tác giả',
  'autorius',
  'skrevet av',
  'skrevet af',
  'γράφει ο',
  'γράφει η',
  'του',
  'της',
  'συντάκτης',
]
const CAPITAL = String.raw`\p{Lu}[\p{L}.'’-]*`
const PARTICLE = '(?:de|da|di|dos|del|della|van|von|der|den|ten|el|al|bin|la|le|zu|y|e|und|and|et)'
const SPOKEN = new RegExp(
  String.raw`(?:^|[,|•·/–—-]\s|\d\s)(?:(?:[Tt]ext|[Ww]ritten|[Ss]tory)\s)?(?:${BY.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]).join('|')})\s*:?\s+` +
    String.raw`((?:(?:Dr|Prof|Mag|Ing|Mr|Mrs|Ms|Sir)\.?\s+)*${CAPITAL}(?:\s+(?:${PARTICLE}\s+)*${CAPITAL}){1,5})` +
    String.raw`(?=$|\s*[,|•·/(–—-]|\.\s|\s+\d|\s+(?:am|on|vom|le|el|il|updated|published|@)\b)`,
  'u',
)
const NO_SITE: Site = { name: null, host: null }
const MOST = 8
/** Elements below one that is named after the author that are looked at: there may be as many as the page has. */
const MOST_NODES = 300

/** Who wrote it: names joined by commas; null when the page does not say. */
export function readByline(
  page: Survey,
  meta: MetaTags,
  jsonLd: JsonLd,
  lines: readonly Line[],
  parts: Parts,
  site: Site,
): string | null {
  const people = (values: readonly string[]) => distinct(values.flatMap((value) => namesIn(value, site)))
  const own = page.authors.filter((sighting) => !parts.isForeign(sighting) && !isAnswering(sighting))
  const inside = own.filter((sighting) => !parts.isOutside(sighting))
  const sources: readonly (() => string[])[] = [
    () => people(jsonLd.authors),
    () => people(meta.all('citation_author', 'dc.creator', 'dcterms.creator').map(turned)),
    ...META.map((name) => () => people(meta.all(name))),
    () => (BY_LABEL.test(meta.first('twitter:label1') ?? '') ? people(meta.all('twitter:data1')) : []),
    () => shown(inside, people),
    () => spoken(lines, people),
    () => shown(own, people),
    () => people(jsonLd.organisations),
    // Some blogs are called as their author is.
    () => shown(inside, (values) => distinct(values.flatMap((value) => namesIn(value, NO_SITE)))),
  ]
  for (const source of sources) {
    const names = source()
    if (names.length > 0) return names.slice(0, MOST).join(', ')
  }
  return null
}

/** Who answered a question, or wrote below a page, is not its author. */
function isAnswering({ element }: Sighting): boolean {
  return closest(element, (at) => /\/(?:Answer|Comment|UserComments)$/u.test(attr(at, 'itemtype') ?? '')) !== null
}

/** What elements that are marked as the author say: by their markup first, then by what their classes are called. */
function shown(sightings: readonly Sighting[], people: (values: readonly string[]) => string[]): string[] {
  const tests: readonly ((element: Element) => boolean)[] = [
    (element) =>
      /(?:^|\s|:)(?:author|creator)(?:\s|$)/u.test(
        `${attr(element, 'itemprop') ?? ''} ${attr(element, 'property') ?? ''}`,
      ),
    (element) => /(?:^|\s)author(?:\s|$)/u.test(attr(element, 'rel') ?? ''),
    (element) => /byline|author-?_?name|(?:^|\s)(?:p-author|vcard|fn)(?:\s|$)/iu.test(attr(element, 'class') ?? ''),
    () => true,
  ]
  for (const test of tests) {
    for (const { element } of sightings) {
      if (!test(element) || isTag(element)) continue
      const names = people([nameOf(element)])
      if (names.length > 0) return names
    }
  }
  return []
}

/** The element's part that is only the name, when it has one. */
function nameOf(element: Element): string {
  const named = firstBelow(element, MOST_NODES, isNameItself) ?? element
  const stated = named.tagName === 'meta' ? attr(named, 'content') : shortText(named, 200)
  return stated ?? ''
}

function isNameItself(element: Element): boolean {
  return (
    attr(element, 'itemprop') === 'name' ||
    /(?:^|\s)(?:fn|author-name|name)(?:\s|$)/u.test(attr(element, 'class') ?? '') ||
    /(?:^|\s)author(?:\s|$)/u.test(attr(element, 'rel') ?? '')
  )
}

/** Links to categories may be called after authors. */
function isTag(element: Element): boolean {
  return closest(element, (at) => /(?:^|\s)(?:tag|category)(?:\s|$)/u.test(attr(at, 'rel') ?? '')) !== null
}

/** "By Ann Lee" or "Von Ann Lee" in a line by the heading. */
function spoken(lines: readonly Line[], people: (values: readonly string[]) => string[]): string[] {
  for (const { text } of lines) {
    const names = people([SPOKEN.exec(text)?.[1] ?? namesSpoken(text) ?? ''])
    if (names.length > 0) return names
  }
  return []
}
