import { defaultTreeAdapter, html as spec, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId, AssetId } from '@shared/domain/ids'
import { createLeanTree } from '../../../text/lean-tree'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode
export type Fragment = DefaultTreeAdapterTypes.DocumentFragment

/** A passage to mark. */
export interface Passage {
  readonly id: AnnotationId
  /** UTF-16 offsets of the fragment's text. */
  readonly start: number
  readonly end: number
  readonly colour: HighlightColour
  /** The picture that is meant instead of the words, if one is. */
  readonly picture: AssetId | null
  /** Number of its note; null for none. */
  readonly note: number | null
}

/** A text, a formula or a picture, which is marked as a whole or, if it is text, in pieces. */
interface Spot {
  readonly node: Node
  readonly start: number
  readonly end: number
}

/** Elements between whose children no words can stand. */
const NO_WORDS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'ul', 'ol', 'dl', 'ruby'])

/** Stored HTML as a tree. */
export function parseStored(html: string): Fragment {
  const tree = createLeanTree()
  const root = parseFragment(html, { treeAdapter: tree.adapter })
  tree.end()
  return root
}

/**
 * Puts `mark` elements around passages, one in another where they overlap, and behind each passage with a note a
 * `<sup data-note="…">` with its number.
 */
export function markPassages(root: Fragment, passages: readonly Passage[]): void {
  const ordered = [...passages].sort((a, b) => a.start - b.start || b.end - a.end)
  let first = 0
  for (const spot of spotsOf(root)) {
    const image = pictureOf(spot.node)
    if (image !== null) {
      const meant = ordered.filter(({ picture }) => picture === image)
      if (meant.length > 0) exchange(spot.node, () => [wrapped(spot.node, meant), ...noteRefs(meant)])
      continue
    }
    // What ended before this spot is not looked at again.
    while (first < ordered.length && (ordered[first]?.end ?? 0) <= spot.start) first += 1
    const here: Passage[] = []
    for (let at = first; at < ordered.length; at += 1) {
      const passage = ordered[at]
      if (passage === undefined || passage.start >= spot.end) break
      if (passage.picture === null && passage.end > spot.start) here.push(passage)
    }
    if (here.length > 0) exchange(spot.node, () => piecesOf(spot, here))
  }
}

function spotsOf(root: Fragment): Spot[] {
  const spots: Spot[] = []
  let offset = 0
  const todo: Node[] = [...root.childNodes].reverse()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (node.nodeName === '#text' && 'value' in node) {
      const end = offset + node.value.length
      const parent = node.parentNode?.nodeName ?? ''
      if (!NO_WORDS.has(parent)) spots.push({ node, start: offset, end })
      offset = end
    } else if (isElement(node)) {
      if (node.tagName === 'math') {
        const end = offset + lengthOf(node)
        spots.push({ node, start: offset, end })
        offset = end
      } else if (node.tagName === 'img') spots.push({ node, start: offset, end: offset })
      else for (const child of [...node.childNodes].reverse()) todo.push(child)
    }
  }
  return spots
}

/** A spot cut at the edges of the passages that reach into it. */
function piecesOf({ node, start, end }: Spot, passages: readonly Passage[]): Node[] {
  const over = (from: number, to: number) => passages.filter((one) => one.start < to && one.end > from)
  const ending = (from: number, to: number) => passages.filter((one) => one.end > from && one.end <= to)
  if (!('value' in node)) return [wrapped(node, over(start, end)), ...noteRefs(ending(start, end))]
  const edges = new Set([start, end])
  for (const one of passages) for (const edge of [one.start, one.end]) if (edge > start && edge < end) edges.add(edge)
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(1).flatMap((to, at) => {
    const from = cuts[at] ?? start
    const text = defaultTreeAdapter.createTextNode(node.value.slice(from - start, to - start))
    // White space alone between blocks is no part of what is seen.
    const isBlank = text.value.trim() === '' && text.value.includes('\n')
    return [isBlank ? text : wrapped(text, over(from, to)), ...noteRefs(ending(from, to))]
  })
}

/** A node within one `mark` for each passage, the one that began first outermost. */
function wrapped(node: Node, passages: readonly Passage[]): Node {
  return [...passages].reverse().reduce<Node>((inner, { colour, id }) => {
    const mark = element('mark', { class: `hl hl-${colour}`, 'data-highlight': id })
    defaultTreeAdapter.appendChild(mark, inner)
    return mark
  }, node)
}

function noteRefs(passages: readonly Passage[]): Element[] {
  return passages.flatMap(({ note }) => {
    if (note === null) return []
    const sup = element('sup', { class: 'note-ref', 'data-note': String(note) })
    const link = element('a', { id: `ref-${note}`, href: `#note-${note}` })
    defaultTreeAdapter.insertText(link, String(note))
    defaultTreeAdapter.appendChild(sup, link)
    return [sup]
  })
}

function pictureOf(node: Node): string | null {
  if (!isElement(node) || node.tagName !== 'img') return null
  const src = node.attrs.find(({ name }) => name === 'src')?.value ?? ''
  return /^\/assets\/([0-9a-f]{64})$/u.exec(src)?.[1] ?? ''
}

export function isElement(node: DefaultTreeAdapterTypes.Node): node is Element {
  return 'tagName' in node
}

export function element(name: string, attributes: Readonly<Record<string, string>>): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }))
  return defaultTreeAdapter.createElement(name, spec.NS.HTML, attrs)
}

/** Puts nodes in the place of one, which may be within them. */
export function exchange(node: Node, others: () => readonly Node[]): void {
  const parent = node.parentNode
  if (parent === null) return
  const at = parent.childNodes.indexOf(node)
  const made = others()
  parent.childNodes.splice(at, 1, ...made)
  for (const other of made) other.parentNode = parent
}

function lengthOf(root: Element): number {
  let length = 0
  const todo: Node[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if ('value' in node) length += node.value.length
    else if ('childNodes' in node) todo.push(...node.childNodes)
  }
  return length
}
