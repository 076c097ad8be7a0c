import type { Inline, Link, Mark } from '@shared/domain/note-document'
import { isNoteLink } from '../note-normal'
import { findIn, type HtmlNode, textIn } from './html-node'

/** Never shown as text: code of the page, its furniture, and what is there twice. */
export function isHidden(node: HtmlNode): boolean {
  return (
    /^(?:script|style|template|noscript|head|title|meta|link|svg|canvas|object|iframe|select|textarea|#comment|#doctype|#document-type|#cdata-section)$/u.test(
      node.name,
    ) ||
    node.attribute('aria-hidden') === 'true' ||
    node.attribute('hidden') !== null ||
    /display\s*:\s*none/iu.test(node.attribute('style') ?? '')
  )
}

/** The marks within an element, given those around it. */
function marksWithin(node: HtmlNode, around: readonly Mark[]): readonly Mark[] {
  const style = node.attribute('style') ?? ''
  const marks = new Set(around)
  const weight = /font-weight\s*:\s*(\w+)/iu.exec(style)?.[1]
  if (/^(?:b|strong)$/u.test(node.name) || (weight !== undefined && (/^bold/iu.test(weight) || Number(weight) >= 600)))
    marks.add('bold')
  // Google Docs wraps everything it copies in <b style="font-weight:normal">.
  if (weight !== undefined && (weight === 'normal' || Number(weight) < 600)) marks.delete('bold')
  if (/^(?:i|em|cite|var|dfn)$/u.test(node.name) || /font-style\s*:\s*(?:italic|oblique)/iu.test(style))
    marks.add('italic')
  if (/font-style\s*:\s*normal/iu.test(style)) marks.delete('italic')
  if (/^(?:s|del|strike)$/u.test(node.name) || /text-decoration[^;]*line-through/iu.test(style))
    marks.add('strikethrough')
  if (/^(?:code|kbd|samp|tt)$/u.test(node.name)) marks.add('code')
  return [...marks]
}

/** The TeX of a formula, where its page kept it. */
export function texOf(node: HtmlNode): string | null {
  const source = findIn(node, 'annotation')
  const isTex = /tex/iu.test(source?.attribute('encoding') ?? '')
  const tex = (isTex && source ? textIn(source) : (node.attribute('alttext') ?? '')).trim()
  const inner = /^\{\\(?:displaystyle|textstyle) ([\s\S]*)\}$/u.exec(tex)?.[1] ?? tex
  return inner === '' ? null : inner.slice(0, 10_000)
}

/** What stands in a line: text with its marks, links, breaks and formulas. White space is as it was written. */
export function inlinesOf(node: HtmlNode, marks: readonly Mark[]): Inline[] {
  if (isHidden(node)) return []
  switch (node.name) {
    case '#text':
      return [{ type: 'text', text: node.text, marks: [...marks] }]
    case 'br':
      return [{ type: 'break' }]
    case 'math': {
      const tex = texOf(node)
      return tex === null ? [{ type: 'text', text: textIn(node), marks: [...marks] }] : [{ type: 'math', tex }]
    }
    case 'tex-source':
      return [{ type: 'math', tex: textIn(node) }]
    case 'input':
      return []
    case 'img': {
      const source = node.attribute('src') ?? ''
      const words = (node.attribute('alt') ?? '').trim()
      // Nothing is fetched by pasting: a picture from the web becomes a link to it.
      if (!isNoteLink(source)) return words === '' ? [] : [{ type: 'text', text: words, marks: [] }]
      return [{ type: 'link', url: source, children: [{ type: 'text', text: words || source, marks: [] }] }]
    }
    case 'a':
      return link(node, marks)
    default:
      return node.children.flatMap((child) => inlinesOf(child, marksWithin(node, marks)))
  }
}

function link(node: HtmlNode, marks: readonly Mark[]): Inline[] {
  const inside = node.children.flatMap((child) => inlinesOf(child, marks))
  const url = node.attribute('href') ?? ''
  if (!isNoteLink(url)) return inside
  const words: Link['children'] = []
  const rest: Inline[] = []
  for (const piece of inside) {
    if (piece.type === 'text' || piece.type === 'break') words.push(piece)
    else if (piece.type === 'link') words.push(...piece.children)
    else rest.push(piece)
  }
  return [{ type: 'link', url, children: words }, ...rest]
}

/**
 * Folds white space as a page shows it: to one space, none at the ends or beside breaks. Non-breaking spaces stay
 * between words and become plain ones.
 */
export function foldSpace(inlines: readonly Inline[]): Inline[] {
  let isAfterSpace = true
  const fold = <P extends Inline>(piece: P): P => {
    if (piece.type === 'break') isAfterSpace = true
    if (piece.type === 'math' || piece.type === 'tag' || piece.type === 'reference') isAfterSpace = false
    if (piece.type === 'link') return { ...piece, children: piece.children.map(fold) }
    if (piece.type !== 'text') return piece
    let text = piece.text.replace(/[\s\u00A0]+/gu, ' ')
    if (isAfterSpace) text = text.replace(/^ /u, '')
    if (text !== '') isAfterSpace = text.endsWith(' ')
    return { ...piece, text }
  }
  return trimEnd(inlines.map(fold))
}

/** Without white space and breaks at the end, nor white space before a break. */
function trimEnd(inlines: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  let isBeforeEnd = true
  for (let at = inlines.length - 1; at >= 0; at -= 1) {
    let piece = inlines[at]
    if (piece === undefined) continue
    if (piece.type === 'text' && isBeforeEnd) piece = { ...piece, text: piece.text.replace(/ $/u, '') }
    const isNothing =
      (piece.type === 'text' && piece.text === '') || (piece.type === 'link' && piece.children.length === 0)
    if (isNothing || (piece.type === 'break' && kept.length === 0)) continue
    isBeforeEnd = piece.type === 'break'
    kept.unshift(piece)
  }
  while (kept[0]?.type === 'break') kept.shift()
  return kept
}
