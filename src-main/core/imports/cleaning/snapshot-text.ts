import { createHash } from 'node:crypto'
import { type Element, type Parent, attr, isElement, parseDocument, textContent } from '../html/html-tree'

/** Which definition of "the text" is in use: `textContent` of `main#content` in the frame's document. */
export const TEXT_VERSION = 1

/** The element that offsets are counted from, in the same document that a host serves around stored HTML. */
export function contentRoot(html: string): Element {
  const page = parseDocument(`<!doctype html><html><head></head><body><main id="content">${html}</main></body></html>`)
  const root = childOf(childOf(childOf(page, 'html'), 'body'), 'main')
  if (root === null || attr(root, 'id') !== 'content') throw new TypeError('a document with a main element lost it')
  return root
}

function childOf(parent: Parent | null, tagName: string): Element | null {
  for (const child of parent?.childNodes ?? []) if (isElement(child) && child.tagName === tagName) return child
  return null
}

/** The text of stored HTML, as a parser that follows the standard reads it. */
export function snapshotText(html: string): string {
  return textContent(contentRoot(html))
}

/** SHA-256 of a text in UTF-8, lower-case hexadecimal. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
