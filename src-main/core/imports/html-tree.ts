import {
  defaultTreeAdapter,
  html as spec,
  parse,
  parseFragment as parseWith,
  serialize,
  type DefaultTreeAdapterTypes,
} from 'parse5'
import { createLeanTree } from '../text/lean-tree'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Text = DefaultTreeAdapterTypes.TextNode
export type Parent = DefaultTreeAdapterTypes.ParentNode
export type Document = DefaultTreeAdapterTypes.Document
export type Fragment = DefaultTreeAdapterTypes.DocumentFragment

export { serialize }

/** How a page is read. */
interface ParseOptions {
  /** Off, what `noscript` holds is read as HTML. */
  readonly scriptingEnabled: boolean
}

/** Parses a whole page as the standard says. */
export function parseDocument(html: string, options?: ParseOptions): Document {
  const tree = createLeanTree()
  const page = parse(html, { ...options, treeAdapter: tree.adapter })
  tree.end()
  return page
}

/** Parses a piece of a page as the standard says. */
export function parseFragment(html: string, options?: ParseOptions): Fragment {
  const tree = createLeanTree()
  const fragment = parseWith(html, { ...options, treeAdapter: tree.adapter })
  tree.end()
  return fragment
}

export function isElement(node: Node | Parent): node is Element {
  return 'tagName' in node
}

export function isText(node: Node | Parent): node is Text {
  return node.nodeName === '#text'
}

export function attr(element: Element, name: string): string | null {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return null
}

export function setAttr(element: Element, name: string, value: string): void {
  const found = element.attrs.find((attribute) => attribute.name === name)
  if (found) found.value = value
  else element.attrs.push({ name, value })
}

export function removeAttr(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name)
}

export function classes(element: Element): string[] {
  return (attr(element, 'class') ?? '').split(/\s+/u).filter(Boolean)
}

export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const value = attr(element, 'class')
  if (value === null) return false
  const own = value.split(/\s+/u)
  return names.some((name) => own.includes(name))
}

export function createElement(
  tagName: string,
  attrs: Record<string, string> = {},
  ...children: readonly Node[]
): Element {
  const list = Object.entries(attrs).map(([name, value]) => ({ name, value }))
  const element = defaultTreeAdapter.createElement(tagName, spec.NS.HTML, list)
  for (const child of children) append(element, child)
  return element
}

export function createText(value: string): Text {
  return defaultTreeAdapter.createTextNode(value)
}

export function append(parent: Parent, node: Node): void {
  remove(node)
  defaultTreeAdapter.appendChild(parent, node)
}

export function insertBefore(node: Node, reference: Node): void {
  remove(node)
  if (reference.parentNode) defaultTreeAdapter.insertBefore(reference.parentNode, node, reference)
}

export function remove(node: Node): void {
  if (node.parentNode) defaultTreeAdapter.detachNode(node)
}

export function replace(node: Node, ...others: readonly Node[]): void {
  for (const other of others) insertBefore(other, node)
  remove(node)
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode
  if (!parent) return
  const children = element.childNodes
  for (const child of children) child.parentNode = parent
  parent.childNodes.splice(parent.childNodes.indexOf(element), 1, ...children)
  element.childNodes = []
  element.parentNode = null
}

/** Unwraps every element that passes, each parent's children rebuilt once: one by one takes long where there are very many. */
export function unwrapAll(root: Parent, test: (element: Element) => boolean): void {
  for (const parent of [root, ...elements(root)].reverse()) {
    if (!parent.childNodes.some((child) => isElement(child) && test(child))) continue
    parent.childNodes = parent.childNodes.flatMap((child) =>
      isElement(child) && test(child) ? child.childNodes : [child],
    )
    for (const child of parent.childNodes) child.parentNode = parent
  }
}

/** Gives an element another name, keeping its attributes and children. */
export function rename(element: Element, tagName: string): Element {
  const renamed = createElement(tagName)
  renamed.attrs = element.attrs
  renamed.childNodes = element.childNodes
  for (const child of renamed.childNodes) child.parentNode = renamed
  element.childNodes = []
  replace(element, renamed)
  return renamed
}

/**
 * Every node below a root in document order, without recursion: hostile pages are deep. The list is taken before it is returned,
 * so that the tree may be changed while it is walked.
 */
export function descendants(root: Parent): Node[] {
  const found: Node[] = []
  const pending: Node[] = [...root.childNodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node)
    if (!('childNodes' in node)) continue
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child) pending.push(child)
    }
  }
  return found
}

/** Every element below a root in document order, of the given names or of any. */
export function elements(root: Parent, ...tagNames: readonly string[]): Element[] {
  const found: Element[] = []
  for (const node of descendants(root))
    if (isElement(node) && (tagNames.length === 0 || tagNames.includes(node.tagName))) found.push(node)
  return found
}

/** Whether any element below a root passes; stops at the first that does. */
export function some(root: Parent, test: (element: Element) => boolean): boolean {
  const pending: Node[] = [...root.childNodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isElement(node)) continue
    if (test(node)) return true
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at]
      if (child) pending.push(child)
    }
  }
  return false
}

/** The nearest ancestor (or the element itself) that passes. */
export function closest(node: Node, test: (element: Element) => boolean): Element | null {
  for (let at: Node | Parent | null = node; at; at = 'parentNode' in at ? at.parentNode : null)
    if (isElement(at) && test(at)) return at
  return null
}

/** The DOM's `textContent`: text nodes in order, nothing added. */
export function textContent(root: Node | Parent): string {
  if (isText(root)) return root.value
  if (!('childNodes' in root)) return ''
  let text = ''
  for (const node of descendants(root)) if (isText(node)) text += node.value
  return text
}

/** `textContent` with white space collapsed, for titles, labels and comparisons. */
export function plainText(root: Node | Parent): string {
  return collapse(textContent(root))
}

export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
