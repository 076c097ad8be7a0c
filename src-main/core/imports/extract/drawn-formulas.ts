import {
  type Document,
  type Element,
  type Node,
  attr,
  createElement,
  createText,
  elements,
  isElement,
  plainText,
  replace,
} from '../html/html-tree'

/**
 * Makes words of the formulas that MathJax 3 and 4 drew and of which a saved page has neither TeX nor MathML: what is said aloud, or
 * else the signs that are drawn, which only their names tell (`mjx-c1D465`, `data-c="1D465"`).
 */
export function readDrawnFormulas(page: Document): void {
  for (const drawing of elements(page, 'mjx-container')) {
    if (elements(drawing, 'math').length > 0 || plainText(drawing) !== '') continue
    const spoken = attr(drawing, 'aria-label')?.trim() ?? ''
    const words = spoken === '' ? signsOf(drawing) : [createText(spoken)]
    if (words.length === 0) continue
    const isBlock = attr(drawing, 'display') === 'true'
    replace(drawing, createElement(isBlock ? 'p' : 'span', {}, ...words))
  }
}

/** Signs in their order; what stands above or below the line does so again. */
function signsOf(drawing: Element): Node[] {
  const found: Node[] = []
  for (const element of elements(drawing)) {
    if (isPart(element, 'mjx-den')) found.push(createText('/'))
    const sign = signOf(element)
    if (sign === '') continue
    const raised = placeOf(element, drawing)
    found.push(raised === null ? createText(sign) : createElement(raised, {}, createText(sign)))
  }
  return found
}

function signOf(element: Element): string {
  const code =
    attr(element, 'data-c') ??
    (element.tagName === 'mjx-c'
      ? /(?:^|\s)mjx-c([\dA-F]{1,6})(?:\s|$)/u.exec(attr(element, 'class') ?? '')?.[1]
      : undefined)
  const value = code !== undefined && /^[\dA-F]{1,6}$/u.test(code) ? parseInt(code, 16) : 0
  // Letters of formulas are signs of their own in Unicode: an italic x, which is an x.
  return value > 32 && value < 0x110000 ? String.fromCodePoint(value).normalize('NFKC').replace(/\p{C}/gu, '') : ''
}

/** Whether a sign is an exponent or an index: the second part of the nearest power or index around it. */
function placeOf(sign: Element, drawing: Element): 'sup' | 'sub' | null {
  let below: Element = sign
  for (let at = sign.parentNode; at && isElement(at) && at !== drawing; at = at.parentNode) {
    const isSup = isPart(at, 'mjx-msup') || isPart(at, 'msup')
    const isSub = isPart(at, 'mjx-msub') || isPart(at, 'msub')
    if (isSup || isSub) return at.childNodes.find(isElement) === below ? null : isSup ? 'sup' : 'sub'
    below = at
  }
  return null
}

/** An element of MathJax, or a group of its drawing, for one part of a formula. */
function isPart(element: Element, name: string): boolean {
  return element.tagName === name || attr(element, 'data-mml-node') === name
}
