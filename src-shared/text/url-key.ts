import { wikiAddress } from './wiki-address'

/** Query parameters that say how a person came to a page, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/iu

/**
 * What all addresses of the same page have in common: host in lower case, no fragment, no trailing slash, no tracking parameters
 * (`utm_…`), `https` for `http`; pages of a wiki in the one form that `wikiAddress` gives. Null when it is not an http or https
 * address. Only for comparing, never for fetching.
 */
export function urlKey(address: string): string | null {
  let url: URL
  try {
    url = new URL(address.trim())
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  // Taken apart by hand: writing `searchParams` back would spell all the other parameters anew.
  const query = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''))
  const { host, path, rest } = wikiAddress(url.host, url.pathname, query)
  return `https://${host}${path.replace(/\/+$/u, '')}${rest.length === 0 ? '' : `?${rest.join('&')}`}`
}
