import { decode } from '../../reading/charset'
import { allBelow, readXml, type XmlElement } from '../../../text/xml-tree'
import { expandEntities } from '../xml/entities'
import type { ZipArchive } from '../zip/zip-archive'
import { insideOf, pathOf, ROOT } from '../package-path'

/** Fonts scrambled so that they cannot be taken out: the text is not touched (EPUB 3.3, 4.4; Adobe's older way). */
const FONT_SCRAMBLING = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u

/** An XML file of the package, entities as in its documents; null when it is not there or not XML at all. */
export function xmlFile(zip: ZipArchive, path: string): XmlElement | null {
  const bytes = zip.get(path)
  return bytes === null ? null : readXml(withWholeReferences(expandEntities(decode(bytes, null))))
}

/** An `&` that begins no reference, as in "Q & A", would swallow what follows. */
function withWholeReferences(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:[a-z][\w.-]*|#\d+|#x[\da-f]+);)/giu, (found) =>
    found === '&' ? '&amp;' : found,
  )
}

/** Paths of the package documents that `META-INF/container.xml` names, in order; without one, of whatever `.opf` there is. */
export function packageDocuments(zip: ZipArchive): string[] {
  const named = allBelow(xmlFile(zip, 'META-INF/container.xml'), 'rootfile').flatMap(({ attributes }) => {
    const url = insideOf(attributes['full-path'] ?? '', ROOT)
    // The attribute is a path, though some percent-encode it as they would an address.
    const paths = [attributes['full-path'] ?? '', url === null ? '' : (pathOf(url.href) ?? '')]
    return paths.filter((path) => path !== '')
  })
  return [...new Set([...named, ...zip.paths.filter((path) => /\.opf$/iu.test(path))])]
}

/** Paths of files that are encrypted for good, which nobody but the seller's own reader opens. */
export function encryptedFiles(zip: ZipArchive): Set<string> {
  const found = new Set<string>()
  for (const data of allBelow(xmlFile(zip, 'META-INF/encryption.xml'), 'EncryptedData')) {
    const algorithm = data.children.find(({ name }) => name === 'EncryptionMethod')?.attributes['Algorithm'] ?? ''
    if (FONT_SCRAMBLING.test(algorithm)) continue
    for (const { attributes } of allBelow(data, 'CipherReference')) {
      const url = insideOf(attributes['URI'] ?? '', ROOT)
      const path = url === null ? null : pathOf(url.href)
      if (path !== null) found.add(path)
    }
  }
  return found
}
