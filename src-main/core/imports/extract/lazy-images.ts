import { isDrawingAddress } from '../images/drawings'
import {
  type Document,
  type Element,
  type Node,
  attr,
  elements,
  isElement,
  isText,
  remove,
  setAttr,
  setChildren,
  unwrapAll,
} from '../html/html-tree'

const SOURCES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-image',
  'data-hi-res-src',
  'data-full-src',
  'data-orig-file',
  'data-actualsrc',
  'data-img-src',
  'data-srcset',
  'data-lazy-srcset',
  'srcset',
]
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#]|$)/iu
/** Wider than any reading column needs, even on dense screens. */
const MAX_WIDTH = 2000

/** Gives every image the address of its picture in `src`: not a placeholder that a script would replace, and not a thumbnail. */
export function resolveLazyImages(page: Document): void {
  const fromPicture = createPictureReader()
  const all = elements(page, 'img', 'picture')
  const images = all.filter(({ tagName }) => tagName === 'img')
  const pictures = all.filter(({ tagName }) => tagName === 'picture')
  const standIns = sharedStandIns(images)
  for (const image of images) {
    if (standIns.has(attr(image, 'src')?.trim() ?? '')) setAttr(image, 'src', '')
    const source = bestSource(image, fromPicture)
    if (source !== null) setAttr(image, 'src', source)
    image.attrs = image.attrs.filter(({ name }) => !/srcset|^sizes$|^loading$|^data-/u.test(name))
  }
  for (const picture of pictures) for (const source of elements(picture, 'source')) remove(source)
  if (pictures.length > 0) unwrapAll(page, ({ tagName }) => tagName === 'picture')
  dropPlaceholders(images.filter((image) => isPlaceholder(attr(image, 'src')) && !isLargeDrawing(attr(image, 'src'))))
}

/** What several images have in common that each name another picture for later. */
function sharedStandIns(images: readonly Element[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const image of images) {
    const src = attr(image, 'src')?.trim() ?? ''
    const later = ['data-src', 'data-original', 'data-lazy-src', 'data-srcset'].some(
      (name) => (attr(image, name) ?? '') !== '',
    )
    // The same picture twice of a saved page is beside it, and what it was loaded from is not.
    if (later && /^(?:https?:)?\/\/|\.(?:gif|svg)(?:[?#]|$)/iu.test(src)) counts.set(src, (counts.get(src) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([src, count]) => (count > 1 ? [src] : [])))
}

function bestSource(image: Element, fromPicture: (image: Element) => string | null): string | null {
  const src = attr(image, 'src')?.trim() ?? null
  // A saved page's images lie beside it; only `src` was changed to say so.
  if (src !== null && !isPlaceholder(src) && !/^(?:https?:)?\/\//iu.test(src)) return src
  if (src === '')
    image.attrs = image.attrs.filter(({ name }) => name !== 'srcset' || attr(image, 'data-srcset') === null)
  const lazy =
    SOURCES.map((name) => fromAttribute(name, attr(image, name))).find((found) => found !== null) ?? fromPicture(image)
  if (src !== null && !isPlaceholder(src)) return widest(attr(image, 'srcset') ?? attr(image, 'data-srcset')) ?? src
  if (lazy !== null) return lazy
  return (
    image.attrs
      .find(({ name, value }) => name.startsWith('data-') && IMAGE_FILE.test(value) && !/\s/u.test(value.trim()))
      ?.value.trim() ?? src
  )
}

function fromAttribute(name: string, value: string | null): string | null {
  if (value === null || value.trim() === '' || /^[{[]/u.test(value.trim())) return null
  if (name.endsWith('srcset')) return widest(value)
  return isPlaceholder(value) ? null : value.trim()
}

/** What a `picture` offers in place of its image; each picture is looked through once. */
function createPictureReader(): (image: Element) => string | null {
  const known = new Map<Element, string | null>()
  return ({ parentNode: picture }) => {
    if (!picture || !isElement(picture) || picture.tagName !== 'picture') return null
    const before = known.get(picture)
    if (before !== undefined) return before
    const offers = elements(picture, 'source').map((source) =>
      widest(attr(source, 'srcset') ?? attr(source, 'data-srcset')),
    )
    const found = offers.find((offer) => offer !== null) ?? null
    known.set(picture, found)
    return found
  }
}

function widest(srcset: string | null): string | null {
  const candidates = candidatesOf(srcset ?? '').filter(({ url, size }) => size <= MAX_WIDTH && !isPlaceholder(url))
  return candidates.sort((one, other) => other.size - one.size)[0]?.url ?? null
}

/** As the standard reads them: an address up to white space, then its descriptor up to a comma. */
function candidatesOf(srcset: string): { url: string; size: number }[] {
  const found: { url: string; size: number }[] = []
  const address = /[\s,]*(\S+)/uy
  for (let match = address.exec(srcset); match !== null; match = address.exec(srcset)) {
    const [, url = ''] = match
    const end = srcset.indexOf(',', address.lastIndex)
    const rest = url.endsWith(',') ? '' : srcset.slice(address.lastIndex, end < 0 ? undefined : end)
    address.lastIndex += rest.length
    const [, size = '1', unit = ''] = /(?:^|\s)([\d.]{1,20})([wx])(?:\s|$)/u.exec(rest) ?? []
    found.push({ url: url.replace(/,{1,100}$/u, ''), size: Number(size) * (unit === 'x' ? 500 : 1) })
  }
  return found
}

function isPlaceholder(src: string | null): boolean {
  if (src === null || src.trim() === '' || src === '#' || src.startsWith('about:')) return true
  if (isDrawingAddress(src)) return false
  if (/^data:/iu.test(src)) return /^data:image\/svg/iu.test(src) || src.length < 400
  return /(?:^|[/_-])(?:blank|spacer|placeholder|transparent|lazy-?load(?:ing)?|1x1|pixel|grey|gray)\.(?:gif|png|svg)/iu.test(
    src,
  )
}

/** Programs that save a page put its drawings in it; placeholders are a frame, or a few blurred shapes. */
function isLargeDrawing(src: string | null): boolean {
  return src !== null && src.length > 3000 && /^data:image\/svg/iu.test(src)
}

/** The image of a `noscript` stands right behind its placeholder, which goes. */
function dropPlaceholders(images: readonly Element[]): void {
  const placeholders = new Set<Node>(images)
  for (const parent of new Set(images.map(({ parentNode }) => parentNode))) {
    if (parent === null) continue
    const kept: Node[] = []
    let next: Node | null = null
    for (const node of [...parent.childNodes].reverse()) {
      if (placeholders.has(node) && next !== null && holdsOneImage(next)) continue
      kept.push(node)
      if (!isText(node) || node.value.trim() !== '') next = node
    }
    if (kept.length < parent.childNodes.length) setChildren(parent, kept.reverse())
  }
}

function holdsOneImage(node: Node): boolean {
  return isElement(node) && (node.tagName === 'img' || elements(node, 'img').length === 1)
}
