import { createHash } from 'node:crypto'
import { AssetId } from '@shared/domain/ids'
import { rasterType } from '../files/raster-type'
import {
  type Element,
  type Fragment,
  attr,
  closest,
  createElement,
  createText,
  elements,
  remove,
  replace,
  setAttr,
} from './html-tree'
import type { ReadAsset, Source } from './read-source'

/** Where an image's bytes are. */
export type ImagePlace =
  /** A file of what was dropped together: the folder that nothing may lead out of, and a path in it, `/` between parts. */
  | { readonly kind: 'file'; readonly folder: string; readonly path: string }
  /** http or https. */
  | { readonly kind: 'remote'; readonly url: string }

/** Loads an image; null when it cannot be had, is too large, or may not be read. */
export type LoadImage = (place: ImagePlace) => Promise<Uint8Array<ArrayBuffer> | null>

const MAX_IMAGES = 400
const MAX_TOTAL_BYTES = 128 * 1024 * 1024
const AT_ONCE = 6

/** Images kept, and how many could not be. */
export interface KeptImages {
  readonly assets: readonly ReadAsset[]
  readonly missing: number
}

/**
 * Loads a fragment's images and points each `src` at its asset. Images that cannot be kept lose their element (captions stay);
 * pictures of one or two pixels, which only count visits, go without being counted.
 */
export async function keepImages(
  root: Fragment,
  source: Source,
  baseUrl: string | null,
  load: LoadImage,
): Promise<KeptImages> {
  const images = elements(root, 'img').filter((image) => {
    const counts = isCounter(image)
    if (counts) remove(image)
    return !counts
  })
  const bytesOf = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()
  const assets = new Map<string, ReadAsset>()
  let total = 0
  let missing = 0
  for (let at = 0; at < images.length; at += AT_ONCE) {
    const group = images.slice(at, at + AT_ONCE)
    const loaded = await Promise.all(
      group.map((image) => {
        const src = attr(image, 'src')?.trim() ?? ''
        const known =
          bytesOf.get(src) ?? (bytesOf.size < MAX_IMAGES ? bytesAt(src, source, baseUrl, load) : Promise.resolve(null))
        bytesOf.set(src, known)
        return known
      }),
    )
    for (const [index, image] of group.entries()) {
      const bytes = loaded[index] ?? null
      const id = bytes && rasterType(bytes) ? createHash('sha256').update(bytes).digest('hex') : null
      const fits = id !== null && (assets.has(id) || total + (bytes?.byteLength ?? 0) <= MAX_TOTAL_BYTES)
      if (!bytes || !id || !fits) {
        missing++
        dropImage(image)
        continue
      }
      if (!assets.has(id)) {
        assets.set(id, { id: AssetId.parse(id), bytes })
        total += bytes.byteLength
      }
      setAttr(image, 'src', `/assets/${id}`)
    }
  }
  return { assets: [...assets.values()], missing }
}

function isCounter(image: Element): boolean {
  const [width, height] = [attr(image, 'width'), attr(image, 'height')].map((value) =>
    value === null ? Infinity : parseInt(value, 10),
  )
  return (width ?? Infinity) <= 2 || (height ?? Infinity) <= 2
}

/** Emoji and formulas drawn as pictures are words of the sentence: their alternative text stays. */
function dropImage(image: Element): void {
  const alternative = attr(image, 'alt')?.trim() ?? ''
  const link = closest(image, (element) => element.tagName === 'a')
  if (/^(?:\p{Extended_Pictographic}|\u200D|\uFE0F)+$/u.test(alternative)) {
    replace(image, createElement('span', {}, createText(alternative)))
    return
  }
  remove(image)
  if (link && link.childNodes.length === 0) remove(link)
}

async function bytesAt(
  src: string,
  source: Source,
  baseUrl: string | null,
  load: LoadImage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (/^data:/iu.test(src)) return dataBytes(src)
  if (src === '') return null
  const relative = !/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(src)
  if (relative && source.folder !== null) {
    const path = filePath(src)
    const { root, page } = source.folder
    const bytes = path === null ? null : await load({ kind: 'file', folder: root, path: `${page}/${path}` })
    if (bytes) return bytes
  }
  const url = absolute(src, baseUrl ?? source.url)
  return url !== null && source.via === 'web' ? load({ kind: 'remote', url }) : null
}

function filePath(src: string): string | null {
  try {
    return decodeURIComponent(src.replace(/[?#].*$/su, '')).replace(/\\/gu, '/')
  } catch {
    return null
  }
}

function absolute(src: string, base: string | null): string | null {
  try {
    const url = base === null ? new URL(src) : new URL(src, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

function dataBytes(src: string): Uint8Array<ArrayBuffer> | null {
  const comma = src.indexOf(',')
  if (comma < 0) return null
  const body = src.slice(comma + 1)
  try {
    if (/;\s*base64\s*$/iu.test(src.slice(0, comma)))
      return new Uint8Array(Buffer.from(decodeURIComponent(body), 'base64'))
    // Percent-encoded bytes are bytes, not UTF-8.
    return new Uint8Array(
      Buffer.from(
        body.replace(/%([\da-f]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ),
    )
  } catch {
    return null
  }
}
