import {
  type Document,
  type Element,
  attr,
  elements,
  isElement,
  isText,
  remove,
  removeAttr,
  setAttr,
  unwrap,
} from '../html-tree'

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
  for (const image of elements(page, 'img')) {
    const source = bestSource(image)
    if (source !== null) setAttr(image, 'src', source)
    for (const { name } of [...image.attrs]) if (/srcset|^sizes$|^loading$|^data-/u.test(name)) removeAttr(image, name)
  }
  for (const picture of elements(page, 'picture')) {
    for (const source of elements(picture, 'source')) remove(source)
    unwrap(picture)
  }
  for (const image of elements(page, 'img')) if (isPlaceholder(attr(image, 'src')) && nextImage(image)) remove(image)
}

function bestSource(image: Element): string | null {
  const src = attr(image, 'src')?.trim() ?? null
  // A saved page's images lie beside it; only `src` was changed to say so.
  if (src !== null && !isPlaceholder(src) && !/^(?:https?:)?\/\//iu.test(src)) return src
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

function fromPicture(image: Element): string | null {
  const picture = image.parentNode
  if (!picture || !isElement(picture) || picture.tagName !== 'picture') return null
  return (
    elements(picture, 'source')
      .map((source) => widest(attr(source, 'srcset') ?? attr(source, 'data-srcset')))
      .find((found) => found !== null) ?? null
  )
}

function widest(srcset: string | null): string | null {
  const candidates = [...(srcset ?? '').matchAll(/(\S*[^,\s])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/gu)]
    .map(([, url = '', size, unit]) => ({ url, size: Number(size ?? 1) * (unit === 'x' ? 500 : 1) }))
    .filter(({ url, size }) => size <= MAX_WIDTH && !isPlaceholder(url))
  return candidates.sort((one, other) => other.size - one.size)[0]?.url ?? null
}

function isPlaceholder(src: string | null): boolean {
  if (src === null || src.trim() === '' || src === '#' || src.startsWith('about:')) return true
  if (/^data:/iu.test(src)) return /^data:image\/svg/iu.test(src) || src.length < 400
  return /(?:^|[/_-])(?:blank|spacer|placeholder|transparent|lazy-?load(?:ing)?|1x1|pixel|grey|gray)\.(?:gif|png|svg)/iu.test(
    src,
  )
}

/** The image of a `noscript`, which stands right behind its placeholder. */
function nextImage(image: Element): boolean {
  const siblings = image.parentNode?.childNodes ?? []
  const next = siblings.slice(siblings.indexOf(image) + 1).find((node) => !(isText(node) && node.value.trim() === ''))
  return next !== undefined && isElement(next) && (next.tagName === 'img' || elements(next, 'img').length === 1)
}
