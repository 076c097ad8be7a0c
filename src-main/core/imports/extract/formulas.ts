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
  parseFragment,
  plainText,
  remove,
  replace,
  setAttr,
  setChildren,
  some,
  textContent,
} from '../html/html-tree'
import { readDrawnFormulas } from './drawn-formulas'
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
  if (some(page, mayBeFormula)) keepDrawn(page)
  drawRawTex(page)
}

/** Most pages have no formulas, and looking for each kind of them takes a walk. */
function mayBeFormula(element: Element): boolean {
  if (attr(element, 'data-mathml') !== null) return true
  switch (element.tagName) {
    case 'math':
    case 'mjx-container':
      return true
    case 'script':
      return (attr(element, 'type') ?? '').startsWith('math/')
    case 'img':
      return isNamedTex(element) || texInAddress(attr(element, 'src') ?? '') !== ''
    default:
      return element.attrs.some(({ name }) => TEX_ATTRIBUTES.includes(name))
  }
}

function isNamedTex(image: Element): boolean {
  return /(?:^|\s)(?:tex|latex|mwe-math-fallback-image-\S+)(?:\s|$)/u.test(attr(image, 'class') ?? '')
}

/** MathJax 2 draws in elements of its own and leaves the MathML in an attribute. */
function restoreMathml(page: Document): void {
  for (const drawing of elements(page, 'span', 'div')) {
    const source = attr(drawing, 'data-mathml')
    if (source === null || !hasClass(drawing, 'MathJax', 'MathJax_SVG', 'MathJax_CHTML', 'mjx-chtml')) continue
    if (elements(drawing, 'math').length > 0) continue
    const math = elements(parseFragment(source), 'math')[0]
    if (math) setChildren(drawing, [math])
  }
}

function keepDrawn(page: Document): void {
  restoreMathml(page)
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
    if (!/^math\/(?:tex|asciimath)/u.test(type)) continue
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
    const tex = isNamedTex(image) ? (attr(image, 'alt')?.trim() ?? '') : texInAddress(attr(image, 'src') ?? '')
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
  readDrawnFormulas(page)
}

/** Programs that draw formulas are told the TeX in the address: its last part or parameter has an escaped command. */
function texInAddress(address: string): string {
  if (address.length > LONGEST_ADDRESS || !/%5C/iu.test(address)) return ''
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
