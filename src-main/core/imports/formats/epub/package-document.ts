import { allBelow, childrenOf, type XmlElement } from '../../../text/xml-tree'
import { insideOf, pathOf, urlOf } from '../package-path'

/** A file that the book declares. */
export interface ManifestItem {
  readonly id: string
  /** `package:/…`, without fragment. */
  readonly url: string
  /** Media type, lower case, without parameters. */
  readonly type: string
  readonly properties: readonly string[]
  /** The id of what to show instead. */
  readonly fallback: string | null
}

/** A book's package document: EPUB 3.3 section 5, OPF 2.0.1. */
export interface PackageDocument {
  /** Its own address, which its references are relative to. */
  readonly base: string
  readonly version: 2 | 3
  readonly metadata: XmlElement | null
  readonly language: string | null
  /** Of what the metadata say: `ltr`, `rtl` or `auto`. */
  readonly direction: string | null
  readonly items: ReadonlyMap<string, ManifestItem>
  /** In reading order, an item as often as the book names it; what it sets aside (`linear="no"`) comes last, or first like a cover. */
  readonly spine: readonly ManifestItem[]
  /** EPUB 2's table of contents. */
  readonly ncx: ManifestItem | null
  /** EPUB 3's. */
  readonly nav: ManifestItem | null
  /** The address of a page that is a table of contents for its readers. */
  readonly contentsPage: string | null
  /** The cover's picture, or the page that shows it. */
  readonly cover: ManifestItem | null
}

/** Understands a package document. @param path where in the package it is */
export function readPackage(root: XmlElement, path: string): PackageDocument | null {
  const base = urlOf(path)
  const [manifest] = allBelow(root, 'manifest')
  const [spine] = allBelow(root, 'spine')
  const [metadata] = allBelow(root, 'metadata')
  const items = new Map<string, ManifestItem>()
  for (const { attributes } of childrenOf(manifest, 'item')) {
    const url = insideOf(attributes['href'] ?? '', base)
    const id = attributes['id']?.trim() ?? ''
    if (url === null || pathOf(url.href) === null || id === '' || items.has(id)) continue
    items.set(id, {
      id,
      url: url.href.replace(/[?#].*$/su, ''),
      type: (attributes['media-type'] ?? '').toLowerCase().replace(/;.*$/su, '').trim(),
      properties: (attributes['properties'] ?? '').split(/\s+/u),
      fallback: attributes['fallback'] ?? attributes['fallback-style'] ?? null,
    })
  }
  if (items.size === 0) return null
  const all = [...items.values()]
  const itemrefs = childrenOf(spine, 'itemref').map(({ attributes }) => ({
    item: items.get(attributes['idref']?.trim() ?? ''),
    isLinear: attributes['linear']?.trim().toLowerCase() !== 'no',
  }))
  const known = itemrefs.flatMap(({ item, isLinear }) => (item ? [{ item, isLinear }] : []))
  const first = known.findIndex(({ isLinear }) => isLinear)
  // In front of the text lie its cover and title page; what lies between chapters is read when a link leads there.
  const inOrder = [
    ...known.filter(({ isLinear }, at) => isLinear || at < first),
    ...known.filter(({ isLinear }, at) => !isLinear && at >= first),
  ]
  const spineItems = itemrefs.length > 0 ? inOrder.map(({ item }) => item) : all.filter(isText)
  const coverUrl = guideOf(root, /^cover/iu, base)
  // Older books show their cover's page beside the spine.
  const coverPage = all.find((item) => item.url === coverUrl && isText(item) && !spineItems.includes(item))
  return {
    base,
    version: /^\s*[12](?:\.|$)/u.test(root.attributes['version'] ?? '') ? 2 : 3,
    metadata: metadata ?? null,
    language: root.attributes['lang'] ?? null,
    direction: metadata?.attributes['dir'] ?? root.attributes['dir'] ?? null,
    items,
    spine: [...(coverPage ? [coverPage] : []), ...spineItems],
    ncx: ncxOf(items, spine),
    nav: all.find(({ properties }) => properties.includes('nav')) ?? null,
    contentsPage: guideOf(root, /^(?:other\.)?toc$/iu, base),
    cover: coverOf(root, metadata, items, base),
  }
}

/** A damaged book may have lost its order: its documents come as it lists them. */
function isText({ type, properties }: ManifestItem): boolean {
  return /^(?:application\/xhtml\+xml|text\/html)$/u.test(type) && !properties.includes('nav')
}

/** By its type, by the spine's word for it, or by its name: books get each of them wrong. */
function ncxOf(items: ReadonlyMap<string, ManifestItem>, spine: XmlElement | undefined): ManifestItem | null {
  const all = [...items.values()]
  const stated = items.get(spine?.attributes['toc']?.trim() ?? '')
  return (
    [stated, ...all].find((item) => item?.type === 'application/x-dtbncx+xml') ??
    (stated?.type === 'application/xhtml+xml' ? undefined : stated) ??
    all.find(({ url }) => /\.ncx$/iu.test(url)) ??
    null
  )
}

/** Where EPUB 2's `guide` says that something is. */
function guideOf(root: XmlElement, type: RegExp, base: string): string | null {
  const guide = allBelow(root, 'reference').find(({ attributes }) => type.test(attributes['type']?.trim() ?? ''))
  const href = guide?.attributes['href']
  return href === undefined ? null : (insideOf(href, base)?.href.replace(/[?#].*$/su, '') ?? null)
}

function coverOf(
  root: XmlElement,
  metadata: XmlElement | undefined,
  items: ReadonlyMap<string, ManifestItem>,
  base: string,
): ManifestItem | null {
  const all = [...items.values()]
  const marked = all.find(({ properties }) => properties.includes('cover-image'))
  if (marked) return marked
  const named = childrenOf(metadata, 'meta').find(({ attributes }) => attributes['name'] === 'cover')
  const meta = items.get(named?.attributes['content'] ?? '')
  if (meta?.type.startsWith('image/')) return meta
  const url = guideOf(root, /^cover/iu, base)
  return all.find((item) => item.url === url && item.type.startsWith('image/')) ?? null
}

/** An item, then what to show instead of it, in order. A chain that comes back to itself ends. */
export function fallbackChain(item: ManifestItem, items: ReadonlyMap<string, ManifestItem>): ManifestItem[] {
  const chain = new Set<ManifestItem>()
  for (let at: ManifestItem | undefined = item; at && !chain.has(at); at = items.get(at.fallback ?? '')) chain.add(at)
  return [...chain]
}
