import { decode } from '../../reading/charset'
import { type Element, attr, collapse, descendants, elements, isElement, isText, plainText } from '../../html/html-tree'
import { parseXhtml } from '../xml/xhtml'
import { childrenOf, allBelow, type XmlElement } from '../../../text/xml-tree'
import type { ZipArchive } from '../zip/zip-archive'
import { xmlFile } from './container'
import { kindOf } from './kinds'
import type { PackageDocument } from './package-document'
import { insideOf, pathOf } from '../package-path'
import { means } from './semantics'

/** An entry of a book's table of contents. */
export interface ContentsEntry {
  /** 1 for parts or chapters, more for what is within them. */
  readonly depth: number
  readonly label: string
  /** `package:/…` with its fragment; null for a heading of entries, such as a part, that leads nowhere itself. */
  readonly url: URL | null
}

const MAX_ENTRIES = 10_000

/**
 * A book's table of contents in order: EPUB 3's navigation document, else EPUB 2's NCX, else a page that is one for the book's readers;
 * empty when there is none.
 */
export function readContents(zip: ZipArchive, book: PackageDocument): ContentsEntry[] {
  const unnamed = [...book.items.values()].find(
    (item) => kindOf(item) === 'document' && /(?:^|\/)(?:nav|toc|contents)[^/]*$/iu.test(item.url) && item !== book.nav,
  )
  const sources = [
    () => (book.nav === null ? [] : fromNav(zip, book.nav.url, 'any')),
    () => (book.ncx === null ? [] : fromNcx(zip, book.ncx.url)),
    () => (unnamed === undefined ? [] : fromNav(zip, unnamed.url, 'marked')),
    () => (book.contentsPage === null ? [] : fromNav(zip, book.contentsPage, 'page')),
  ]
  for (const read of sources) {
    const entries = read()
    if (entries.some(({ url }) => url !== null)) return entries
  }
  return []
}

/** @param which whether the list must be marked as contents, be in a `nav` at least, or may be all links of the page */
function fromNav(zip: ZipArchive, base: string, which: 'marked' | 'any' | 'page'): ContentsEntry[] {
  const bytes = zip.get(pathOf(base) ?? '')
  if (bytes === null) return []
  const page = parseXhtml(decode(bytes, null), base)
  const list =
    elements(page, 'nav', 'section', 'div', 'ol').find((element) => means(element, 'toc')) ??
    (which === 'marked'
      ? undefined
      : elements(page, 'nav').find((nav) => !means(nav, 'landmarks', 'page-list', 'pagelist'))) ??
    (which === 'page' ? elements(page, 'body')[0] : undefined)
  return list === undefined ? [] : entriesOf(list, base)
}

interface Draft {
  depth: number
  label: string
  url: URL | null
}

function entriesOf(list: Element, base: string): ContentsEntry[] {
  const entries: Draft[] = []
  const places = new Map<Element, { readonly depth: number; readonly item: Draft | null }>()
  for (const node of descendants(list)) {
    const parent = node.parentNode && isElement(node.parentNode) ? node.parentNode : null
    const around = (parent && places.get(parent)) ?? { depth: 0, item: null }
    const isOwn = parent?.tagName === 'li' && around.item !== null && around.item.label === ''
    if (isText(node) && isOwn && around.item) around.item.label = collapse(node.value)
    if (!isElement(node)) continue
    const isList = node.tagName === 'ol' || node.tagName === 'ul'
    const depth = around.depth + (isList ? 1 : 0)
    const item =
      node.tagName === 'li' ? { depth: Math.max(1, depth), label: '', url: null } : isList ? null : around.item
    places.set(node, { depth, item })
    if (node.tagName === 'li' && item && entries.length < MAX_ENTRIES) entries.push(item)
    else if (node.tagName === 'a') {
      const url = insideOf(attr(node, 'href') ?? '', base)
      const label = labelOf(node)
      if (url === null || label === '') continue
      if (item?.url === null) Object.assign(item, { label, url })
      else if (entries.length < MAX_ENTRIES) entries.push({ depth: Math.max(1, depth), label, url })
    } else if (isOwn && item && !isList) item.label = labelOf(node)
  }
  return entries.filter(isUseful)
}

/** What has no link is a heading of what is below it. */
function isUseful({ label, url, depth }: Draft, at: number, all: readonly Draft[]): boolean {
  return label !== '' && (url !== null || (all[at + 1]?.depth ?? 0) > depth)
}

/** Its words; of pictures what they say instead. */
function labelOf(link: Element): string {
  const stated = (element: Element) => (attr(element, 'alt')?.trim() || attr(element, 'title')?.trim()) ?? ''
  const images = elements(link, 'img').map(stated).join(' ')
  return plainText(link) || collapse(images) || collapse(attr(link, 'title') ?? '')
}

function fromNcx(zip: ZipArchive, base: string): ContentsEntry[] {
  const entries: Draft[] = []
  const [map] = allBelow(xmlFile(zip, pathOf(base) ?? ''), 'navMap')
  const pending = childrenOf(map, 'navPoint')
    .reverse()
    .map((point): [XmlElement, number] => [point, 1])
  for (let next = pending.pop(); next && entries.length < MAX_ENTRIES; next = pending.pop()) {
    const [point, depth] = next
    const label = childrenOf(point, 'navLabel')[0]?.text ?? ''
    const src = childrenOf(point, 'content')[0]?.attributes['src']?.trim() ?? ''
    entries.push({ depth, label, url: src === '' ? null : insideOf(src, base) })
    for (const child of childrenOf(point, 'navPoint').reverse()) pending.push([child, depth + 1])
  }
  return entries.filter(isUseful)
}
