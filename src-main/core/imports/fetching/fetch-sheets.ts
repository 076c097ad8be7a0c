import { mayHaveBackgrounds, type StyleSheet } from '../images/background-images'
import { decode } from '../reading/charset'
import type { FetchedPage } from './fetch-page'
import { attr, elements, parseDocument } from '../html/html-tree'
import type { Web } from './web-request'

const MAX_SHEETS = 8
const MAX_BYTES = 1024 * 1024
const LIMIT_MS = 6000
/** Looking into a longer page would hold up everything else. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024

/**
 * Fetches a page's style sheets, where it has elements that only they could make show a picture. What cannot be had in time is left
 * out: the page is there without it.
 */
export async function fetchSheets(
  web: Web,
  { bytes, contentType, url, privateHost }: Omit<FetchedPage, 'sheets'>,
  signal: AbortSignal,
): Promise<readonly StyleSheet[]> {
  if (!/html|^$/iu.test(contentType ?? '') || bytes.byteLength > MAX_PAGE_BYTES) return []
  const html = decode(bytes, contentType)
  if (!/\brel\s?=\s?["']?[^"'<>]{0,50}stylesheet/iu.test(html) || !mayHaveBackgrounds(html)) return []
  const until = performance.now() + LIMIT_MS
  const fetchOne = async (address: string): Promise<StyleSheet | null> => {
    const left = AbortSignal.timeout(Math.max(1, Math.ceil(until - performance.now())))
    const local = privateHost === null ? null : { host: privateHost }
    try {
      const answer = await web.get(address, { accept: 'text/css', signal: left, maxBytes: MAX_BYTES, local })
      const isSheet = answer.status === 200 && /^text\/css\b/iu.test(answer.headers['content-type'] ?? '')
      if (isSheet) return { url: answer.url, text: Buffer.from(await answer.bytes()).toString('utf8') }
      answer.drop()
      return null
    } catch {
      return null
    }
  }
  const found = await Promise.all(addressesOf(html, url).slice(0, MAX_SHEETS).map(fetchOne))
  return signal.aborted ? [] : found.filter((sheet) => sheet !== null)
}

function addressesOf(html: string, pageUrl: string): string[] {
  const page = parseDocument(linksOnly(html))
  const [declared] = elements(page, 'base')
  const base = declared === undefined ? null : attr(declared, 'href')
  const from = base !== null && URL.canParse(base, pageUrl) ? new URL(base, pageUrl).href : pageUrl
  const addresses = elements(page, 'link').flatMap((link) => {
    const isSheet = /\bstylesheet\b/iu.test(attr(link, 'rel') ?? '') && !/\bprint\b/iu.test(attr(link, 'media') ?? '')
    const href = attr(link, 'href')
    return isSheet && href !== null && URL.canParse(href, from) ? [new URL(href, from).href] : []
  })
  return [...new Set(addresses)]
}

/** Only the tags that are asked for, so that a long page is not parsed here, where it would hold up everything else. */
function linksOnly(html: string): string {
  return (html.match(/<(?:link|base)\b[^>]{0,2000}>/giu) ?? []).slice(0, 200).join('')
}
