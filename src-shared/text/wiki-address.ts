/** An address taken apart. */
export interface AddressParts {
  readonly host: string
  readonly path: string
  /** `name=value` pairs. */
  readonly rest: readonly string[]
}

const FAMILY =
  'wikipedia|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage|wikimedia|wikidata|mediawiki'
const MOBILE = new RegExp(`^((?:[\\w-]+\\.)?)m\\.((?:${FAMILY})\\.org)$`, 'u')
const WIKIMEDIA = new RegExp(`(?:^|\\.)(?:${FAMILY})\\.org$`, 'u')

/** `en.wikipedia.org` for `en.m.wikipedia.org`; other hosts as they are. */
export function desktopHost(host: string): string {
  return host.replace(MOBILE, '$1$2')
}

/** Whether a host is one of the Wikimedia Foundation's. */
export function isWikimediaHost(host: string): boolean {
  return WIKIMEDIA.test(host)
}

/** Parameters of MediaWiki that change how a page looks or which of its revisions is shown, not which page it is. */
const VIEW =
  /^(?:oldid|curid|redirect|printable|useskin|useformat|mobileaction|veaction|section|uselang|variant|wprov|redlink|stable|stableid|useparsoid|title)(?:=|$)/u
const SHOWN = /^action=(?:view|render|edit)$/u

/**
 * The one form of a MediaWiki page's address: `index.php?title=`, `/index.php/Title`, addresses of its REST interfaces, mobile hosts
 * and `%20` all become `/wiki/A_b`. Other addresses stay as they are.
 */
export function wikiAddress(host: string, path: string, query: readonly string[]): AddressParts {
  const plainHost = desktopHost(host)
  const stated = query.find((part) => part.startsWith('title='))?.slice('title='.length)
  const isScript = /\/index\.php(?:\/|$)/u.test(path)
  const title = isScript && stated !== undefined ? stated.replace(/\+/gu, ' ') : titleIn(path, plainHost)
  const isWiki = title !== null && (isScript || path.includes('/wiki/') || isWikimediaHost(plainHost))
  const isShown = query.every((part) => VIEW.test(part) || SHOWN.test(part))
  if (title === null || !isWiki || !isShown) return { host: plainHost, path, rest: query }
  const revision = /^Special:Perma(?:nent)?link\/(\d+)$/iu.exec(title)?.[1]
  if (revision !== undefined) return { host: plainHost, path: '/w/index.php', rest: [`oldid=${revision}`] }
  return { host: plainHost, path: `/wiki/${spelt(title, plainHost)}`, rest: [] }
}

function titleIn(path: string, host: string): string | null {
  const found =
    /\/wiki\/(.+)$/u.exec(path) ??
    /\/index\.php\/(.+)$/u.exec(path) ??
    /\/api\/rest_v1\/page\/(?:html|mobile-html|mobile-sections|summary)\/([^/]+)/u.exec(path) ??
    /\/rest\.php\/v1\/page\/([^/]+)(?:\/(?:html|with_html|bare))?\/?$/u.exec(path) ??
    // Wikis with several scripts have an address for each.
    (isWikimediaHost(host) ? /^\/[a-z]{2}(?:-[a-z]+)?\/(.+)$/u.exec(path) : null)
  return found?.[1] ?? null
}

/** Underscores for spaces, each character spelt in one way, and a capital first where the wiki makes it one. */
function spelt(title: string, host: string): string {
  const words = decoded(title)
    .normalize('NFC')
    .replace(/[\s_]+/gu, '_')
    .replace(/^_+|[_/]+$/gu, '')
  const [first = ''] = words
  const capital = isWikimediaHost(host) && !/wiktionary/u.test(host) ? first.toLocaleUpperCase('en') : first
  return encodeURIComponent(capital + words.slice(first.length)).replace(/%(?:3A|2F|2C|40|24|3B)/gu, decodeURIComponent)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
