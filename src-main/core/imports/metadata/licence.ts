import type { Licence } from '@shared/domain/snapshot'
import { attr, closest, plainText } from '../html/html-tree'
import type { Parts, Sighting, Survey } from './survey'

const DEED =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z+-]+)(?:\/(\d\.\d)(?:\/([a-z]{2})(?=\/|$))?)?/iu
const MOST_CHARACTERS = 300

/** A known short name for a licence's address, such as `CC BY-SA 4.0` or `CC BY 3.0 DE`. */
export function licenceName(url: string): string | null {
  const found = DEED.exec(url)
  if (!found) return null
  const [, kind = '', code = '', version = '', place = ''] = found
  const of = [version, place.toUpperCase()].filter((part) => part !== '').join(' ')
  if (kind === 'publicdomain') return code === 'zero' ? `CC0 ${of}`.trim() : 'Public domain'
  return `CC ${code.toUpperCase()} ${of}`.trim()
}

/**
 * The terms that a page states for itself: `rel="license"`, schema.org's or Dublin Core's `license`, or a link to a Creative Commons
 * deed that stands in the page's foot or is the only one. One inside a caption is an image's.
 * @param stated what the page's metadata names
 */
export function readLicence(page: Survey, stated: string | null, parts: Parts): Licence | null {
  const links = page.licences.filter(({ element }) => !isOfImage(element))
  const rel = links.filter(({ element }) => isRel(element))
  const named = rel.find(({ element }) => plainText(element) !== '') ?? rel[0]
  const url = named ? absolute(named) : absoluteUrl(stated)
  if (url !== null) return licence(named, url)
  const kinds = new Set(links.map(absolute))
  const deed = links.find((link) => parts.isOutside(link) || kinds.size === 1)
  const address = deed ? absolute(deed) : null
  if (deed && address !== null) return licence(deed, address)
  const link = page.links.find((element) => /(?:^|\s)license(?:\s|$)/iu.test(attr(element, 'rel') ?? ''))
  const head = absoluteUrl(link ? attr(link, 'href') : null)
  return head === null ? null : licence(undefined, head)
}

function licence(link: Sighting | undefined, url: string): Licence {
  const name = licenceName(url)
  const statement = link ? plainText(link.element).slice(0, MOST_CHARACTERS) : ''
  return { statement: statement || name || url, name, url }
}

function isRel(element: Sighting['element']): boolean {
  return /(?:^|\s)license(?:\s|$)/iu.test(attr(element, 'rel') ?? '')
}

function isOfImage(element: Sighting['element']): boolean {
  return (
    closest(
      element,
      (at) => at.tagName === 'figure' || /caption|credit|bildnachweis/iu.test(attr(at, 'class') ?? ''),
    ) !== null
  )
}

function absolute({ element }: Sighting): string | null {
  return absoluteUrl(attr(element, 'href'))
}

function absoluteUrl(href: string | null): string | null {
  if (href === null) return null
  const url = (href.startsWith('//') ? `https:${href}` : href).trim()
  return url.length < 1000 && /^https?:\/\/[^\s<>"]+$/iu.test(url) ? url : null
}
