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
  readonly version: 2 | 3
  readonly metadata: XmlElement | null
  readonly language: string | null
  readonly items: ReadonlyMap<string, ManifestItem>
  /** In reading order; what the book sets aside (`linear="no"`) comes last. */
  readonly spine: readonly ManifestItem[]
  /** What EPUB 2 says of its table of contents. */
  readonly ncx: ManifestItem | null
  readonly nav: ManifestItem | null
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
  const inOrder = [...itemrefs.filter(({ isLinear }) => isLinear), ...itemrefs.filter(({ isLinear }) => !isLinear)]
  return {
    version: /^\s*[12](?:\.|$)/u.test(root.attributes['version'] ?? '') ? 2 : 3,
    metadata: metadata ?? null,
    language: root.attributes['lang'] ?? null,
    items,
    spine: itemrefs.length > 0 ? [...new Set(inOrder.flatMap(({ item }) => item ?? []))] : all.filter(isText),
    ncx:
      items.get(spine?.attributes['toc'] ?? '') ?? all.find(({ type }) => type === 'application/x-dtbncx+xml') ?? null,
    nav: all.find(({ properties }) => properties.includes('nav')) ?? null,
    cover: coverOf(root, metadata, items, base),
  }
}

/** A damaged book may have lost its order: its documents come as it lists them. */
function isText({ type, properties }: ManifestItem): boolean {
  return /^(?:application\/xhtml\+xml|text\/html)$/u.test(type) && !properties.includes('nav')
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
  const guide = allBelow(root, 'reference').find(({ attributes }) => /^cover/iu.test(attributes['type'] ?? ''))
  const url = insideOf(guide?.attributes['href'] ?? '', base)?.href.replace(/[?#].*$/su, '')
  return all.find((item) => item.url === url && item.type.startsWith('image/')) ?? null
}

/** An item, then what to show instead of it, in order. A chain that comes back to itself ends. */
export function fallbackChain(item: ManifestItem, items: ReadonlyMap<string, ManifestItem>): ManifestItem[] {
  const chain = new Set<ManifestItem>()
  for (let at: ManifestItem | undefined = item; at && !chain.has(at); at = items.get(at.fallback ?? '')) chain.add(at)
  return [...chain]
}
