import { LecternError } from '@shared/contract/errors'
import type { FormatReader } from './format'
import { readBinaryPlist } from './plist/binary-plist'
import { data, dictionary, list, type PlistValue, text } from './plist/plist'
import { readXmlPlist } from './plist/xml-plist'
import { readSavedPage, type SavedFile } from './saved-page/saved-page'

const MAX_FRAME_DEPTH = 8

/** Reads Safari's web archives: a property list of a page, what it loaded, and its frames. */
export const webarchiveReader = {
  matches({ source: { bytes, name } }) {
    const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
    if (head.startsWith('bplist00')) return /\.webarchive$/iu.test(name) || bytesInclude(bytes, 'WebMainResource')
    return /<plist\b/u.test(head) && bytesInclude(bytes, 'WebMainResource')
  },
  read({ source }) {
    const isBinary = bytesInclude(source.bytes.subarray(0, 8), 'bplist00')
    const value = isBinary ? readBinaryPlist(source.bytes) : readXmlPlist(Buffer.from(source.bytes).toString('utf8'))
    const archive = dictionary(value)
    const main = dictionary(archive.get('WebMainResource'))
    if (main.size === 0)
      throw new LecternError(
        'unsupported-format',
        `Lectern cannot read ${source.name || 'this file'}: it is a damaged web archive. Nothing was added.`,
      )
    const files = new Map<string, SavedFile>()
    collect(archive, files, 0)
    return readSavedPage(source, {
      format: 'webarchive',
      page: fileOf(main),
      url: text(main.get('WebResourceURL')),
      files,
      title: null,
    })
  },
} satisfies FormatReader

function collect(archive: ReadonlyMap<string, PlistValue>, files: Map<string, SavedFile>, depth: number): void {
  if (depth > MAX_FRAME_DEPTH) return
  const resources = list(archive.get('WebSubresources')).map(dictionary)
  for (const resource of depth === 0 ? resources : [dictionary(archive.get('WebMainResource')), ...resources]) {
    const url = text(resource.get('WebResourceURL'))
    if (url !== null && !files.has(url)) files.set(url, fileOf(resource))
  }
  for (const frame of list(archive.get('WebSubframeArchives'))) collect(dictionary(frame), files, depth + 1)
}

function fileOf(resource: ReadonlyMap<string, PlistValue>): SavedFile {
  const type = text(resource.get('WebResourceMIMEType'))?.toLowerCase() ?? ''
  const charset = text(resource.get('WebResourceTextEncodingName'))
  const contentType = charset === null ? type : `${type}; charset=${charset}`
  return {
    url: text(resource.get('WebResourceURL')),
    type,
    contentType,
    bytes: () => data(resource.get('WebResourceData')),
  }
}

function bytesInclude(bytes: Uint8Array<ArrayBuffer>, words: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(words)
}
