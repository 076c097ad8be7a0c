import type { Licence } from '@shared/domain/snapshot'
import { type Document, attr, plainText } from '../html/html-tree'
import { readAddress, readBase, readSavedAt } from './address'
import { readByline } from './byline'
import { readDate } from './date'
import { readJsonLd } from './json-ld'
import { readLeadImage } from './lead-image'
import { readLicence } from './licence'
import { readMetaTags } from './meta-tags'
import { linesNear } from './nearby'
import { readSummary } from './summary'
import { createShownDates } from './shown-date'
import { createParts, survey } from './survey'
import { readTitle, visible } from './title'

/** What a page says about its article. */
export interface Metadata {
  readonly title: string | null
  readonly byline: string | null
  readonly siteName: string | null
  readonly sourceUrl: string | null
  readonly baseUrl: string | null
  /** ISO 8601, as precise as the page; an offset stays as it was written. */
  readonly publishedAt: string | null
  readonly declaredLanguage: string | null
  readonly excerpt: string | null
  readonly licence: Licence | null
  /** Address of the picture that stands for the article; http or https. */
  readonly leadImage: string | null
  /** ISO 8601: when it was saved from the web, as the program that did so noted. */
  readonly savedAt: string | null
  /** The page says that not everybody may read all of it. */
  readonly restricted: boolean
}

/** Characters of a title or a site's name that anybody reads. */
const LONGEST = 1000

/** Reads JSON-LD, Open Graph, meta, microdata, `<time>`, the address and visible text, in that order of trust. */
export function readMetadata(page: Document, url: string | null): Metadata {
  const found = survey(page)
  const meta = readMetaTags(found.metas)
  const pageTitle = found.titles.map((title) => short(plainText(title))).find((title) => title !== '') ?? null
  const titles = present([meta.first('og:title'), meta.first('twitter:title'), meta.first('citation_title'), pageTitle])
  const jsonLd = readJsonLd(found.jsonLd, titles)
  const sourceUrl = url ?? readAddress(found, meta)
  const baseUrl = readBase(found, sourceUrl)
  const host = hostOf(sourceUrl)
  const siteName = meta.first('og:site_name', 'application-name') ?? jsonLd.siteName
  const site = { name: siteName, host }
  const stated = present([
    meta.first('og:title'),
    jsonLd.headline,
    meta.first(
      'twitter:title',
      'citation_title',
      'dc.title',
      'dcterms.title',
      'headline',
      'parsely-title',
      'sailthru.title',
    ),
    pageTitle,
  ])
  const { title, heading } = readTitle(found, stated, site)
  const parts = createParts(heading?.element ?? null)
  const lines = linesNear(found, heading, parts)
  const declaredLanguage =
    (found.root && (attr(found.root, 'lang') || attr(found.root, 'xml:lang'))) ||
    (meta.first('content-language', 'og:locale', 'dc.language', 'language', 'inlanguage') ?? jsonLd.language)
  const habits = { language: languageOfDates(declaredLanguage, meta.first('og:locale'), host) }
  const shown = createShownDates(found, heading, lines, parts, habits)
  return {
    title,
    byline: readByline(found, meta, jsonLd, lines, parts, site),
    siteName: siteName === null ? (host?.replace(/^www\./u, '') ?? null) : short(siteName),
    sourceUrl,
    savedAt: readSavedAt(found.comments),
    baseUrl,
    publishedAt: readDate(meta, jsonLd, sourceUrl, found.scripts, shown, habits),
    declaredLanguage,
    excerpt: readSummary(meta, jsonLd.description, title, site),
    licence: readLicence(
      found,
      jsonLd.licence ?? meta.first('dcterms.license', 'dc.rights.license', 'license', 'cc:license'),
      parts,
    ),
    leadImage: readLeadImage(found, meta, jsonLd.image, heading, baseUrl, parts),
    restricted: !jsonLd.free || /^(?:locked|metered)$/iu.test(meta.first('article:content_tier') ?? ''),
  }
}

/** English puts the day or the month first, as the country has it. */
function languageOfDates(declared: string | null, locale: string | null, host: string | null): string | null {
  if (declared === null || !/^en$/iu.test(declared)) return declared?.replace(/_/gu, '-') ?? null
  if (locale !== null && /^en[_-]/iu.test(locale)) return locale.replace(/_/gu, '-')
  return /\.(?:uk|au|nz|ie|in|za|sg|hk|ng|ke|pk)$/iu.test(host ?? '') ? 'en-GB' : 'en'
}

function present(values: readonly (string | null)[]): string[] {
  return values.flatMap((value) => (value === null ? [] : [short(value)])).filter((value) => value !== '')
}

function short(text: string): string {
  return visible(text.slice(0, LONGEST))
}

function hostOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname
  } catch {
    return null
  }
}
