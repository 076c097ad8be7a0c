/** What an archive says of where its pages came from. */
export interface Origin {
  /** Metadata `Source`: an address or a host. */
  readonly source: string | null
  /** Metadata `Name`, such as `wikipedia_en_all`. */
  readonly name: string | null
  /** Metadata `Scraper`: the program that made the archive. */
  readonly scraper: string | null
}

const WIKIMEDIA =
  /^[\w.-]+\.(?:wikipedia|wiktionary|wikiquote|wikibooks|wikisource|wikinews|wikiversity|wikivoyage)\.org$/u
const PROJECT = /^(wikipedia|wiktionary|wikiquote|wikibooks|wikisource|wikinews|wikiversity|wikivoyage)_([a-z-]+)_/u

/**
 * Where a page of an archive was taken from: what the page itself says, else what can be told from its name in an archive of
 * Wikipedia or its sisters, or in one that was recorded from the web.
 * @param path without namespace
 * @param html the page, or its beginning and end; empty when it has not been read
 */
export function sourceUrlOf(origin: Origin, path: string, html: string): string | null {
  return stated(html) ?? recorded(origin, path) ?? wikiPage(origin, path)
}

/** The page's canonical link, or the line of Kiwix at its foot. */
function stated(html: string): string | null {
  for (const [tag] of html.matchAll(/<link\b[^>]*>/giu)) {
    if (!/\brel\s*=\s*["']?canonical\b/iu.test(tag)) continue
    const url = web(attribute(tag, 'href'))
    if (url !== null) return url
  }
  for (const [tag] of html.matchAll(/<a\b[^>]*\boldid=[^>]*>/giu)) {
    const url = web(attribute(tag, 'href'))
    const title = url === null ? null : new URL(url).searchParams.get('title')
    if (url !== null && title !== null && title !== '') return wikiAddress(new URL(url).host, title)
  }
  return null
}

/** zimit and warc2zim keep pages by host and path. */
function recorded({ scraper }: Origin, path: string): string | null {
  if (!/zimit|warc2zim/iu.test(scraper ?? '') || !/^[\w-]+(?:\.[\w-]+)+(?:\/|$)/u.test(path)) return null
  return web(`https://${path}`)
}

function wikiPage({ source, name }: Origin, path: string): string | null {
  const host = hostOf(source)
  if (host !== null && WIKIMEDIA.test(host)) return wikiAddress(host, path)
  const [, project, language] = PROJECT.exec(name ?? '') ?? []
  if (host !== null || project === undefined || language === undefined) return null
  return wikiAddress(`${language}.${project}.org`, path)
}

function wikiAddress(host: string, title: string): string {
  const page = encodeURIComponent(title.replace(/ /gu, '_')).replace(/%(?:2F|3A|2C|28|29|21|27)/gu, decodeURIComponent)
  return `https://${host}/wiki/${page}`
}

function hostOf(source: string | null): string | null {
  const url = web(source === null || /^https?:/iu.test(source) ? source : `https://${source}`)
  return url === null ? null : new URL(url).host
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(String.raw`\b${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))`, 'iu').exec(tag)
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').replace(/&amp;/gu, '&').trim() || null
}

function web(value: string | null): string | null {
  try {
    const url = new URL(value ?? '')
    return /^https?:$/u.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
