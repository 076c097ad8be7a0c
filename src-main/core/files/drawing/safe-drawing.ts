import { type DrawnElement, readDrawing } from './read-drawing'
import { isDrawable } from './weight'

const MAX_CHARACTERS = 4_000_000
const START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

/**
 * An SVG with nothing left in it that could run, load, link or animate, written anew; to be shown by an `<img>` only.
 * @returns null when it cannot be had so: no well-formed SVG, too large, endless, or nothing to see
 */
export function safeDrawing(text: string): string | null {
  if (text.length > MAX_CHARACTERS || !text.includes('<svg')) return null
  const drawing = readDrawing(text)
  if (drawing === null || !isDrawable(drawing)) return null
  giveSize(drawing.attributes)
  giveGround(drawing.attributes)
  return write(drawing, true)
}

/** Whether a file is a drawing as `safeDrawing` leaves it: nothing else that begins like one is ever shown. */
export function isSafeDrawing(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length > MAX_CHARACTERS * 3 || buffer.subarray(0, START.length).toString('latin1') !== START) return false
  const text = buffer.toString('utf8')
  return safeDrawing(text) === text
}

/** A picture without a size of its own would fill its place. */
function giveSize(attributes: Map<string, string>): void {
  const [, , width, height] = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number)
  const stated = ['width', 'height'].every((name) =>
    /^\d[\d.]*(?:px|pt|mm|cm|in|em|ex)?$/u.test(attributes.get(name) ?? ''),
  )
  if (stated || !width || !height || width < 0 || height < 0) return
  attributes.set('width', String(width))
  attributes.set('height', String(height))
}

/** Most drawings are made for white paper, and black lines would be lost on a dark page. */
function giveGround(attributes: Map<string, string>): void {
  const own = attributes.get('style')
  attributes.set('style', own === undefined ? 'background:#fff' : `${own};background:#fff`)
}

function write({ name, attributes, children }: DrawnElement, isRoot = false): string {
  let text = isRoot ? START : `<${name}`
  for (const [attribute, value] of attributes) text += ` ${attribute}="${escaped(value)}"`
  let inside = ''
  for (const child of children) inside += typeof child === 'string' ? escaped(child) : write(child)
  return inside === '' ? `${text}/>` : `${text}>${inside}</${name}>`
}

/** White space in attributes is written as signs, since a parser would make single spaces of it. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}
