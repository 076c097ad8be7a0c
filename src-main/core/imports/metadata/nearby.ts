import { type Element, type Node, closest, collapse, isElement, isText } from '../html/html-tree'
import type { Parts, Sighting, Spot, Survey, TextPiece } from './survey'

const BEFORE = 12
const AFTER = 30
/** Pieces of text within which names of parts are not believed. */
const CLOSE = 10
const LONGEST = 160
/** Nodes below an element that is little more than a line. */
const MOST_NODES = 80
/** Characters of a text beside which there is more. */
const ALONE = 60

/** A short text by the heading. */
export interface Line extends Spot {
  readonly text: string
}

/** Short texts around the heading, the nearest first; each with its parent's words if they are few. */
export function linesNear(page: Survey, heading: Sighting | null, parts: Parts): Line[] {
  const from = heading?.at ?? 0
  // What stands above is less often the article's.
  const distance = ({ at }: TextPiece) => (at >= from ? at - from : (from - at) * 1.5)
  const near = page.texts
    .slice(heading === null ? 0 : Math.max(0, from - BEFORE), from + AFTER)
    .sort((one, other) => distance(one) - distance(other))
  const seen = new Set<Element>()
  return near.flatMap((piece) => {
    const isElsewhere = distance(piece) < CLOSE ? parts.isForeign(piece) : parts.isOutside(piece)
    return isElsewhere || isQuoted(piece) ? [] : linesOf(piece, seen)
  })
}

/** A day that is quoted, as with a post of another site, is that one's. */
function isQuoted({ parent }: TextPiece): boolean {
  return closest(parent, ({ tagName }) => tagName === 'blockquote') !== null
}

function linesOf(piece: TextPiece, seen: Set<Element>): Line[] {
  const lines: Line[] = []
  let at: Element | null = piece.parent
  for (let level = 0; level < 3 && at; level++) {
    if (seen.has(at)) break
    const text = shortText(at)
    if (text === null) break
    seen.add(at)
    if (text.length > 2) lines.unshift({ text, at: piece.at, part: piece.part })
    at = at.parentNode && isElement(at.parentNode) ? at.parentNode : null
  }
  if (lines.length > 0 || seen.has(piece.parent)) return lines
  const own = piece.value.slice(0, 1000).replace(/\s+/gu, ' ').trim()
  const { at: order, part } = piece
  // A paragraph may begin with place and day; elsewhere lines may have nothing but line breaks between them.
  if (piece.parent.tagName === 'p')
    return piece.parent.childNodes[0] === undefined ? [] : [{ text: opening(own), at: order, part }]
  return own.length > 2 && own.length <= ALONE ? [{ text: own, at: order, part }] : []
}

/** "Berlin, 3 May 2021 – " */
function opening(text: string): string {
  return /^.{0,50}?\d{4}\s?[)-–—:|]/u.exec(text)?.[0] ?? ''
}

/** Words with a space where elements meet; null when there are too many. */
export function shortText(root: Element, longest = LONGEST): string | null {
  let text = ''
  let left = MOST_NODES
  const pending: Node[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (--left < 0) return null
    if (isText(node)) {
      text += ` ${node.value.length > 1000 ? node.value.slice(0, 1000) : node.value}`
      if (text.length > longest * 3 && collapse(text).length > longest) return null
    } else if (isElement(node) && node.tagName !== 'script' && node.tagName !== 'style' && node.tagName !== 'svg') {
      const { childNodes } = node
      if (childNodes.length > left) return null
      for (let at = childNodes.length - 1; at >= 0; at--) {
        const child = childNodes[at]
        if (child) pending.push(child)
      }
    }
  }
  const words = collapse(text)
  return words.length > longest ? null : words
}
