import { type Document, attr, descendants, elements, isElement, textContent } from '../../html/html-tree'

/** What MediaWiki's scripts and comments say about a page; read before those are taken out. */
export interface PageConfig {
  /** The value of one of the wiki's variables, such as `wgRevisionId`; null when it is not stated. */
  value(name: string): string | null
  /** From the comment that the parser leaves, or null. */
  readonly cachedRevision: string | null
}

export function readPageConfig(page: Document): PageConfig {
  const scripts = elements(page, 'script')
    .filter((script) => attr(script, 'src') === null)
    .map(textContent)
    .filter((text) => text.includes('wg'))
    .join('\n')
  let comments = ''
  for (const node of descendants(page))
    if (!isElement(node) && 'data' in node && typeof node.data === 'string' && node.data.length < 4000)
      comments += `${node.data}\n`
  return {
    value: (name) => {
      const found = new RegExp(`["']?\\b${name}["']?\\s*[:=]\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(-?[\\d.]+))`, 'u').exec(
        scripts,
      )
      const value = found?.[1] ?? found?.[2] ?? null
      return value === null || value === '' ? null : unescaped(value)
    },
    cachedRevision: /revision id (\d+)/u.exec(comments)?.[1] ?? null,
  }
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(["'\\/])/gu, '$1')
}
