import type { Licence } from '@shared/domain/snapshot'
import { type Document, attr, elements } from '../html-tree'
import { readAddress, readBase } from './address'
import { readByline } from './byline'
import { readDate } from './date'
import { readJsonLd } from './json-ld'
import { readLicence } from './licence'
import { readMetaTags } from './meta-tags'
import { readTitle } from './title'

/** What a page says about its article. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly sourceUrl: string | null
  readonly baseUrl: string | null
  readonly publishedAt: string | null
  readonly declaredLanguage: string | null
  readonly excerpt: string | null
  readonly licence: Licence | null
  /** The page says that not everybody may read all of it. */
  readonly restricted: boolean
}

/** Reads JSON-LD, Open Graph, meta, microdata, `<time>`, the address and visible text, in that order of trust. */
export function readMetadata(page: Document, url: string | null): Metadata {
  const meta = readMetaTags(page)
  const jsonLd = readJsonLd(page)
  const sourceUrl = url ?? readAddress(page, meta)
  const host = hostOf(sourceUrl)
  const siteName = meta.first('og:site_name', 'application-name') ?? jsonLd.siteName
  const html = elements(page, 'html')[0]
  return {
    title: readTitle(page, meta, jsonLd, { name: siteName, host }),
    byline: readByline(page, meta, jsonLd),
    siteName: siteName ?? host?.replace(/^www\./u, '') ?? null,
    sourceUrl,
    baseUrl: readBase(page, sourceUrl),
    publishedAt: readDate(page, meta, jsonLd, sourceUrl),
    declaredLanguage:
      (html && (attr(html, 'lang') || attr(html, 'xml:lang'))) ||
      (meta.first('content-language', 'og:locale', 'dc.language') ?? jsonLd.language),
    excerpt: meta.first('og:description', 'description', 'twitter:description', 'dc.description'),
    licence: readLicence(page, jsonLd.licence),
    restricted: !jsonLd.free || /^(?:locked|metered)$/iu.test(meta.first('article:content_tier') ?? ''),
  }
}

function hostOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname
  } catch {
    return null
  }
}
