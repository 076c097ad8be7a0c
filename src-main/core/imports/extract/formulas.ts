import {
  type Document,
  type Element,
  attr,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  plainText,
  remove,
  replace,
  setAttr,
  textContent,
} from '../html-tree'

/**
 * Keeps formulas readable: MathML where there is some (its TeX in `alttext`, the standard's attribute for it), else TeX as code.
 * Pictures and spans that only draw the same formula again go.
 */
export function keepFormulas(page: Document): void {
  for (const math of elements(page, 'math')) {
    const tex = elements(math, 'annotation').find((note) => /tex/iu.test(attr(note, 'encoding') ?? ''))
    if (tex && attr(math, 'alttext') === null) setAttr(math, 'alttext', plainText(tex))
    for (const note of elements(math, 'annotation', 'annotation-xml')) remove(note)
    const drawing = closest(math, isDrawing)
    if (drawing && elements(drawing, 'math').length === 1) {
      if (hasClass(drawing, 'katex-display') || attr(drawing, 'display') === 'true') setAttr(math, 'display', 'block')
      replace(outermost(drawing), math)
    }
  }
  for (const script of elements(page, 'script')) {
    const type = attr(script, 'type') ?? ''
    if (!/^math\/(?:tex|asciimath)/iu.test(type)) continue
    for (const drawn of elements(script.parentNode ?? page).filter((element) =>
      hasClass(element, 'MathJax', 'MathJax_Preview', 'MathJax_Display', 'MathJax_SVG'),
    ))
      remove(drawn)
    const code = createElement('code', {}, createText(textContent(script).trim()))
    replace(script, /mode=display/u.test(type) ? createElement('p', {}, code) : code)
  }
  for (const image of elements(page, 'img')) {
    if (!/(?:^|\s)(?:tex|latex|mwe-math-fallback-image-\S+)(?:\s|$)/u.test(attr(image, 'class') ?? '')) continue
    const tex = attr(image, 'alt')?.trim() ?? ''
    if (tex !== '') replace(image, createElement('code', {}, createText(tex)))
  }
}

function isDrawing(element: Element): boolean {
  return (
    element.tagName === 'mjx-container' ||
    hasClass(element, 'katex', 'katex-display', 'mwe-math-element', 'MathJax', 'MathJax_Display', 'MathJax_SVG')
  )
}

function outermost(drawing: Element): Element {
  const parent = drawing.parentNode
  return parent && 'tagName' in parent && isDrawing(parent) && elements(parent, 'math').length === 1 ? parent : drawing
}
