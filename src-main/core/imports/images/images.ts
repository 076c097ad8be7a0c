import { createHash } from 'node:crypto'
import { AssetId } from '@shared/domain/ids'
import { rasterType } from '../../files/raster-type'
import { drawingOf } from './drawings'
import {
  type Element,
  type Fragment,
  type Node,
  append,
  attr,
  closest,
  collapse,
  createText,
  elements,
  plainText,
  rename,
  reshape,
  setAttr,
} from '../html/html-tree'
import { folderPaths } from '../folders/folder-paths'
import type { PackagedFiles } from '../formats/format'
import type { ImageAssets, ReadAsset, Source } from '../reading/read-source'

/** Where an image's bytes are. */
export type ImagePlace =
  /** A file of what was dropped together: the folder that nothing may lead out of, and a path in it, `/` between parts. */
  | { readonly kind: 'file'; readonly folder: string; readonly path: string }
  /** http or https. */
  | { readonly kind: 'remote'; readonly url: string }
  /** An entry of the archive that the page is in, as the page writes its address. */
  | { readonly kind: 'archive'; readonly file: string; readonly page: string; readonly src: string }

/** Loads an image; null when it cannot be had, is too large, or may not be read. */
export type LoadImage = (place: ImagePlace) => Promise<Uint8Array<ArrayBuffer> | null>

const MAX_IMAGES = 400
/** Illustrated books have thousands, and there they are at hand. */
const MAX_PACKAGED_IMAGES = 4000
const MAX_TOTAL_BYTES = 128 * 1024 * 1024
const AT_ONCE = 6
/** In pixels: smaller ones are icons. */
const SMALLEST_DRAWING = 64
/** Characters of what a drawing shows. */
const MAX_WORDS = 500
/** Longer addresses than any real one are not remembered. */
const MAX_ADDRESS = 4096

/** Images kept, and how many could not be. */
export interface KeptImages {
  readonly assets: readonly ReadAsset[]
  /** What became of images that are not in the source itself. */
  readonly places: ImageAssets
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
  packaged: PackagedFiles | null,
  load: LoadImage,
): Promise<KeptImages> {
  const gone = new Set<Node>()
  const images = elements(root, 'img').filter((image) => {
    const counts = isCounter(image)
    if (counts) gone.add(image)
    return !counts
  })
  const bytesOf = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()
  const pictures = new Map<string, Uint8Array<ArrayBuffer> | null>()
  const assets = new Map<string, ReadAsset>()
  let total = 0
  let missing = 0
  const most = packaged === null ? MAX_IMAGES : MAX_PACKAGED_IMAGES
  const places: Record<string, AssetId> = {}
  for (let at = 0; at < images.length; at += AT_ONCE) {
    const group = images.slice(at, at + AT_ONCE)
    const loaded = await Promise.all(
      group.map((image) => {
        const src = attr(image, 'src')?.trim() ?? ''
        const known =
          bytesOf.get(src) ??
          (bytesOf.size < most && source.whole?.images[src] === undefined
            ? bytesAt(src, source, baseUrl, packaged, load)
            : Promise.resolve(null))
        bytesOf.set(src, known)
        return known
      }),
    )
    for (const [index, image] of group.entries()) {
      const src = attr(image, 'src')?.trim() ?? ''
      const kept = source.whole?.images[src]
      if (kept !== undefined) {
        setAttr(image, 'src', `/assets/${kept}`)
        continue
      }
      const bytes = pictures.get(src) ?? pictureOf(loaded[index] ?? null)
      pictures.set(src, bytes)
      const id = bytes && createHash('sha256').update(bytes).digest('hex')
      const fits = id !== null && (assets.has(id) || total + (bytes?.byteLength ?? 0) <= MAX_TOTAL_BYTES)
      if (!bytes || !id || !fits) {
        missing++
        if (!becameWords(image) && !becameCaption(image)) gone.add(image)
        continue
      }
      if (!assets.has(id)) {
        assets.set(id, { id: AssetId.parse(id), bytes })
        total += bytes.byteLength
      }
      setAttr(image, 'src', `/assets/${id}`)
      if (!/^data:/iu.test(src) && src.length <= MAX_ADDRESS) places[src] = AssetId.parse(id)
    }
  }
  dropImages(root, gone)
  return { assets: [...assets.values()], places, missing }
}

/** What is shown of an image's file: a raster image as it is, of a drawing what can do no harm. */
function pictureOf(bytes: Uint8Array<ArrayBuffer> | null): Uint8Array<ArrayBuffer> | null {
  if (bytes === null || rasterType(bytes) !== null) return bytes
  return drawingOf(bytes)
}

function isCounter(image: Element): boolean {
  const [width, height] = [attr(image, 'width'), attr(image, 'height')].map((value) =>
    value === null ? Infinity : parseInt(value, 10),
  )
  return (width ?? Infinity) <= 2 || (height ?? Infinity) <= 2
}

/** Emoji drawn as pictures are words of the sentence: their alternative text stays. */
function becameWords(image: Element): boolean {
  const alternative = attr(image, 'alt')?.trim() ?? ''
  if (!/^(?:\p{Extended_Pictographic}|\u200D|\uFE0F)+$/u.test(alternative)) return false
  rename(image, 'span').attrs = []
  append(image, createText(alternative))
  return true
}

/**
 * Of a drawing (SVG) that cannot be kept, what it is said to show is: where that is more than a word or two, and not the mark of a
 * button. What its caption says already goes.
 */
function becameCaption(image: Element): boolean {
  const src = attr(image, 'src') ?? ''
  const words = collapse(attr(image, 'alt') || attr(image, 'title') || '')
  if (!/^data:image\/svg|\.svgz?(?:[?#]|$)/iu.test(src.slice(0, MAX_ADDRESS)) || words.length > MAX_WORDS) return false
  const figure = closest(image, ({ tagName }) => tagName === 'figure')
  const isIcon = ['width', 'height'].some((name) => Number.parseInt(attr(image, name) ?? '', 10) < SMALLEST_DRAWING)
  if (isIcon || words.split(' ').length < (figure ? 2 : 3)) return false
  if (closest(image, ({ tagName }) => /^(?:a|button|h[1-6]|math)$/u.test(tagName))) return false
  if (figure && plainText(figure).toLowerCase().includes(words.toLowerCase())) return false
  rename(image, 'span').attrs = [{ name: 'class', value: 'caption' }]
  append(image, createText(`[${words}]`))
  return true
}

/** All at once: a page may have a hundred thousand. Links that held nothing else go with them. */
function dropImages(root: Fragment, gone: ReadonlySet<Node>): void {
  if (gone.size === 0) return
  const links = new Set<Node>()
  for (const image of gone) {
    const link = closest(image, ({ tagName }) => tagName === 'a')
    if (link) links.add(link)
  }
  reshape(root, (node) => (gone.has(node) ? 'drop' : 'keep'))
  reshape(root, (node) => (links.has(node) && 'childNodes' in node && node.childNodes.length === 0 ? 'drop' : 'keep'))
}

async function bytesAt(
  src: string,
  source: Source,
  baseUrl: string | null,
  packaged: PackagedFiles | null,
  load: LoadImage,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (/^data:/iu.test(src)) return dataBytes(src)
  if (src === '') return null
  const inside = packaged === null ? null : fromPackage(src, baseUrl ?? source.url, packaged)
  if (inside) return inside
  const relative = !/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(src)
  if (relative && source.archive !== undefined) {
    const { file, path: page } = source.archive
    return load({ kind: 'archive', file, page, src })
  }
  if (source.folder !== null) {
    const { root, page } = source.folder
    for (const path of folderPaths(src, page)) {
      const bytes = await load({ kind: 'file', folder: root, path })
      if (bytes) return bytes
    }
  }
  const url = absolute(src, baseUrl ?? source.url)
  return url !== null && (source.via === 'web' || source.standIns === true) ? load({ kind: 'remote', url }) : null
}

function fromPackage(src: string, base: string | null, packaged: PackagedFiles): Uint8Array<ArrayBuffer> | null {
  try {
    return packaged.get(new URL(src, base ?? undefined).href.replace(/#.*$/su, ''))
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
