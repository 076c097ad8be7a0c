import { SaxesParser } from 'saxes'
import { ELEMENTS, GEOMETRY, PROPERTIES, SHAPES, TEXTUAL } from './allowed'
import { isSafeValue, safeDeclarations, safeSheet } from './safe-style'

/** An element of a drawing of which everything else was taken out. */
export interface DrawnElement {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: (DrawnElement | string)[]
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 100
/** Characters of a path or of a polygon's corners, and of a picture within a drawing. */
const MAX_LONG = 1_000_000
/** So many rectangles and nothing else hold the place of a picture that is yet to come. */
const MOST_FRAMES = 2
const NUMBERS = /^[\sa-z\d.,+-]*$/iu
const RASTER = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]*$/iu

/** Names that may be written either way: pages in HTML lose their capitals where a program copies them. */
const NAMES = new Map([...ELEMENTS].map((name) => [name.toLowerCase(), name]))
const ATTRIBUTES = new Map([...GEOMETRY].map((name) => [name.toLowerCase(), name]))

/**
 * Reads a drawing, keeping what is allowed. Labels that are HTML within it become text.
 * @returns null when it is no well-formed SVG, too large, or shows nothing
 */
export function readDrawing(text: string): DrawnElement | null {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let root: DrawnElement | null = null
  const open: DrawnElement[] = []
  /** How many elements are open of what is left out, and the words of a label among them. */
  let left = 0
  let label: Label | null = null
  let count = 0
  let shapes = 0
  let frames = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++count > MAX_ELEMENTS || open.length + left > MAX_DEPTH) throw new RangeError('too large')
    const all = Object.values(attributes)
    if (left > 0) {
      left++
      if (/^(?:p|div|br|li|tr)$/u.test(local)) label?.lines.push('')
      return
    }
    const name = local === 'a' ? 'g' : NAMES.get(local.toLowerCase())
    const parent = open[open.length - 1]
    if (parent === undefined && (root !== null || name !== 'svg' || uri !== SVG)) throw new RangeError('no drawing')
    const isKept = uri === SVG && name !== undefined && (parent === undefined || mayHold(parent, name))
    const element = isKept ? { name, attributes: keptAttributes(name, all), children: [] } : null
    if (element === null || (name === 'image' && !element.attributes.has('xlink:href'))) {
      left = 1
      const place = (wanted: string) =>
        Number.parseFloat(all.find(({ local: own }) => own === wanted)?.value ?? '0') || 0
      label =
        local.toLowerCase() === 'foreignobject'
          ? { x: place('x'), y: place('y'), width: place('width'), height: place('height'), lines: [''] }
          : null
      return
    }
    if (element.name === 'rect') frames++
    else if (SHAPES.has(element.name)) shapes++
    parent?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (value: string) => {
    const at = open[open.length - 1]
    if (left > 0) label?.lines.push((label.lines.pop() ?? '') + value)
    else if (at && (TEXTUAL.has(at.name) || at.name === 'style')) at.children.push(value)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (left > 1) left--
    else if (left === 1) {
      left = 0
      const words = label === null ? null : textOf(label)
      label = null
      const parent = open[open.length - 1]
      if (words === null || parent === undefined || !mayHold(parent, 'text')) return
      shapes++
      parent.children.push(words)
    } else {
      const done = open.pop()
      if (done?.name === 'style') done.children.splice(0, Infinity, safeSheet(textIn(done)))
    }
  })
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  return shapes > 0 || frames > MOST_FRAMES ? root : null
}

/** The text that stands directly in an element. */
export function textIn({ children }: DrawnElement): string {
  return children.filter((child) => typeof child === 'string').join('')
}

function mayHold(parent: DrawnElement, name: string): boolean {
  if (parent.name === 'style' || parent.name === 'title' || parent.name === 'desc') return false
  return !TEXTUAL.has(parent.name) || (TEXTUAL.has(name) && name !== 'text')
}

interface Given {
  readonly local: string
  readonly prefix: string
  readonly uri: string
  readonly value: string
}

function keptAttributes(element: string, all: readonly Given[]): Map<string, string> {
  const kept = new Map<string, string>()
  for (const { local, prefix, uri, value } of all) {
    if (local === 'href' && (prefix === '' || uri === XLINK)) {
      const href = value.trim()
      const isSafe =
        element === 'image' ? RASTER.test(href) && href.length <= MAX_LONG : /^#[^\s"'()\\]{1,200}$/u.test(href)
      if (isSafe) kept.set('xlink:href', href)
    } else if (prefix === 'xml' && local === 'space') {
      if (value === 'preserve') kept.set('xml:space', value)
    } else if (prefix !== '') continue
    else if (local === 'id' || local === 'class') {
      if (/^[^"'()\\<>]{1,200}$/u.test(value)) kept.set(local, value)
    } else if (local === 'style') {
      const declarations = safeDeclarations(value)
      if (declarations !== '') kept.set('style', declarations)
    } else if (local === 'd' || local === 'points') {
      if (value.length <= MAX_LONG && NUMBERS.test(value)) kept.set(local, value)
    } else {
      const name = PROPERTIES.has(local) ? local : ATTRIBUTES.get(local.toLowerCase())
      if (name !== undefined && isSafeValue(value)) kept.set(name, value)
    }
  }
  return kept
}

interface Label {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: string[]
}

const LINE = 18

/** Words of HTML in the middle of their place, which is where programs that draw diagrams put them. */
function textOf({ x, y, width, height, lines }: Label): DrawnElement | null {
  const shown = lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '')
  if (shown.length === 0) return null
  const first = y + height / 2 - ((shown.length - 1) * LINE) / 2
  const spans = shown.map((line, at) => ({
    name: 'tspan',
    attributes: new Map([
      ['x', String(x + width / 2)],
      ['y', String(first + at * LINE)],
    ]),
    children: [line],
  }))
  const look = {
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
    'font-family': 'sans-serif',
    'font-size': '14',
  }
  return { name: 'text', attributes: new Map(Object.entries(look)), children: spans }
}
