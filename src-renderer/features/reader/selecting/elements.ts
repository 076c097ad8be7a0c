import { stepFrom, unitAt } from '../../../anchoring/steps'
import type { ArticleDocument } from '../../../frame/article-document'
import { isElement } from '../../../frame/nodes'

/** What can be selected as a whole. */
const WHOLES = 'figure, table, math, img, dl.infobox'
/** Those that a pointer is offered to select; a formula within a line is double-clicked. */
const OFFERED = 'figure, table, math[display="block"], img, dl.infobox'

/** What a person calls an element. */
export function elementName(element: Element): 'figure' | 'table' | 'formula' | 'picture' {
  const name = element.nodeName.toLowerCase()
  if (name === 'math') return 'formula'
  if (name === 'figure') return 'figure'
  return name === 'img' ? 'picture' : 'table'
}

/** The whole that an element of the page belongs to: the outermost figure or table around it, or itself. */
export function wholeAround(element: Element | null, isOffered = false): Element | null {
  let whole = element?.closest(isOffered ? OFFERED : WHOLES) ?? null
  for (let outer = whole; outer; outer = outer.parentElement?.closest('figure, table') ?? null) whole = outer
  return whole
}

/** The text of an element without the white space at its edges, as offsets; null where it has none. */
export function textOf(article: ArticleDocument, element: Element): { start: number; end: number } | null {
  const start = article.index.offsetOf(element, 0)
  const end = article.index.offsetOf(element, element.childNodes.length)
  const words = article.index.text.slice(start, end)
  if (words.trim() === '') return null
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

/** What is selected when an element is: its text, or the picture where it has none. */
export function rangeOfElement(article: ArticleDocument, element: Element): Range | null {
  const text = textOf(article, element)
  if (text) return article.index.rangeOf(text.start, text.end)
  const picture = element.matches('img') ? element : element.querySelector('img')
  if (!picture) return null
  const range = article.document.createRange()
  range.selectNode(picture)
  return range
}

/** The next whole figure, table, picture or formula at or behind an offset, but not `last`; null at the end. */
export function nextElement(article: ArticleDocument, from: number, last: Element | null): Element | null {
  const wholes = [...article.root.querySelectorAll(WHOLES)].filter((each) => wholeAround(each) === each)
  const known = last === null ? -1 : wholes.indexOf(last)
  if (known >= 0) return wholes[known + 1] ?? wholes[0] ?? null
  return wholes.find((each) => article.index.offsetOf(each, 0) >= from) ?? wholes[0] ?? null
}

/** The one picture that a range holds and that has no words beside it there; null for anything else. */
export function pictureIn(range: Range): HTMLImageElement | null {
  const holds = range.cloneContents()
  if ((holds.textContent ?? '').trim() !== '' || holds.querySelectorAll('img').length !== 1) return null
  const around = range.commonAncestorContainer
  const root = isElement(around) ? around : around.parentElement
  return [...(root?.querySelectorAll('img') ?? [])].find((each) => range.intersectsNode(each)) ?? null
}

/** The words that a picture stands next to: the sentence before it, or the one after it where there is none. */
export function wordsBeside(article: ArticleDocument, element: Element): { start: number; end: number } | null {
  const at = article.index.offsetOf(element, 0)
  const before = stepFrom(article.stepped, at, 'sentence', -1)
  const sentence = unitAt(article.stepped, before, 'sentence')
  return sentence && sentence.start < sentence.end ? { start: sentence.start, end: sentence.end } : null
}

/** The picture with this content that stands nearest to an offset; null where the article shows it no more. */
export function pictureNear(article: ArticleDocument, asset: string, offset: number): Element | null {
  let best: { readonly element: Element; readonly away: number } | null = null
  for (const element of article.root.querySelectorAll('img')) {
    if (assetOf(element) !== asset) continue
    const away = Math.abs(article.index.offsetOf(element, 0) - offset)
    if (best === null || away < best.away) best = { element, away }
  }
  return best?.element ?? null
}

/** The asset that a picture of the page shows, by its address on our own host. */
export function assetOf(picture: Element): string | null {
  return /\/assets\/([^/?#]+)/u.exec(picture.getAttribute('src') ?? '')?.[1] ?? null
}

/** The figure, table or formula whose text is just this passage; null for words. */
export function wholeCovered(
  article: ArticleDocument,
  range: Range,
  { start, end }: { readonly start: number; readonly end: number },
): Element | null {
  const around = range.commonAncestorContainer
  const inner = isElement(around) ? around : around.parentElement
  for (
    let element = inner?.closest(WHOLES) ?? null;
    element;
    element = element.parentElement?.closest(WHOLES) ?? null
  ) {
    const text = textOf(article, element)
    if (!text || text.start < start || text.end > end) return null
    if (text.start === start && text.end === end) return wholeAround(element) ?? element
  }
  return null
}
