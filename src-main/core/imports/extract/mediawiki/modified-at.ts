import { type Element, attr, plainText, textContent } from '../../html/html-tree'
import { dateInText, parseDate } from '../../metadata/date-text'
import type { PageConfig } from './page-config'

/** ISO 8601: when the revision that is shown was made, by the page's metadata, its scripts or its last line. */
export function modifiedAt(all: readonly Element[], config: PageConfig): string | null {
  const dated = all.find((element) => element.tagName === 'meta' && attr(element, 'property') === 'dc:modified')
  const stated = parseDate(
    (dated && attr(dated, 'content')) ?? jsonModified(all) ?? config.value('wgRevisionTimestamp') ?? '',
  )
  return stated ?? lastModified(all)
}

function jsonModified(all: readonly Element[]): string | null {
  for (const script of all) {
    if (script.tagName !== 'script' || !/ld\+json/u.test(attr(script, 'type') ?? '')) continue
    const found = /"dateModified"\s*:\s*"([^"]+)"/u.exec(textContent(script))
    if (found?.[1]) return found[1]
  }
  return null
}

/** The foot's line, in the page's language, or the mobile skin's stamp in seconds since 1970. */
function lastModified(all: readonly Element[]): string | null {
  for (const element of all) {
    const stamp = attr(element, 'data-timestamp')
    if (stamp !== null && /^\d{9,10}$/u.test(stamp))
      return new Date(Number(stamp) * 1000).toISOString().replace('.000', '')
    const id = attr(element, 'id')
    if (id === 'footer-info-lastmod' || id === 'lastmod' || id === 'f-lastmod' || id === 'mw-mf-last-modified') {
      const date = dateInText(plainText(element))
      if (date !== null) return date
    }
    const copied = attr(element, 'title')
    if (element.tagName === 'a' && copied !== null && /[?&]oldid=\d+/u.test(attr(element, 'href') ?? '')) {
      const date = parseDate(/\d{4}-\d{2}-\d{2}/u.exec(copied)?.[0] ?? '') ?? dateInText(copied)
      if (date !== null) return date
    }
  }
  return null
}
