import { strToU8, zipSync, type Zippable } from 'fflate'
import { loadImage } from '../../src-main/core/imports/fetching/load-image'
import { createReadBytes } from '../../src-main/core/imports/reading/read-bytes'
import type { ReadArticle, Source } from '../../src-main/core/imports/reading/read-source'
import { fileSource } from './source'

const readBytes = createReadBytes({ loadImage })

/** Reads a book as an import does. */
export function readBook(bytes: Uint8Array, name = 'book.epub', given: Partial<Source> = {}): Promise<ReadArticle> {
  return readBytes(fileSource(name, bytes, given))
}

/** A sentence that is long enough to be a paragraph. */
export const PROSE =
  'There was a long road, and on it walked two people who had said nothing to each other since the morning.'

/** The smallest picture: one pixel. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** `META-INF/container.xml` that names these package documents. */
export function container(...paths: readonly string[]): string {
  const named = paths.map((path) => `<rootfile full-path="${path}" media-type="application/oebps-package+xml"/>`)
  return `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>${named.join('')}</rootfiles></container>`
}

/** A whole XHTML document. */
export function page(body: string, head = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/>${head}</head><body>${body}</body></html>`
}

/** A manifest item; its id is its path without what an id may not have. */
export function item(href: string, type = 'application/xhtml+xml', more = ''): string {
  return `<item id="${href.replace(/\W/gu, '')}" href="${href}" media-type="${type}" ${more}/>`
}

/** What a test says of a book; all else is the least that a book needs. */
export interface Book {
  /** `dc:title` elements. */
  readonly title?: string
  readonly metadata?: string
  readonly manifest?: string
  readonly spine?: string
  readonly version?: string
  readonly spineAttributes?: string
  readonly packageAttributes?: string
  readonly guide?: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** `li` elements of the table of contents. */
  readonly nav?: string
}

/** The files of a book by their paths; the package document is `OPS/package.opf`. */
export function bookFiles({
  metadata = '',
  manifest = '',
  spine = '',
  files = {},
  nav,
  ...more
}: Book): Record<string, Uint8Array> {
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${more.version ?? '3.0'}" unique-identifier="id" ${more.packageAttributes ?? ''}>
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${more.title ?? '<dc:title>The Book</dc:title>'}<dc:language>en</dc:language>${metadata}</metadata>
    <manifest>${manifest}${nav === undefined ? '' : '<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'}</manifest>
    <spine ${more.spineAttributes ?? ''}>${spine}</spine>${more.guide ?? ''}</package>`
  const all: Record<string, string | Uint8Array> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': container('OPS/package.opf'),
    'OPS/package.opf': opf,
    ...(nav === undefined ? {} : { 'OPS/nav.xhtml': page(`<nav epub:type="toc"><ol>${nav}</ol></nav>`) }),
    ...files,
  }
  return Object.fromEntries(
    Object.entries(all).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content]),
  )
}

/** A book as one file. */
export function book(given: Book): Uint8Array {
  return zipSync(bookFiles(given) satisfies Zippable)
}

/** What a book of these chapters is made of, in files `1.xhtml` and so on. */
export function ofChapters(bodies: readonly string[], more: Book = {}): Book {
  const at = bodies.map((_, index) => index + 1)
  return {
    ...more,
    manifest:
      at.map((n) => `<item id="x${n}" href="${n}.xhtml" media-type="application/xhtml+xml"/>`).join('') +
      (more.manifest ?? ''),
    spine: at.map((n) => `<itemref idref="x${n}"/>`).join('') + (more.spine ?? ''),
    files: {
      ...Object.fromEntries(bodies.map((body, index) => [`OPS/${index + 1}.xhtml`, page(body)])),
      ...more.files,
    },
  }
}

/** A book of these chapters as one file. */
export function chapters(bodies: readonly string[], more: Book = {}): Uint8Array {
  return book(ofChapters(bodies, more))
}
