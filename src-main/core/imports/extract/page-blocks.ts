import { isBlock } from '../cleaning/block-elements'
import { type Element, type Node, type Text, attr, isElement, isText } from '../html/html-tree'
import { isEmbed } from './embeds'

/** A run of words with no block's edge in it: a paragraph, a heading, an item, a cell, or a line of them between breaks. */
export interface Block {
  /** The nearest block element around it. */
  readonly owner: Element
  readonly texts: Text[]
  /** Characters, runs of white space counted once. */
  length: number
  /** Of these, how many stand in links. */
  links: number
  /** How many links. */
  anchors: number
  /** Ends of sentences. */
  stops: number
  /** Commas and their kin. */
  commas: number
}

/** The blocks with words of an element are `blocks[start]` to `blocks[end - 1]`. */
export interface Span {
  start: number
  end: number
  /** Characters below the element; an inline element may have only a part of its block's. */
  length: number
}

/** A page's words in reading order, and where each element's lie. */
export interface PageBlocks {
  readonly root: Element
  readonly blocks: readonly Block[]
  /** Every element from the root on, in document order. */
  readonly elements: readonly Element[]
  readonly spans: ReadonlyMap<Element, Span>
  /** How many elements stand within each other where most do. */
  readonly depth: number
}

const STOP = /[.!?…](?=["'”’»)\]]*(?:\s|$))|[。！？؟।۔]/gu
const COMMA = /[,;:،，、；]/gu

const IDEOGRAPH = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/gu

/** Characters, white space counted once; those that stand for a syllable or a word count for two. */
function weightOf(text: string): number {
  const length = /\s\s|[\n\t]/u.test(text) ? text.replace(/\s+/gu, ' ').length : text.length
  return length + (text.match(IDEOGRAPH)?.length ?? 0)
}

/** Reads a tree once, without recursion; time and memory grow with its size and no faster. */
export function readBlocks(root: Element): PageBlocks {
  const blocks: Block[] = []
  const order: Element[] = []
  const spans = new Map<Element, Span>()
  const owners: Element[] = []
  let owner = root
  let open: Block | null = null
  let links = 0
  let freshLink = false
  let breaks = 0
  let total = 0
  let depth = 0
  let deepest = 0
  const pending: { readonly node: Node; readonly leave: boolean }[] = [{ node: root, leave: false }]
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    const { node } = step
    if (isText(node)) {
      const text = node.value.trim()
      if (text === '') continue
      breaks = 0
      if (open === null) {
        open = { owner, texts: [], length: 0, links: 0, anchors: 0, stops: 0, commas: 0 }
        blocks.push(open)
      }
      const length = weightOf(text)
      open.texts.push(node)
      open.length += length
      total += length
      open.stops += text.match(STOP)?.length ?? 0
      open.commas += text.match(COMMA)?.length ?? 0
      if (links === 0) continue
      open.links += length
      if (freshLink) open.anchors++
      freshLink = false
    } else if (isElement(node)) {
      const isOwn = isBlock(node)
      if (step.leave) {
        depth--
        const span = spans.get(node)
        if (span) {
          span.end = blocks.length
          span.length += total
        }
        if (isLink(node)) links--
        if (isOwn) {
          open = null
          owner = owners.pop() ?? root
        }
        continue
      }
      order.push(node)
      deepest = Math.max(deepest, ++depth)
      if (node.tagName === 'br') {
        if (++breaks > 1) open = null
      } else if (isOwn) {
        open = null
        breaks = 0
        owners.push(owner)
        owner = node
      } else if (isLink(node)) {
        links++
        freshLink = attr(node, 'href') !== null
      }
      const start = open === null ? blocks.length : blocks.length - 1
      spans.set(node, { start, end: start, length: -total })
      pending.push({ node, leave: true })
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at]
        if (child) pending.push({ node: child, leave: false })
      }
    }
  }
  return { root, blocks, elements: order, spans, depth: deepest }
}

/** An anchor that only names a place leads nowhere, and old pages often leave it open over all that follows. */
function isLink(element: Element): boolean {
  if (element.tagName !== 'a' || isEmbed(element)) return false
  return attr(element, 'href') !== null || (attr(element, 'name') === null && attr(element, 'id') === null)
}

/** The words of a block, white space collapsed; the first `most` characters at least. */
export function blockText(block: Block, most = Infinity): string {
  let text = ''
  for (const { value } of block.texts) {
    text += value
    if (text.length > most * 2) break
  }
  return text.replace(/\s+/gu, ' ').trim()
}
