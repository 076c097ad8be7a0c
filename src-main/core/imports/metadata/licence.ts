import type { Licence } from '@shared/domain/snapshot'
import { type Document, attr, closest, elements, plainText } from '../html-tree'

const DEED = /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/iu

/** A known short name for a licence's address, such as `CC BY-SA 4.0`. */
export function licenceName(url: string): string | null {
  const found = DEED.exec(url)
  if (!found) return null
  const [, kind = '', code = '', version = ''] = found
  if (kind === 'publicdomain') return code === 'zero' ? `CC0 ${version}` : 'Public domain'
  return `CC ${code.toUpperCase()} ${version}`
}

/** The terms that a page states for itself: `rel="license"`, schema.org's `license`, or a link to a Creative Commons deed in its foot. */
export function readLicence(page: Document, jsonLdLicence: string | null): Licence | null {
  const links = elements(page, 'a', 'link').filter((link) => attr(link, 'href') !== null)
  const rel = links.filter((link) => /(?:^|\s)license(?:\s|$)/iu.test(attr(link, 'rel') ?? ''))
  const deeds = links.filter(
    (link) =>
      link.tagName === 'a' &&
      DEED.test(attr(link, 'href') ?? '') &&
      closest(link, ({ tagName }) => tagName === 'footer'),
  )
  const stated = rel.find((link) => link.tagName === 'a' && plainText(link) !== '') ?? rel[0] ?? deeds[0]
  const url = absolute(stated ? attr(stated, 'href') : jsonLdLicence)
  if (!stated && !url) return null
  const name = url === null ? null : licenceName(url)
  const statement = (stated ? plainText(stated) : '') || name || url || ''
  return statement === '' ? null : { statement, name, url }
}

function absolute(href: string | null): string | null {
  if (href === null) return null
  const url = href.startsWith('//') ? `https:${href}` : href
  return /^https?:\/\//iu.test(url) ? url : null
}
