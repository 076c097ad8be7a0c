import { decode } from '../../reading/charset'
import { type Element, append, attr, createElement, elements, remove } from '../../html/html-tree'
import { parseXhtml } from '../xml/xhtml'
import { allBelow } from '../../../text/xml-tree'
import type { ZipArchive } from '../zip/zip-archive'
import { cleanChapter, type Surroundings } from './clean-chapter'
import { fallbackChain, type ManifestItem, type PackageDocument } from './package-document'
import { insideOf, pathOf } from '../package-path'
import { styledElements } from './styles'

/** One document of a book's spine, as part of the one text. */
export interface Chapter {
  /** 1 for the first. Ids of the chapter begin with `c1-`. */
  readonly number: number
  /** Its own address and those of what it stands in for. */
  readonly urls: readonly string[]
  /** What its links are relative to. */
  readonly base: string
  /** A `section` with the id `c1`. */
  readonly content: Element
}

type Loaded = Pick<Chapter, 'base' | 'content'>

/** A book's chapters, and whether some could not be had. */
export interface Chapters {
  readonly chapters: readonly Chapter[]
  readonly missing: number
}

const TEXT = /^(?:application\/(?:xhtml\+xml|x-dtbook\+xml)|text\/(?:html|x-oeb1-document))$/u
const PICTURE = /^image\/(?:png|jpe?g|gif|webp|avif|bmp)$/u
const SVG = 'image/svg+xml'
const MAX_FRAMES = 20

/** Reads the documents of the spine; those that are no documents give way to what the book names instead. */
export function readChapters(zip: ZipArchive, book: PackageDocument): Chapters {
  const languages = allBelow(book.metadata, 'language').map(({ text }) => text)
  const byUrl = new Map([...book.items.values()].map((item) => [item.url, item]))
  const styles = styledElements(
    zip,
    [...book.items.values()].filter(({ type }) => type === 'text/css').map(({ url }) => url),
  )
  const chapters: Chapter[] = []
  let missing = 0
  let frames = 0
  const fileOf = (href: string, base: string): ManifestItem | null => {
    const url = insideOf(href, base)?.href.replace(/[?#].*$/su, '')
    if (url === undefined) return null
    return byUrl.get(url) ?? { id: '', url, type: '', properties: [], fallback: null }
  }
  const around = (base: string): Surroundings => ({
    pictureAt(href) {
      const file = href === '' ? null : fileOf(href, base)
      return file === null
        ? null
        : (fallbackChain(file, book.items).find((item) => PICTURE.test(typeOf(item)))?.url ?? null)
    },
    drawingAt(href) {
      const file = href === '' ? null : fileOf(href, base)
      return file !== null && typeOf(file) === SVG ? drawingOf(zip, file.url) : null
    },
    frameAt(href) {
      const file = href === '' || frames++ >= MAX_FRAMES ? null : fileOf(href, base)
      const content = file === null ? null : (load(file)?.content ?? null)
      for (const element of content === null ? [] : elements(content))
        element.attrs = element.attrs.filter(({ name }) => name !== 'id')
      return content
    },
  })
  const load = (item: ManifestItem): Loaded | null => {
    const content = createElement('section')
    let base = item.url
    const type = typeOf(item)
    if (PICTURE.test(type)) append(content, createElement('img', { src: item.url, alt: '' }))
    else if (type === SVG) {
      const drawing = drawingOf(zip, item.url)
      if (drawing === null) return null
      append(content, drawing)
    } else {
      const bytes = zip.get(pathOf(item.url) ?? '')
      if (bytes === null || !isMarkup(bytes)) return null
      const page = parseXhtml(decode(bytes, null), item.url)
      const [stated] = elements(page, 'base')
      base = insideOf((stated && attr(stated, 'href')) ?? '', item.url)?.href ?? item.url
      const body = elements(page, 'body')[0] ?? elements(page, 'book')[0] ?? page
      for (const child of body.childNodes.slice()) append(content, child)
      if ('tagName' in body) copyLanguage(body, elements(page, 'html')[0], content, languages)
      styles(content)
    }
    cleanChapter(content, around(base))
    return { content, base }
  }
  for (const item of book.spine) {
    const chain = fallbackChain(item, book.items)
    const readable = chain.filter(
      (file) => TEXT.test(typeOf(file)) || typeOf(file) === SVG || PICTURE.test(typeOf(file)),
    )
    let loaded: Loaded | null = null
    for (const file of readable) if ((loaded = load(file)) !== null) break
    if (loaded === null) {
      if (readable.length > 0) missing++
      continue
    }
    const number = chapters.length + 1
    chapters.push({ number, urls: chain.map(({ url }) => url), ...loaded })
  }
  return { chapters, missing }
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

/** The stated type; where it says nothing, what the name says. */
function typeOf({ type, url }: ManifestItem): string {
  if (!/^(?:|text\/plain|text\/xml|application\/(?:xml|octet-stream|unknown))$/u.test(type)) return type
  const extension = /\.([a-z\d]+)$/iu.exec(url)?.[1]?.toLowerCase() ?? ''
  if (extension === 'svg') return SVG
  if (/^x?html?$/u.test(extension)) return 'application/xhtml+xml'
  return /^(?:png|jpe?g|gif|webp|avif|bmp)$/u.test(extension) ? `image/${extension}` : ''
}
