import { escapeHtml } from '../escape-html'

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/giu

/** `_So_` books without markup set what is stressed; `snake_case` and `__init__` are words. */
const STRESSED = /(?<![\p{L}\p{N}_/.])_(?![\s_])(?=[^_<>]*\p{L})([^_<>]{1,400}?)(?<!\s)_(?![\p{L}\p{N}_])/gu

/** Words as HTML: web addresses are links, what stands between underlines is stressed. */
export function proseHtml(text: string): string {
  return inlineHtml(text)
    .split(/(<a [^>]*>[^<]*<\/a>)/u)
    .map((part) => (part.startsWith('<a ') ? part : part.replace(STRESSED, '<em>$1</em>')))
    .join('')
}

/** Plain text as HTML, with its web addresses as links. */
export function inlineHtml(text: string): string {
  let html = ''
  let from = 0
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found[0])
    html += `${escapeHtml(text.slice(from, found.index))}<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`
    from = found.index + address.length
  }
  return html + escapeHtml(text.slice(from))
}

/** The full stop behind an address, and a bracket that opened before it, are the sentence's. */
function withoutEnd(address: string): string {
  const end = address.replace(/[.,;:!?'’…]+$/u, '')
  const isUnopened = end.endsWith(')') && end.split('(').length < end.split(')').length
  return isUnopened ? withoutEnd(end.slice(0, -1)) : end
}
