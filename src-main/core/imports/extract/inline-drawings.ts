import { drawingAddress } from '../images/drawings'
import {
  type Document,
  type Element,
  attr,
  closest,
  collapse,
  createElement,
  elements,
  isElement,
  plainText,
  replace,
} from '../html/html-tree'

const SHAPES = new Set('path rect circle ellipse line polyline polygon text image use foreignObject'.split(' '))
/** An icon has few shapes; a chart or a diagram has these, or as many labels. */
const MANY_SHAPES = 12
const SOME_LABELS = 3
const FEW_SHAPES = 3
/** In pixels: smaller ones are icons. */
const SMALLEST = 100
const MAX_KEPT = 100
const MAX_LOOKED_AT = 2000
/** Part of the shapes that only a style sheet of the page gives their paint, and which would all be black without it. */
const UNPAINTED = 1 / 3
const MARK = /\b(?:icon|logo|arrow|button|avatar|emoji|spinner|loading)\b/iu

/**
 * Makes pictures of the drawings in a page that are content, not icons: charts, diagrams, what stands in a figure. Within a figure, one
 * that cannot be kept becomes a picture that cannot be had, so that the words of what it shows are (images.ts).
 */
export function pictureDrawings(page: Document): void {
  let kept = 0
  const figures = new Map<Element, boolean>()
  const isOfDrawings = (figure: Element) => {
    const known = figures.get(figure) ?? elements(figure, 'img').length === 0
    figures.set(figure, known)
    return known
  }
  for (const drawing of elements(page, 'svg').slice(0, MAX_LOOKED_AT)) {
    const around = closest(drawing, (at) => at !== drawing && AROUND.test(at.tagName))
    const isInFigure = around?.tagName === 'figure' && isOfDrawings(around)
    if (around !== null && !isInFigure) continue
    const words = nameOfDrawing(drawing)
    if (MARK.test(words) || drawing.parentNode === null) continue
    const src = kept < MAX_KEPT && isContent(drawing, isInFigure) ? drawingAddress(drawing) : null
    if (src !== null) {
      kept++
      replace(drawing, createElement('img', { src, alt: words, ...sizeOf(drawing) }))
    } else if (isInFigure && words !== '')
      replace(drawing, createElement('img', { src: 'data:image/svg+xml,', alt: words }))
  }
}

/** Where drawings are marks of something else, or belong to a figure. */
const AROUND = /^(?:figure|a|button|h[1-6]|nav|label|summary|svg|math|mjx-container|header|footer|form)$/u

function isContent(drawing: Element, isInFigure: boolean): boolean {
  const size = [lengthOf(drawing, 'width'), lengthOf(drawing, 'height')]
  if (size.some((length) => length !== null && length < SMALLEST)) return false
  if (attr(drawing, 'aria-hidden') === 'true' && !isInFigure) return false
  const shapes = elements(drawing).filter(({ tagName }) => SHAPES.has(tagName))
  const labels = shapes.filter(({ tagName }) => tagName === 'text' || tagName === 'foreignObject')
  const isRich = shapes.length >= MANY_SHAPES || labels.length >= SOME_LABELS
  if (!isRich && !(isInFigure && shapes.length >= FEW_SHAPES)) return false
  if (elements(drawing, 'style').length > 0) return true
  return shapes.filter((shape) => !isPainted(shape, drawing)).length <= shapes.length * UNPAINTED
}

/** Whether a shape, or what it stands in, says itself how it looks; one without a class is meant to be black. */
function isPainted(shape: Element, drawing: Element): boolean {
  let isClassed = false
  for (let at: Element | null = shape; at; at = at.parentNode && isElement(at.parentNode) ? at.parentNode : null) {
    if (/^(?:text|image|use|foreignObject)$/u.test(at.tagName)) return true
    if (['fill', 'stroke', 'style'].some((name) => attr(at, name) !== null)) return true
    if (attr(at, 'class') !== null) isClassed = true
    if (at === drawing) break
  }
  return !isClassed
}

function lengthOf(drawing: Element, name: 'width' | 'height'): number | null {
  const value = Number.parseFloat(/^\s*[\d.]+(?:px)?\s*$/u.exec(attr(drawing, name) ?? '')?.[0] ?? '')
  return Number.isFinite(value) ? value : null
}

function sizeOf(drawing: Element): Record<string, string> {
  const [width, height] = [lengthOf(drawing, 'width'), lengthOf(drawing, 'height')]
  return width === null || height === null
    ? {}
    : { width: String(Math.round(width)), height: String(Math.round(height)) }
}

function nameOfDrawing(drawing: Element): string {
  const title = drawing.childNodes.find((child): child is Element => isElement(child) && child.tagName === 'title')
  return collapse(attr(drawing, 'aria-label') ?? (title ? plainText(title) : ''))
}
