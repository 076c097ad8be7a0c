import { LecternError } from '@shared/contract/errors'
import { type Element, attr, createElement, elements, hasClass, plainText, serialize } from '../html/html-tree'
import { sourceDetails } from '../reading/source-details'
import { escapeHtml } from './escape-html'
import { readBookMetadata } from './epub/book-metadata'
import { readChapters } from './epub/chapters'
import { encryptedFiles, packageDocuments, xmlFile } from './epub/container'
import { type ContentsEntry, readContents } from './epub/contents'
import { arrangeHeadings } from './epub/headings'
import { recordTitle } from './epub/linked-record'
import { joinChapters } from './epub/links'
import { linkNotes } from './epub/notes'
import { type PackageDocument, readPackage } from './epub/package-document'
import { pathOf } from './package-path'
import type { FormatReader, RawArticle, ReaderInput } from './format'
import { openZip, type ZipArchive } from './zip/zip-archive'
import { ZipProblem } from './zip/zip-directory'

const PROTECTED = 'an e-book with copy protection (DRM), which only its seller’s own programs open'

/** Files that only protected books have: Readium LCP's licence, Adobe's rights, Apple's keys. */
function isLicensed(zip: ZipArchive): boolean {
  return zip.paths.some((path) => /^META-INF\/(?:license\.lcpl|rights\.xml|sinf\.xml)$/iu.test(path))
}

/** Why nothing of a book can be shown. */
function reasonFor(zip: ZipArchive, foreign: readonly string[], otherwise: string): string {
  if (zip.problem !== null) return `an e-book in ${zip.problem}`
  const types = foreign.filter((type) => !/xml|html|^text\//u.test(type)).slice(0, 5)
  return types.length > 0 ? `an e-book that is made of files Lectern cannot show (${types.join(', ')})` : otherwise
}

/** Reads EPUB 2 and 3: a book is one article, its chapters in reading order. */
export const epubReader = {
  matches({ source: { bytes, name } }) {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return (
      /\.epub$/iu.test(name) ||
      zip.subarray(0, 256).includes('mimetypeapplication/epub+zip') ||
      zip.includes('META-INF/container.xml')
    )
  },
  read,
} satisfies FormatReader

function read({ source }: ReaderInput): RawArticle {
  const zip = open(source.bytes, source.name)
  const book = findPackage(zip)
  if (book === null)
    throw refused(source.name, reasonFor(zip, [], 'an e-book without a list of its contents, or a damaged one'))
  const encrypted = encryptedFiles(zip)
  if (book.spine.some(({ url }) => encrypted.has(pathOf(url) ?? ''))) throw refused(source.name, PROTECTED)
  const { chapters, missing, foreign } = readChapters(zip, book)
  if (chapters.length === 0)
    throw refused(
      source.name,
      isLicensed(zip) ? PROTECTED : reasonFor(zip, foreign, 'an e-book whose chapters are missing or damaged'),
    )
  const contents = readContents(zip, book)
  const places = joinChapters(chapters)
  linkNotes(chapters, places)
  arrangeHeadings(chapters, contents, places)
  const sections = chapters.map(({ content }) => content)
  const isEmpty = !sections.some(hasContent)
  const { title, byline, publisher, publishedAt, language, description, licence, isbn } = readBookMetadata(book)
  const details = sourceDetails(isbn, null)
  return {
    format: 'epub',
    title: recordTitle(zip, book) ?? title,
    byline,
    siteName: publisher,
    sourceUrl: null,
    publishedAt,
    declaredLanguage: language,
    excerpt: description,
    html: coverOf(book, sections) + (isEmpty ? listOf(contents, title) : '') + sections.map(outerHtml).join('\n'),
    baseUrl: null,
    facts: [],
    references: [],
    categories: [],
    licence,
    ...(details === null ? {} : { details }),
    truncated: missing > 0,
    packaged: { get: (url) => zip.get(pathOf(url) ?? '') },
  }
}

function open(bytes: Uint8Array<ArrayBuffer>, name: string): ZipArchive {
  try {
    return openZip(bytes)
  } catch (error) {
    if (error instanceof ZipProblem) throw refused(name, error.message)
    throw error
  }
}

function findPackage(zip: ZipArchive): PackageDocument | null {
  for (const path of packageDocuments(zip)) {
    const root = xmlFile(zip, path)
    const book = root === null ? null : readPackage(root, path)
    if (book !== null && book.spine.length > 0) return book
  }
  return null
}

function hasContent(section: Element): boolean {
  const isInside = (image: Element) => /^(?:package|data):/iu.test(attr(image, 'src') ?? '')
  const links = elements(section, 'a').filter((link) => hasClass(link, 'embed'))
  const words = links.reduce((sum, link) => sum + plainText(link).length, 0)
  return plainText(section).length > words || elements(section, 'img').some(isInside)
}

/** The cover comes first, unless the text shows it already. */
function coverOf({ cover }: PackageDocument, sections: readonly Element[]): string {
  if (cover === null || !/^image\/(?!svg)/u.test(cover.type)) return ''
  const shown = sections.some((section) => elements(section, 'img').some((image) => attr(image, 'src') === cover.url))
  return shown ? '' : `<figure><img src="${escapeHtml(cover.url)}" alt=""></figure>\n`
}

function outerHtml(section: Element): string {
  return serialize(createElement('div', {}, section))
}

/** A book of nothing but drawings and programs still has its contents. */
function listOf(contents: readonly ContentsEntry[], title: string | null): string {
  const labels = contents.map(({ label }) => `<li>${escapeHtml(label)}</li>`)
  return labels.length > 0 ? `<ul>${labels.join('')}</ul>` : `<p>${escapeHtml(title ?? '')}</p>`
}

function refused(name: string, what: string): LecternError {
  return new LecternError(
    'unsupported-format',
    `Lectern cannot read ${name || 'this file'}: it is ${what}. Nothing was added.`,
  )
}
