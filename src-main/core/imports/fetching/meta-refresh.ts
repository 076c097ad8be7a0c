import type { FetchedPage } from './fetch-page'

/** A page that waits longer is there to be read. */
const MAX_SECONDS = 5
/** A page that only sends on is short. */
const MAX_BYTES = 64 * 1024

/**
 * Where a page sends on at once by `<meta http-equiv="refresh">` (HTML standard, "shared declarative refresh steps"); null when it
 * stays, or sends to itself.
 */
export function refreshOf({
  bytes,
  contentType,
  url,
}: Pick<FetchedPage, 'bytes' | 'contentType' | 'url'>): string | null {
  if (bytes.byteLength > MAX_BYTES || !/html|^$/iu.test(contentType ?? '')) return null
  // What is said to browsers without scripts is no redirect for those that could run them.
  const html = Buffer.from(bytes)
    .toString('latin1')
    .replace(/<!--.*?-->|<noscript\b.*?<\/noscript\s*>/gisu, '')
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/giu)) {
    if (!/\bhttp-equiv\s*=\s*["']?refresh\b/iu.test(tag)) continue
    const content = /\bcontent\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s>]+))/iu.exec(tag)?.groups
    const said = content?.['double'] ?? content?.['single'] ?? content?.['bare'] ?? ''
    const parts = /^\s*(?<seconds>\d+)(?:\.\d*)?\s*[;,\s]\s*(?:url\s*=\s*)?["']?(?<target>[^"']+)/iu.exec(said)?.groups
    const target = parts?.['target']?.trim().replace(/&amp;/giu, '&') ?? ''
    if (parts === undefined || Number(parts['seconds']) > MAX_SECONDS || !URL.canParse(target, url)) continue
    const next = new URL(target, url)
    next.hash = ''
    if (/^https?:$/u.test(next.protocol) && next.href !== url.replace(/#.*$/su, '')) return next.href
  }
  return null
}
