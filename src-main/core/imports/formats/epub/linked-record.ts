import { allBelow, childrenOf, type XmlElement } from '../../../text/xml-tree'
import { insideOf, pathOf } from '../package-path'
import type { ZipArchive } from '../zip/zip-archive'
import { xmlFile } from './container'
import type { PackageDocument } from './package-document'

/**
 * The title in the publisher's ONIX 3 record that lies in a book, null without one. What such a record says counts before the package
 * document, the first record before the others (EPUB 3.3, 5.5.7); one that lies on the web is not fetched.
 */
export function recordTitle(zip: ZipArchive, { metadata, base }: PackageDocument): string | null {
  for (const { attributes } of childrenOf(metadata, 'link')) {
    const isRecord = /(?:^|\s)record(?:\s|$)/u.test(attributes['rel'] ?? '')
    const url =
      isRecord && /(?:^|[\s:])onix(?:\s|$)/iu.test(attributes['properties'] ?? '') ? attributes['href'] : undefined
    const path = url === undefined ? null : pathOf(insideOf(url, base)?.href ?? '')
    const title = path === null ? null : titleIn(xmlFile(zip, path))
    if (title !== null) return title
  }
  return null
}

/** Elements have a long and a short name (ONIX 3.0, groups P.6). */
function titleIn(record: XmlElement | null): string | null {
  const details = [...allBelow(record, 'TitleDetail'), ...allBelow(record, 'titledetail')]
  // 01 is the title as it is on the book.
  const own = details.find((detail) => textOf(detail, 'TitleType', 'b202') === '01')
  const element = own && (childrenOf(own, 'TitleElement')[0] ?? childrenOf(own, 'titleelement')[0])
  if (!element) return null
  const parts = [textOf(element, 'TitlePrefix', 'b030'), textOf(element, 'TitleWithoutPrefix', 'b031')]
  const title = textOf(element, 'TitleText', 'b203') ?? parts.filter((part) => part !== null).join(' ')
  const more = textOf(element, 'Subtitle', 'b029')
  if (title === '') return null
  return more === null ? title : `${title}: ${more}`
}

function textOf(element: XmlElement, name: string, short: string): string | null {
  return (childrenOf(element, name)[0] ?? childrenOf(element, short)[0])?.text.trim() || null
}
