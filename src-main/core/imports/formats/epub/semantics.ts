import { type Element, attr } from '../../html/html-tree'

/** Whether an element says that it is one of these: `epub:type` (EPUB Structural Semantics) or `role` (DPUB-ARIA's `doc-…`). */
export function means(element: Element, ...kinds: readonly string[]): boolean {
  const types = attr(element, 'epub:type')
  const roles = attr(element, 'role')
  if (types === null && roles === null) return false
  const stated = [
    ...(types ?? '').split(/\s+/u).map((type) => type.replace(/^.*:/u, '')),
    ...(roles ?? '').split(/\s+/u).map((role) => role.replace(/^doc-/u, '')),
  ]
  return stated.some((kind) => kinds.includes(kind.toLowerCase()))
}

/** Whether an element is a note that a mark in the text leads to. */
export function isNote(element: Element): boolean {
  return means(element, 'footnote', 'endnote', 'rearnote', 'note') && element.tagName !== 'a'
}
