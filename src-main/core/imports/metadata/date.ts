import { type Element, textContent } from '../html/html-tree'
import type { DateHabits } from './date-patterns'
import { dateInText, parseDate } from './date-text'
import type { JsonLd } from './json-ld'
import type { MetaTags } from './meta-tags'
import type { ShownDates } from './shown-date'

/** Names under which pages state when an article was published. */
const STATED = [
  ...['article:published_time', 'og:article:published_time', 'og:published_time', 'article:published', 'datepublished'],
  ...['citation_publication_date', 'citation_online_date', 'citation_date', 'prism.publicationdate'],
  ...['dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dc.created', 'dcterms.dateaccepted'],
  ...['parsely-pub-date', 'sailthru.date', 'pubdate', 'og:pubdate', 'publishdate', 'publish-date', 'publish_date'],
  ...['publication_date', 'publication-date', 'published_time_telegram', 'ptime', 'displaydate', 'release_date'],
  ...['cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'article:created', 'datecreated', 'bt:pubdate'],
  ...['originalpublicationdate', 'rnews:datepublished'],
]
/** These may mean another day than the one of publication. */
const VAGUE = ['dc.date', 'dcterms.date', 'date', 'dcterms.available', 'created', 'uploaddate', 'citation_year']
const MODIFIED = [
  ...['article:modified_time', 'og:updated_time', 'dcterms.modified', 'dc.modified', 'datemodified', 'dateupdate'],
  ...['last-modified', 'revised'],
]
const IN_SCRIPT =
  /["']?(?:datePublished|date_published|publishedAt|published_at|publish_date|publishDate|publication_?[dD]ate|publication_time|publishedTime|published_time|first_?[pP]ublished(?:_?[aA]t)?|pub_?[dD]ate|cmsPublishingDate)["']?\s*:\s*["'](\d{4}-\d\d-\d\d[^"']{0,30})["']/u
/** Characters of scripts that are searched. */
const MOST_SCRIPT = 500_000
const DAY_MS = 86_400_000

/** When it was published, as ISO 8601; null when the page does not say. */
export function readDate(
  meta: MetaTags,
  jsonLd: JsonLd,
  url: string | null,
  scripts: readonly Element[],
  shown: ShownDates,
  habits: DateHabits,
): string | null {
  const read = (values: readonly (string | null)[]) =>
    values.flatMap((value) => (value === null ? null : parseDate(value, habits)) ?? [])
  const inAddress = fromAddress(url)
  const stated = read([jsonLd.published, ...STATED.map((name) => meta.first(name))])
  if (stated.length > 0) return settled(stated, inAddress, shown)
  return (
    inAddress ??
    shown.near() ??
    shown.updated() ??
    shown.marked() ??
    read(VAGUE.map((name) => meta.first(name)))[0] ??
    shown.called() ??
    shown.inWords() ??
    fromScripts(scripts) ??
    read([jsonLd.modified, ...MODIFIED.map((name) => meta.first(name))])[0] ??
    shown.only()
  )
}

/** Of several statements the one that what the page shows agrees with, or its address; else the first. */
function settled(stated: readonly string[], inAddress: string | null, shown: ShownDates): string {
  const first = stated.find((date) => date.length >= 10) ?? stated[0] ?? ''
  const day = first.slice(0, 10)
  if (first.length < 10) return inAddress?.startsWith(first) ? inAddress : first
  if (inAddress === day) return first
  // What was moved to another system is often stated as published on the day of the move.
  if (inAddress !== null && inAddress < day && !isNextTo(inAddress, day)) return inAddress
  const isOfGreenwich = /T.*(?:Z|\+00:00)$/u.test(first)
  const others = stated.filter((date) => date.length >= 10 && date.slice(0, 10) !== day)
  if (others.length === 0 && !isOfGreenwich) return first
  const visible = (inAddress ?? shown.near())?.slice(0, 10)
  if (visible === undefined || visible === day) return first
  const agreed = others.find((date) => date.startsWith(visible))
  if (agreed !== undefined) return agreed
  // A time of Greenwich may fall on another day than the publisher's own.
  return isOfGreenwich && isNextTo(visible, day) ? visible : first
}

function isNextTo(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) === DAY_MS
}

/** Blogs and newspapers put the day into the address. */
function fromAddress(url: string | null): string | null {
  const path = (url ?? '').slice(0, 2000).replace(/^[a-z]+:\/\/[^/]*(?=\/)/iu, '')
  const found =
    /\/((?:19|20)\d{2})[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?!\d)/iu.exec(path) ??
    /[/_-]((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?=[/_.-]|$)/u.exec(path)
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  return /\d/u.test(month) ? parseDate(`${year}-${month}-${day}`) : dateInText(`${day} ${month} ${year}`)
}

function fromScripts(scripts: readonly Element[]): string | null {
  let left = MOST_SCRIPT
  for (const script of scripts) {
    const source = textContent(script)
    left -= source.length
    if (left < 0) return null
    const date = parseDate(IN_SCRIPT.exec(source)?.[1] ?? '')
    if (date !== null) return date
  }
  return null
}
