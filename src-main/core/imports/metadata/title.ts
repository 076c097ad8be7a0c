import { type Document, type Element, attr, closest, collapse, elements, plainText } from '../html-tree'
import type { JsonLd } from './json-ld'
import type { MetaTags } from './meta-tags'

const SEPARATOR = /\s+[|·•»«›‹/\\–—-]+\s+|\s*[|»«›]\s*|\s*::\s*/u

/** What identifies the site, to recognise its name in a title. */
export interface Site {
  readonly name: string | null
  readonly host: string | null
}

/** The article's title: its heading where the page's title confirms it, else the best of what is stated, without the site's name. */
export function readTitle(page: Document, meta: MetaTags, jsonLd: JsonLd, site: Site): string | null {
  const pageTitle = firstText(
    elements(page, 'title').filter((title) => !closest(title, ({ tagName }) => tagName === 'svg')),
  )
  const stated = [
    meta.first('og:title'),
    jsonLd.headline,
    meta.first('twitter:title', 'citation_title', 'dc.title', 'dcterms.title'),
    pageTitle,
  ].filter((title) => title !== null)
  const headings = elements(page, 'h1')
    .filter((heading) => !hidden(heading))
    .map(plainText)
    .filter((text) => text !== '' && text.length < 300)
  const confirmed = headings.filter(
    (heading) =>
      heading.length > 3 && !isSite(heading, site) && stated.some((title) => key(title).includes(key(heading))),
  )
  // The site's name may be a heading too, and stand in the page's title as well.
  const heading = confirmed.find((text) => stated.some((title) => key(title).startsWith(key(text)))) ?? confirmed[0]
  if (heading !== undefined) return heading
  const first = stated[0]
  if (first !== undefined) return withoutSite(first, site)
  return headings[0] ?? firstText(elements(page, 'h2'))
}

function firstText(found: readonly Element[]): string | null {
  return found.map(plainText).find((text) => text !== '') ?? null
}

function hidden(element: Element): boolean {
  return (
    closest(element, (at) => attr(at, 'hidden') !== null || /display:\s*none/iu.test(attr(at, 'style') ?? '')) !== null
  )
}

function key(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function isSite(text: string, site: Site): boolean {
  const own = key(text)
  if (own === '') return true
  if (site.name !== null && key(site.name) === own) return true
  const host = key(site.host?.replace(/^www\./u, '').replace(/\.[a-z]+$/u, '') ?? '')
  return (
    host !== '' &&
    (own === host || (own.length >= 4 && host.startsWith(own)) || own === key(site.host ?? '') || own.startsWith(host))
  )
}

/** Cuts parts at either end that name the site or are much shorter than the rest. */
export function withoutSite(title: string, site: Site): string {
  const whole = collapse(title.replace(/\s*\[([^\]]+)\]\s*$/u, (all, name: string) => (isSite(name, site) ? '' : all)))
  let parts = whole.split(SEPARATOR).filter((part) => part.trim() !== '')
  if (parts.length < 2) return whole
  const named = parts.filter((part) => !isSite(part, site))
  if (named.length > 0 && named.length < parts.length) parts = named
  else if (words(parts[parts.length - 1]) <= 4 && words(parts.slice(0, -1).join(' ')) >= 3) parts = parts.slice(0, -1)
  const start = whole.indexOf(parts[0] ?? '')
  const last = parts[parts.length - 1] ?? ''
  const end = whole.lastIndexOf(last) + last.length
  return end > start ? whole.slice(start, end).trim() : whole
}

function words(text: string | undefined): number {
  return (text ?? '').split(/\s+/u).filter(Boolean).length
}
