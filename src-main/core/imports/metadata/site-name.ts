import { collapse } from '../html/html-tree'
import { titleKey } from './title-key'

/** What identifies the site, to recognise its name in titles and bylines. */
export interface Site {
  readonly name: string | null
  readonly host: string | null
}

const SEPARATOR = /\s+[|·•»«›‹/\\–—-]+\s+|\s*[|»«›]\s*|\s*::\s*|\s+:\s+|_(?=\p{Script=Han})/u
const LONGEST = 1000

export function isSite(text: string, site: Site): boolean {
  const own = titleKey(text)
  if (own === '') return true
  const name = titleKey(site.name ?? '')
  if (name !== '' && (name === own || name === `the${own}` || own === `the${name}`)) return true
  const hostName = site.host?.toLowerCase().replace(/^www\d*\./u, '') ?? ''
  const host = titleKey(hostName.replace(/\.(?:co|com|org|net|gov|ac)?\.?[a-z]+$/u, ''))
  if (host === '') return false
  return (
    own === host ||
    own === titleKey(hostName) ||
    (own.length >= 4 && host.startsWith(own)) ||
    (host.length >= 4 && own.startsWith(host) && own.length < host.length + 6)
  )
}

/** Cuts parts at either end that name the site or are much shorter than the rest. */
export function withoutSite(title: string, site: Site): string {
  const whole = collapse(title.slice(0, LONGEST).replace(/[\u00AD\u200B\u2060\uFEFF]/gu, '')).replace(
    /\s*\[([^\][]+)\]$/u,
    (all, name: string) => (isSite(name, site) ? '' : all),
  )
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
