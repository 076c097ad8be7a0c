import type { WikiPage } from '@shared/domain/snapshot-details'
import { type Document, type Element, attr, classes, closest, elements, plainText } from '../../html/html-tree'
import type { Metadata } from '../../metadata/metadata'
import { isWikimedia, projectOf, titleInAddress, titlePath, webLink } from './address'
import { modifiedAt } from './modified-at'
import type { PageConfig } from './page-config'

/** Which page of which wiki this is, and where it is to be had. */
export interface PageIdentity {
  readonly wiki: WikiPage
  readonly sourceUrl: string | null
  readonly baseUrl: string | null
  /** The page that names the authors. */
  readonly historyUrl: string | null
  /** Other addresses of this page. */
  readonly addresses: readonly string[]
}

/** Reads what the page and its scripts say of themselves. @param title as the page shows it */
export function identify(page: Document, config: PageConfig, metadata: Metadata, title: string | null): PageIdentity {
  const all = elements(page)
  const html = all.find(({ tagName }) => tagName === 'html')
  const versionOf = webLink(
    hrefOf(all, 'link', (link) => attr(link, 'rel') === 'dc:isVersionOf'),
    null,
  )
  const copied = copyOrigin(all)
  const canonical = webLink(
    hrefOf(all, 'link', (link) => attr(link, 'rel') === 'canonical'),
    null,
  )
  const sourceUrl = versionOf ?? canonical ?? metadata.sourceUrl ?? copied ?? printedAddress(all)
  const stated = webLink(
    hrefOf(all, 'base', () => true),
    sourceUrl,
  )
  // Parsoid's links are relative to the wiki; a piece of its page says nothing of that.
  const baseUrl = stated ?? wikiRoot(versionOf) ?? wikiRoot(metadata.sourceUrl) ?? metadata.baseUrl ?? sourceUrl
  const about = html ? attr(html, 'about') : null
  const revision =
    config.value('wgRevisionId') ??
    /\/revision\/(\d+)/u.exec(about ?? '')?.[1] ??
    revisionInLinks(all) ??
    config.cachedRevision
  const revisionId =
    revision === null || Number(revision) <= 0 || !Number.isSafeInteger(Number(revision)) ? null : Number(revision)
  const language = config.value('wgPageContentLanguage') ?? languageOf(all, html, projectOf(sourceUrl))
  const project = projectOf(sourceUrl) ?? supposedProject(all, language)
  const pageName = config.value('wgPageName')?.replace(/_/gu, ' ') ?? titleInAddress(sourceUrl) ?? title
  const root = articleRoot(sourceUrl, project, pageName)
  const permalink =
    webLink(hrefOf(all, 'a', isPermalink), baseUrl) ?? (root && revisionId ? `${root}?oldid=${revisionId}` : null)
  const history = webLink(
    hrefOf(all, 'a', (link) => closest(link, (at) => attr(at, 'id') === 'ca-history') !== null),
    baseUrl,
  )
  const redirects = redirectsOf(all, config)
  const articleId = config.value('wgArticleId')
  return {
    sourceUrl,
    baseUrl,
    historyUrl: history ?? (root ? `${root}?action=history` : null),
    wiki: {
      project,
      language,
      namespace: namespaceOf(config, all, pageName),
      title: title ?? pageName ?? '',
      revisionId,
      permalink,
      modifiedAt: modifiedAt(all, config),
      redirects,
    },
    addresses: [
      ...[permalink, versionOf, canonical, root, copied].flatMap((address) => address ?? []),
      ...redirects.flatMap((from) => siblingAddress(root, from) ?? []),
      ...(project && isWikimedia(project) && revisionId ? [`https://${project}/w/index.php?oldid=${revisionId}`] : []),
      ...(project && isWikimedia(project) && articleId !== null && Number(articleId) > 0
        ? [`https://${project}/w/index.php?curid=${articleId}`]
        : []),
    ],
  }
}

function hrefOf(all: readonly Element[], tagName: string, test: (element: Element) => boolean): string | null {
  for (const element of all)
    if (element.tagName === tagName && attr(element, 'href') !== null && test(element)) return attr(element, 'href')
  return null
}

/** The foot of a copy (Kiwix and the like) links to the revision that it is a copy of. */
function copyOrigin(all: readonly Element[]): string | null {
  const link = all.find(
    (element) =>
      element.tagName === 'a' &&
      /^https?:\/\/[^?#]+\?(?:title=[^&#]*&)?oldid=\d+/u.test(attr(element, 'href') ?? '') &&
      element.parentNode !== null &&
      elements(element.parentNode, 'a').some((other) => /creativecommons\.org/u.test(attr(other, 'href') ?? '')),
  )
  const href = link ? attr(link, 'href') : null
  return href === null ? null : href.replace(/\?oldid=\d+.*$/u, '')
}

/** `https://host/wiki/`, which Parsoid's links are relative to. */
function wikiRoot(address: string | null): string | null {
  if (address === null) return null
  if (/\/(?:api\/rest_v1|rest\.php\/v1)\/page\//u.test(address)) return `https://${projectOf(address) ?? ''}/wiki/`
  return /^https?:\/\/[^/]+\/wiki\//u.exec(address)?.[0] ?? null
}

/** The page's plain address in its wiki. */
function articleRoot(sourceUrl: string | null, project: string | null, title: string | null): string | null {
  if (isWikimedia(project) && title !== null && title !== '') return `https://${project ?? ''}/wiki/${titlePath(title)}`
  if (sourceUrl === null) return null
  const url = new URL(sourceUrl)
  return url.searchParams.has('title') ? null : `${url.origin}${url.pathname}`
}

/** `Retrieved from "https://…"`, for print. */
function printedAddress(all: readonly Element[]): string | null {
  const href = hrefOf(all, 'a', (link) => closest(link, (at) => classes(at).includes('printfooter')) !== null)
  return webLink(href?.replace(/[?&]oldid=\d+$/u, '') ?? null, null)
}

const WIKIPEDIA =
  /[-–—]\s*(?:wikip[eé]di\S*|vikip\S+|википеди\S*|вікіпеді\S*|уикипеди\S*|βικιπαίδεια|ウィキペディア.*|维基百科.*|維基百科.*|위키백과.*|ويكيبيديا.*|ویکی\S*پدیا.*|ויקיפדיה.*|विकिपीडिया|উইকিপিডিয়া|วิกิพีเดีย)/iu

/** A copy without any address may still be titled `… – Wikipedia` in a language. */
function supposedProject(all: readonly Element[], language: string | null): string | null {
  const title = all.find(({ tagName }) => tagName === 'title')
  const code = /^[a-z]{2,3}(?=$|-)/u.exec(language ?? '')?.[0]
  return title && code !== undefined && WIKIPEDIA.test(plainText(title)) ? `${code}.wikipedia.org` : null
}

function siblingAddress(root: string | null, title: string): string | null {
  const found = /^(.*\/(?:wiki|title|index\.php)\/)/u.exec(root ?? '')
  return found?.[1] === undefined ? null : `${found[1]}${titlePath(title)}`
}

function isPermalink(link: Element): boolean {
  return (
    /[?&]oldid=\d+/u.test(attr(link, 'href') ?? '') &&
    closest(link, (at) => attr(at, 'id') === 't-permalink' || classes(at).includes('printfooter')) !== null
  )
}

function revisionInLinks(all: readonly Element[]): string | null {
  for (const link of all) {
    if (link.tagName !== 'a') continue
    const found = /[?&]oldid=(\d+)/u.exec(attr(link, 'href') ?? '')
    const names = `${attr(link, 'class') ?? ''} ${attr(link, 'id') ?? ''}`
    if (found && (isPermalink(link) || /external|permalink|last-modified/u.test(names))) return found[1] ?? null
  }
  return null
}

function redirectsOf(all: readonly Element[], config: PageConfig): string[] {
  const stated = config.value('wgRedirectedFrom')?.replace(/_/gu, ' ')
  const shown = all
    .filter((element) => element.tagName === 'a' && attr(element, 'class')?.includes('mw-redirect') === true)
    .filter((link) =>
      closest(link, (at) => classes(at).includes('mw-redirectedfrom') || attr(at, 'id') === 'contentSub'),
    )
    .map(plainText)
  const listed = all
    .filter((element) => element.tagName === 'link' && attr(element, 'rel') === 'mw:PageProp/redirect')
    .flatMap((link) => titleInAddress(webLink(attr(link, 'href'), 'https://wiki.invalid/wiki/')) ?? [])
  return [...new Set([...(stated === undefined ? [] : [stated]), ...shown, ...listed])].filter((name) => name !== '')
}

function languageOf(all: readonly Element[], html: Element | undefined, project: string | null): string | null {
  const content = all.find(
    (element) => attr(element, 'id') === 'mw-content-text' || classes(element).includes('mw-parser-output'),
  )
  const stated = (content && attr(content, 'lang')) ?? (html && attr(html, 'lang')) ?? null
  return stated || (/^([a-z]{2,3}(?:-[a-z]+)?)\.(?:wik\w+)\.org$/u.exec(project ?? '')?.[1] ?? null)
}

function namespaceOf(config: PageConfig, all: readonly Element[], title: string | null): string {
  const body = all.find(({ tagName }) => tagName === 'body')
  const number =
    config.value('wgNamespaceNumber') ??
    (body
      ? classes(body)
          .find((name) => /^ns--?\d+$/u.test(name))
          ?.slice(3)
      : undefined)
  const before = /^([^:]{2,40}):\S/u.exec(title ?? '')?.[1] ?? ''
  if (number !== undefined && number !== null)
    return number === '0' ? '' : before || (config.value('wgCanonicalNamespace') ?? '')
  return NAMESPACES.test(before) ? before : ''
}

/** English names, which every wiki understands. */
const NAMESPACES =
  /^(?:(?:user|wikipedia|project|file|image|mediawiki|template|help|category|portal|draft|module|book)(?: talk)?|talk|special)$/iu
