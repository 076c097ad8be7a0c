import { Parser, defaultTreeAdapter, html as spec, serialize, type DefaultTreeAdapterTypes } from 'parse5'
import { createLeanTree } from '../../text/lean-tree'
import { quicken } from './quick-tokenizer'
import { removeFrom } from '../cleaning/remove-from'

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
  const parser = quicken(new Parser({ ...options, treeAdapter: tree.adapter }))
  parser.tokenizer.write(html, true)
  tree.end()
  return parser.document
}

/** Parses a piece of a page as the standard says. */
export function parseFragment(html: string, options?: ParseOptions): Fragment {
  const tree = createLeanTree()
  const parser = quicken(Parser.getFragmentParser(null, { ...options, treeAdapter: tree.adapter }))
  parser.tokenizer.write(html, true)
  tree.end()
  return parser.getFragment()
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

/** A piece of a page on its own; nodes that stand elsewhere are taken from there. */
export function createFragment(...children: readonly Node[]): Fragment {
  const fragment = defaultTreeAdapter.createDocumentFragment()
  for (const child of children) append(fragment, child)
  return fragment
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
  if (!node.parentNode) return
  removeFrom(node.parentNode.childNodes, node)
  node.parentNode = null
}

export function replace(node: Node, ...others: readonly Node[]): void {
  const parent = node.parentNode
  for (const other of others) remove(other)
  if (!parent) return
  const at = removeFrom(parent.childNodes, node)
  node.parentNode = null
  for (const other of others) other.parentNode = parent
  parent.childNodes.splice(Math.max(0, at), 0, ...others)
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode
  if (!parent) return
  const at = parent.childNodes.indexOf(element)
  // A list of very many children is more than a call takes as arguments.
  setChildren(parent, [...parent.childNodes.slice(0, at), ...element.childNodes, ...parent.childNodes.slice(at + 1)])
  element.childNodes = []
  element.parentNode = null
}

/** Gives a parent these children, in this order. */
export function setChildren(parent: Parent, children: Node[]): void {
  for (const child of children) child.parentNode = parent
  parent.childNodes = children
}

/** What becomes of a node: it stays, it goes with all it holds, or its children take its place. */
export type Fate = 'keep' | 'drop' | 'unwrap'

/**
 * Decides on every node below a root, from the top down, each parent's children rebuilt once: to remove nodes one by one takes
 * long where there are very many. What was dropped keeps its `parentNode`.
 */
export function reshape(root: Parent, fateOf: (node: Node) => Fate): void {
  const parents: Parent[] = [root]
  for (let parent = parents.pop(); parent; parent = parents.pop()) {
    const kept: Node[] = []
    let changed = false
    const pending = [...parent.childNodes].reverse()
    for (let node = pending.pop(); node; node = pending.pop()) {
      const fate = fateOf(node)
      if (fate === 'keep') {
        kept.push(node)
        if ('childNodes' in node) parents.push(node)
        continue
      }
      changed = true
      if (fate === 'unwrap' && 'childNodes' in node) {
        for (let at = node.childNodes.length - 1; at >= 0; at--) {
          const child = node.childNodes[at]
          if (child) pending.push(child)
        }
      }
    }
    if (changed) setChildren(parent, kept)
  }
}

/** Unwraps every element that passes. */
export function unwrapAll(root: Parent, test: (element: Element) => boolean): void {
  reshape(root, (node) => (isElement(node) && test(node) ? 'unwrap' : 'keep'))
}

/** Gives an element another name of HTML's, keeping its place, attributes and children. */
export function rename(element: Element, tagName: string): Element {
  element.tagName = tagName
  element.nodeName = tagName
  element.namespaceURI = spec.NS.HTML
  return element
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
  const [only] = tagNames
  const wanted = tagNames.length > 1 ? new Set(tagNames) : null
  const pending: Element[] = []
  pushElements(pending, root)
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (wanted === null ? only === undefined || element.tagName === only : wanted.has(element.tagName))
      found.push(element)
    pushElements(pending, element)
  }
  return found
}

/** The last one first: what is taken from the end of the list comes in document order. */
function pushElements(pending: Element[], { childNodes }: Parent): void {
  for (let at = childNodes.length - 1; at >= 0; at--) {
    const child = childNodes[at]
    if (child && isElement(child)) pending.push(child)
  }
}

/** Whether any element below a root passes; stops at the first that does. */
export function some(root: Parent, test: (element: Element) => boolean): boolean {
  return firstBelow(root, Infinity, test) !== null
}

/** The first element below a root in document order that passes; of the first `most` nodes only. */
export function firstBelow(root: Parent, most: number, test: (element: Element) => boolean): Element | null {
  let left = most
  let found: Element | null = null
  visit(root, (node) => {
    if (--left < 0) return true
    if (isElement(node) && test(node)) found = node
    return found !== null
  })
  return found
}

/** Goes through the nodes below a root in document order until one says stop. Recursion would fail on deep trees. */
function visit(root: Parent, stopsAt: (node: Node) => boolean): void {
  let children = root.childNodes
  let at = 0
  /** Where to go on behind the elements that are open: two lists, because a pair for each element is garbage. */
  const open: Node[][] = []
  const places: number[] = []
  for (;;) {
    const node = children[at++]
    if (node === undefined) {
      const outer = open.pop()
      if (outer === undefined) return
      children = outer
      at = places.pop() ?? 0
    } else if (stopsAt(node)) return
    else if (isElement(node) && node.childNodes.length > 0) {
      open.push(children)
      places.push(at)
      children = node.childNodes
      at = 0
    }
  }
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
  visit(root, (node) => {
    if (isText(node)) text += node.value
    return false
  })
  return text
}

/** `textContent` with white space collapsed, for titles, labels and comparisons. */
export function plainText(root: Node | Parent): string {
  return collapse(textContent(root))
}

/** `plainText` of at most so many characters; null when it is longer, which is known without going through all of a book. */
export function briefText(root: Parent, most: number): string | null {
  let text = ''
  let looksAt = 2 * most
  let isLonger = false
  visit(root, (node) => {
    if (!isText(node)) return false
    text += node.value
    if (text.length <= looksAt) return false
    looksAt = 2 * text.length
    isLonger = collapse(text).length > most
    return isLonger
  })
  const brief = isLonger ? null : collapse(text)
  return brief === null || brief.length > most ? null : brief
}

export function collapse(text: string): string {
  // A single space is left alone: most white space is one.
  return text.replace(/[^\S ]\s*|\s{2,}/gu, ' ').trim()
}
