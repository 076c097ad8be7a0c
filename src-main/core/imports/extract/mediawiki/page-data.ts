import type { Licence } from '@shared/domain/snapshot'
import { type Document, type Element, attr, closest, collapse, elements, plainText, textContent } from '../../html-tree'
import { dateInText, parseDate } from '../../metadata/date-text'
import { licenceName } from '../../metadata/licence'
import type { Metadata } from '../../metadata/metadata'

/** What stands around a wiki article. */
export interface PageData {
  readonly siteName: string | null
  readonly sourceUrl: string | null
  readonly baseUrl: string | null
  /** ISO 8601: when this revision was made. */
  readonly modifiedAt: string | null
  readonly categories: readonly string[]
  readonly licence: Licence | null
}

export function readPageData(page: Document, metadata: Metadata): PageData {
  const all = elements(page)
  const dated = all.find((element) => element.tagName === 'meta' && attr(element, 'property') === 'dc:modified')
  const versionOf = all.find((element) => element.tagName === 'link' && attr(element, 'rel') === 'dc:isVersionOf')
  const sourceUrl = metadata.sourceUrl ?? schemed(versionOf ? attr(versionOf, 'href') : null)
  const base = all.find((element) => element.tagName === 'base')
  return {
    siteName: /(?:^|\.)wikipedia\.org$/u.test(hostOf(sourceUrl)) ? 'Wikipedia' : metadata.siteName,
    sourceUrl,
    baseUrl: schemed(base ? attr(base, 'href') : null) ?? metadata.baseUrl ?? sourceUrl,
    modifiedAt: parseDate((dated && attr(dated, 'content')) ?? jsonModified(all) ?? '') ?? lastModified(all),
    categories: categoriesOf(all),
    licence: licenceOf(all, sourceUrl) ?? metadata.licence,
  }
}

function jsonModified(all: readonly Element[]): string | null {
  for (const script of all) {
    if (script.tagName !== 'script' || !/ld\+json/u.test(attr(script, 'type') ?? '')) continue
    const found = /"dateModified"\s*:\s*"([^"]+)"/u.exec(textContent(script))
    if (found?.[1]) return found[1]
  }
  return null
}

function lastModified(all: readonly Element[]): string | null {
  const line = all.find((element) => attr(element, 'id') === 'footer-info-lastmod' || attr(element, 'id') === 'lastmod')
  return line ? dateInText(plainText(line)) : null
}

function categoriesOf(all: readonly Element[]): string[] {
  const links = all
    .filter((element) => element.tagName === 'a' && closest(element, (at) => attr(at, 'id') === 'mw-normal-catlinks'))
    .filter((link) => closest(link, ({ tagName }) => tagName === 'li'))
    .map(plainText)
  const stated = all
    .filter((element) => element.tagName === 'link' && attr(element, 'rel') === 'mw:PageProp/Category')
    .map((element) =>
      decoded((attr(element, 'href') ?? '').replace(/^[^:]*:/u, '').replace(/#.*$/u, '')).replace(/_/gu, ' '),
    )
  return [...new Set([...links, ...stated].filter((name) => name !== ''))]
}

function licenceOf(all: readonly Element[], sourceUrl: string | null): Licence | null {
  const foot =
    all.find((element) => attr(element, 'id') === 'footer-info-copyright') ??
    all.find((element) => attr(element, 'id') === 'copyright')
  if (foot) {
    const link = elements(foot, 'a').find((element) =>
      /license|creativecommons/iu.test(`${attr(element, 'rel') ?? ''} ${attr(element, 'href') ?? ''}`),
    )
    const statement =
      /[^.;]*(?:Creative Commons|GNU|CC.BY|licen[cs]e)(?:[^.;]|\.\d)*[.;]?/iu.exec(plainText(foot))?.[0] ??
      plainText(foot)
    if (statement.trim() !== '') return licence(statement, link ? schemed(attr(link, 'href')) : null)
  }
  const link = all.find(
    (element) => /(?:^|\s)license(?:\s|$)/u.test(attr(element, 'rel') ?? '') && attr(element, 'href') !== null,
  )
  if (link) return licence(plainText(link) || 'Licence', schemed(attr(link, 'href')))
  // Parsoid's pages and saved bodies do not carry the line; all of Wikipedia's text is under it.
  return /(?:^|\.)wikipedia\.org$/u.test(hostOf(sourceUrl))
    ? licence(
        'Text is available under the Creative Commons Attribution-ShareAlike License.',
        'https://creativecommons.org/licenses/by-sa/4.0/',
      )
    : null
}

function licence(statement: string, url: string | null): Licence {
  const version = /ShareAlike(?: License)? (\d\.\d)/iu.exec(statement)?.[1]
  return {
    statement: collapse(statement).replace(/[;,]$/u, '.'),
    url,
    name: (url === null ? null : licenceName(url)) ?? (version ? `CC BY-SA ${version}` : null),
  }
}

function schemed(href: string | null): string | null {
  if (href === null) return null
  const url = href.startsWith('//') ? `https:${href}` : href
  return /^https?:\/\//iu.test(url) ? url : null
}

function hostOf(url: string | null): string {
  try {
    return new URL(url ?? '').hostname
  } catch {
    return ''
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
