import { desktopHost, isWikimediaHost } from '@shared/text/wiki-address'

/** Resolves a link as the page's own; null for what is no web address. */
export function webLink(href: string | null, baseUrl: string | null): string | null {
  if (href === null || href.startsWith('#')) return null
  try {
    const url = new URL(href.startsWith('//') ? `https:${href}` : href, baseUrl ?? undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

export function hostOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname
  } catch {
    return null
  }
}

/** `en.m.wikipedia.org` and `en.wikipedia.org` are one wiki. */
export function projectOf(url: string | null): string | null {
  const host = hostOf(url)
  return host === null ? null : desktopHost(host)
}

/** Whether a host is one of the Wikimedia Foundation's, whose texts all are under one licence. */
export function isWikimedia(host: string | null): boolean {
  return host !== null && isWikimediaHost(host)
}

/** The title in a page's address, with spaces; null when the address has none. */
export function titleInAddress(url: string | null): string | null {
  if (url === null) return null
  try {
    const { pathname, searchParams } = new URL(url)
    const stated = searchParams.get('title')
    const path =
      /\/(?:wiki|title)\/(.+)$/u.exec(pathname)?.[1] ??
      /\/api\/rest_v1\/page\/(?:html|mobile-html|mobile-html-offline-resources)\/([^/]+)/u.exec(pathname)?.[1] ??
      /\/rest\.php\/v1\/page\/([^/]+)/u.exec(pathname)?.[1] ??
      /\/index\.php\/(.+)$/u.exec(pathname)?.[1]
    const title = stated ?? (path === undefined ? null : decodeURIComponent(path))
    return title === null ? null : title.replace(/_/gu, ' ').trim()
  } catch {
    return null
  }
}

/** A title as it stands in an address: spaces are underscores. */
export function titlePath(title: string): string {
  return encodeURIComponent(title.replace(/ /gu, '_')).replace(
    /%(?:3A|2F|2C|40|24|21|27|28|29|2A|3B)/giu,
    decodeURIComponent,
  )
}
