import { type Element, append, attr, createElement, createText, elements, remove } from '../../html/html-tree'
import { rasterType } from '../../../files/raster-type'
import { decode } from '../../reading/charset'
import { allBelow } from '../../../text/xml-tree'
import { insideOf, pathOf } from '../package-path'
import { parseXhtml } from '../xml/xhtml'
import type { ZipArchive } from '../zip/zip-archive'
import { cleanChapter } from './clean-chapter'
import { kindOf } from './kinds'
import { fallbackChain, type ManifestItem, type PackageDocument } from './package-document'
import { styledElements } from './styles'
import type { Surroundings } from './surroundings'

/** The content of one document of a book. */
export interface BookDocument {
  /** What its links are relative to. */
  readonly base: string
  /** A `section`, cleaned. */
  readonly content: Element
}

const MAX_FRAMES = 20
const NOTHING = new Uint8Array()

/** Makes the function that reads one file of a book as a part of its text; null when there is nothing to show. */
export function documentReader(zip: ZipArchive, book: PackageDocument): (item: ManifestItem) => BookDocument | null {
  const items = [...book.items.values()]
  const languages = allBelow(book.metadata, 'language').map(({ text }) => text)
  const byUrl = new Map(items.map((item) => [item.url, item]))
  const styles = styledElements(
    zip,
    items.filter(({ type }) => type === 'text/css').map(({ url }) => url),
  )
  const bytesOf = ({ url }: ManifestItem) => zip.get(pathOf(url) ?? '')
  let frames = 0
  const fileOf = (href: string, base: string): ManifestItem | null => {
    const url = href === '' ? undefined : insideOf(href, base)?.href.replace(/[?#].*$/su, '')
    if (url === undefined) return null
    return byUrl.get(url) ?? { id: '', url, type: '', properties: [], fallback: null }
  }
  const around = (base: string): Surroundings => ({
    pictureAt(href) {
      const file = fileOf(href, base)
      const chain = file === null ? [] : fallbackChain(file, book.items)
      const isPicture = (item: ManifestItem) =>
        kindOf(item) === 'picture' || (kindOf(item) === null && rasterType(bytesOf(item) ?? NOTHING) !== null)
      return chain.find(isPicture)?.url ?? null
    },
    drawingAt(href) {
      const file = fileOf(href, base)
      return file !== null && kindOf(file) === 'drawing' ? drawingOf(zip, file.url) : null
    },
    remoteAt: remoteAddress,
    frameAt(href) {
      const file = frames++ >= MAX_FRAMES ? null : fileOf(href, base)
      const content = file === null ? null : (read(file)?.content ?? null)
      for (const element of content === null ? [] : elements(content))
        element.attrs = element.attrs.filter(({ name }) => name !== 'id')
      return content
    },
  })
  const read = (item: ManifestItem): BookDocument | null => {
    const content = createElement('section')
    let base = item.url
    const kind = kindOf(item)
    if (kind === 'picture') append(content, createElement('img', { src: item.url, alt: '' }))
    else if (kind === 'drawing') {
      const drawing = drawingOf(zip, item.url)
      if (drawing === null) return null
      append(content, drawing)
    } else {
      const bytes = bytesOf(item)
      if (bytes === null) return null
      if (kind === 'words') {
        for (const paragraph of paragraphsOf(decode(bytes, null))) append(content, paragraph)
        return { content, base }
      }
      if (!isMarkup(bytes)) return null
      const page = parseXhtml(decode(bytes, null), item.url)
      const [html] = elements(page, 'html')
      const [main] = elements(page, 'body', 'book')
      if (kind === 'xml' && main === undefined) return null
      base = baseOf(item.url, page, [html, main])
      for (const child of (main ?? page).childNodes.slice()) append(content, child)
      if (main) copyLanguage(main, html, content, languages)
      styles(content)
    }
    cleanChapter(content, around(base))
    return { content, base }
  }
  return read
}

/** A scheme left out is the web's: a book has no host. */
function remoteAddress(href: string): string | null {
  const stated = href.trim().replace(/^\/\/(?=[^/])/u, 'https://')
  if (!/^https?:\/\/[^/]/iu.test(stated)) return null
  try {
    return new URL(stated).href
  } catch {
    return null
  }
}

/** By `base` (HTML) or, in older books, `xml:base`. */
function baseOf(url: string, page: Parameters<typeof elements>[0], roots: readonly (Element | undefined)[]): string {
  const [stated] = elements(page, 'base')
  const hrefs = [
    stated && attr(stated, 'href'),
    ...roots.map((root) => root && (attr(root, 'xml:base') ?? attr(root, 'base'))),
  ]
  return hrefs.reduce<string>((base, href) => insideOf(href ?? '', base)?.href ?? base, url)
}

function paragraphsOf(text: string): Element[] {
  const parts = text.split(/(?:\r?\n[^\S\n]*){2,}/u).filter((part) => part.trim() !== '')
  return parts.map((part) => createElement('p', {}, createText(part.trim())))
}

/** What is encrypted without a word about it is no text in a strange encoding. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 8192)
  const controls = start.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0), 0)
  // UTF-16 has a nought beside every letter.
  const isWide = (start[0] ?? 0) >= 0xfe || (start[0] ?? 1) + (start[1] ?? 1) === 0x3c
  return bytes.length === 0 || (start.includes(0x3c) && (isWide || controls * 50 < start.length))
}

function drawingOf(zip: ZipArchive, url: string): Element | null {
  const bytes = zip.get(pathOf(url) ?? '')
  const [svg] = bytes === null ? [] : elements(parseXhtml(decode(bytes, null), url), 'svg')
  if (svg) remove(svg)
  return svg ?? null
}

/** Only chapters in another language than the book say theirs. */
function copyLanguage(body: Element, html: Element | undefined, content: Element, own: readonly string[]): void {
  for (const name of ['lang', 'dir']) {
    const value =
      attr(body, name) ?? attr(body, `xml:${name}`) ?? (html ? (attr(html, name) ?? attr(html, `xml:${name}`)) : null)
    const isOwn = name === 'lang' && own.some((tag) => tag === value || value?.startsWith(`${tag}-`))
    if (value !== null && !isOwn) content.attrs.push({ name, value })
  }
}
