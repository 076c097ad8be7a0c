import { safeDrawing } from '../../files/drawing/safe-drawing'
import { decode } from '../reading/charset'
import { expandEntities } from '../formats/xml/entities'
import { type Element, isElement, isText } from '../html/html-tree'

/** What the address of every drawing begins with that `drawingAddress` makes. */
const BEGINNING = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" ').toString('base64').slice(0, 48)}`
const MAX_DEPTH = 120
/** Bytes of one that stands in a page itself. */
const MAX_INLINE = 2_000_000

/** A file's drawing without what could run or load; null when it is none. */
export function drawingOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const start = Buffer.from(bytes.subarray(0, 400)).toString('latin1')
  // As UTF-16 writes it too.
  if (!/^[^<]{0,10}<\0?(?:[?!]|\0?s\0?v\0?g)/u.test(start)) return null
  const made = safeDrawing(expandEntities(decode(new Uint8Array(bytes), null)))
  return made === null ? null : new Uint8Array(Buffer.from(made))
}

/** The address of a picture that is what an `svg` in a page shows; null when it cannot be had without what could run or load. */
export function drawingAddress(svg: Element): string | null {
  const xml = write(svg)
  const made = xml === null || xml.length > MAX_INLINE ? null : safeDrawing(xml)
  return made === null ? null : `data:image/svg+xml;base64,${Buffer.from(made).toString('base64')}`
}

export function isDrawingAddress(src: string): boolean {
  return src.startsWith(BEGINNING)
}

/** An element as XML, whatever it was read from; null when it is deeper than any real one. */
function write(svg: Element): string | null {
  let size = 0
  const writeOne = (element: Element, depth: number): string => {
    if (depth > MAX_DEPTH || size > MAX_INLINE) throw new RangeError('too large')
    let inside = ''
    for (const child of element.childNodes) {
      if (isText(child)) inside += escaped(child.value)
      else if (isElement(child)) inside += writeOne(child, depth + 1)
    }
    size += inside.length
    if (!/^[a-z][\w-]*$/iu.test(element.tagName)) return inside
    const spaces = depth === 0 ? ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"' : ''
    return `<${element.tagName}${spaces}${attributesOf(element)}>${inside}</${element.tagName}>`
  }
  try {
    return writeOne(svg, 0)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function attributesOf({ attrs }: Element): string {
  const written = new Map<string, string>()
  for (const { name, prefix, value } of attrs) {
    const full = prefix ? `${prefix}:${name}` : name
    if (/^(?:[a-z][\w-]*|xlink:href|xml:space)$/iu.test(full) && !/^xmlns/iu.test(full)) written.set(full, value)
  }
  return [...written].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
}

/** Characters that XML has no way to write go. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
}
