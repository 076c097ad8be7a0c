import { type Document, type Element, elements, parseDocument, textContent } from '../html/html-tree'

/** The page's body; of a page made of frames, what it has for those who cannot see them. Null when there is neither. */
export function bodyOf(page: Document): Element | null {
  const body = elements(page, 'body')[0]
  if (body) return body
  const words = elements(page, 'noframes').map(textContent).join('\n')
  if (words.trim() === '') return null
  return elements(parseDocument(words, { scriptingEnabled: false }), 'body')[0] ?? null
}
