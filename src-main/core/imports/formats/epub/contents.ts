import { decode } from '../../reading/charset'
import { type Element, attr, descendants, elements, isElement, plainText, textContent } from '../../html/html-tree'
import { parseXhtml } from '../xml/xhtml'
import { childrenOf, readXml, allBelow, type XmlElement } from '../../../text/xml-tree'
import type { ZipArchive } from '../zip/zip-archive'
import type { PackageDocument } from './package-document'
import { insideOf, pathOf } from '../package-path'

/** An entry of a book's table of contents. */
export interface ContentsEntry {
  /** 1 for parts or chapters, more for what is within them. */
  readonly depth: number
  readonly label: string
  /** `package:/…` with its fragment. */
  readonly url: URL
}

const MAX_ENTRIES = 10_000

/** A book's table of contents in order: EPUB 3's navigation document, else EPUB 2's NCX; empty when there is neither. */
export function readContents(zip: ZipArchive, book: PackageDocument): ContentsEntry[] {
  const own = book.nav === null ? [] : fromNav(zip, book.nav.url)
  return own.length > 0 || book.ncx === null ? own : fromNcx(zip, book.ncx.url)
}

function textAt(zip: ZipArchive, url: string): string | null {
  const bytes = zip.get(pathOf(url) ?? '')
  return bytes === null ? null : decode(bytes, null)
}

function fromNav(zip: ZipArchive, base: string): ContentsEntry[] {
  const text = textAt(zip, base)
  if (text === null) return []
  const navs = elements(parseXhtml(text, base), 'nav')
  const toc = navs.find((nav) => /(?:^|\s)toc(?:\s|$)/u.test(attr(nav, 'epub:type') ?? attr(nav, 'role') ?? ''))
  const nav = toc ?? navs.find((other) => attr(other, 'epub:type') === null)
  if (nav === undefined) return []
  const entries: ContentsEntry[] = []
  const depths = new Map<Element, number>()
  for (const node of descendants(nav)) {
    if (!isElement(node)) continue
    const parent = node.parentNode && isElement(node.parentNode) ? (depths.get(node.parentNode) ?? 0) : 0
    depths.set(node, parent + (node.tagName === 'ol' || node.tagName === 'ul' ? 1 : 0))
    if (node.tagName !== 'a') continue
    const url = insideOf(attr(node, 'href') ?? '', base)
    const label = labelOf(node)
    if (url && label !== '' && entries.length < MAX_ENTRIES) entries.push({ depth: Math.max(1, parent), label, url })
  }
  return entries
}

function labelOf(link: Element): string {
  const images = elements(link, 'img').map((image) => attr(image, 'alt') ?? '')
  return plainText(link) || images.join(' ').trim() || (attr(link, 'title') ?? textContent(link)).trim()
}

function fromNcx(zip: ZipArchive, base: string): ContentsEntry[] {
  const text = textAt(zip, base)
  const entries: ContentsEntry[] = []
  const [map] = allBelow(text === null ? null : readXml(text), 'navMap')
  const pending = childrenOf(map, 'navPoint')
    .reverse()
    .map((point): [XmlElement, number] => [point, 1])
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [point, depth] = next
    const label = childrenOf(point, 'navLabel')[0]?.text ?? ''
    const url = insideOf(childrenOf(point, 'content')[0]?.attributes['src'] ?? '', base)
    if (url && label !== '' && entries.length < MAX_ENTRIES) entries.push({ depth, label, url })
    for (const child of childrenOf(point, 'navPoint').reverse()) pending.push([child, depth + 1])
  }
  return entries
}
