import {
  type Document,
  type Element,
  type Parent,
  attr,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  isElement,
  plainText,
  remove,
  replace,
  setAttr,
  textContent,
} from '../html-tree'
import { drawRawTex, formula } from './raw-tex'

/** Where programs that draw formulas leave the TeX. */
const TEX_ATTRIBUTES = ['data-tex', 'data-latex', 'data-math', 'data-equation']

/** Longer ones hold a picture. */
const LONGEST_ADDRESS = 2000

/**
 * Keeps formulas readable: MathML where there is some (its TeX in `alttext`, the standard's attribute for it), else TeX as code.
 * Pictures and spans that only draw the same formula again go.
 */
export function keepFormulas(page: Document): void {
  const counts = new Map<Element, number>()
  const isOnly = (drawing: Element) => {
    const count = counts.get(drawing) ?? elements(drawing, 'math').length
    counts.set(drawing, count)
    return count === 1
  }
  for (const math of elements(page, 'math')) {
    const tex = elements(math, 'annotation').find((note) => /tex/iu.test(attr(note, 'encoding') ?? ''))
    if (tex && attr(math, 'alttext') === null) setAttr(math, 'alttext', plainText(tex))
    for (const note of elements(math, 'annotation', 'annotation-xml')) remove(note)
    const drawing = closest(math, isDrawing)
    if (drawing && isOnly(drawing)) {
      if (hasClass(drawing, 'katex-display') || attr(drawing, 'display') === 'true') setAttr(math, 'display', 'block')
      replace(outermost(drawing, isOnly), math)
    }
  }
  const cleared = new Set<Parent>()
  for (const script of elements(page, 'script')) {
    const type = attr(script, 'type') ?? ''
    if (!/^math\/(?:tex|asciimath)/iu.test(type)) continue
    const around = script.parentNode ?? page
    if (!cleared.has(around)) for (const drawn of elements(around).filter(isDrawnByMathJax)) remove(drawn)
    cleared.add(around)
    const isBlock = /mode=display/u.test(type)
    const nodes = /asciimath/iu.test(type)
      ? [createElement('code', {}, createText(textContent(script).trim()))]
      : formula(textContent(script), isBlock)
    replace(script, ...(isBlock ? [createElement('p', {}, ...nodes)] : nodes))
  }
  for (const image of elements(page, 'img')) {
    const isNamed = /(?:^|\s)(?:tex|latex|mwe-math-fallback-image-\S+)(?:\s|$)/u.test(attr(image, 'class') ?? '')
    const tex = isNamed ? (attr(image, 'alt')?.trim() ?? '') : texInAddress(attr(image, 'src') ?? '')
    if (tex !== '') replace(image, ...formula(tex.replace(/^(\$+)([\s\S]*)\1$/u, '$2'), /^\$\$/u.test(tex)))
  }
  const aroundMath = ancestorsOf(elements(page, 'math'))
  const aroundDrawings = ancestorsOf(elements(page).filter(isDrawing))
  for (const holder of elements(page, 'span', 'div', 'p')) {
    const tex = TEX_ATTRIBUTES.map((name) => attr(holder, name)).find((value) => value !== null && value.trim() !== '')
    if (tex === undefined || tex === null || aroundMath.has(holder)) continue
    const drawn = hasClass(holder, 'katex', 'katex-display', 'math') || aroundDrawings.has(holder)
    if (drawn || ['', tex.trim()].includes(plainText(holder)))
      replace(holder, ...formula(tex, holder.tagName !== 'span'))
  }
  for (const drawing of elements(page, 'mjx-container')) {
    const spoken = attr(drawing, 'aria-label')?.trim() ?? ''
    if (elements(drawing, 'math').length === 0 && plainText(drawing) === '' && spoken !== '')
      replace(drawing, createElement('span', {}, createText(spoken)))
  }
  drawRawTex(page)
}

/** Programs that draw formulas are told the TeX in the address: its last part or parameter has an escaped command. */
function texInAddress(address: string): string {
  if (address.length > LONGEST_ADDRESS) return ''
  const coded = /[?&/=]([^?&/=]*%5C[a-z][^?&]*)$/iu.exec(address)?.[1]
  try {
    return coded === undefined ? '' : decodeURIComponent(coded.replace(/\+/gu, ' ')).trim()
  } catch {
    return ''
  }
}

function ancestorsOf(all: readonly Element[]): Set<Parent> {
  const found = new Set<Parent>()
  for (const { parentNode } of all)
    for (let at: Parent | null = parentNode; at && !found.has(at); at = isElement(at) ? at.parentNode : null)
      found.add(at)
  return found
}

function isDrawing(element: Element): boolean {
  return (
    element.tagName === 'mjx-container' ||
    hasClass(element, 'katex', 'katex-display', 'mwe-math-element', 'MathJax', 'MathJax_Display', 'MathJax_SVG')
  )
}

function isDrawnByMathJax(element: Element): boolean {
  return hasClass(element, 'MathJax', 'MathJax_Preview', 'MathJax_Display', 'MathJax_SVG')
}

function outermost(drawing: Element, isOnly: (drawing: Element) => boolean): Element {
  const parent = drawing.parentNode
  return parent && 'tagName' in parent && isDrawing(parent) && isOnly(parent) ? parent : drawing
}
