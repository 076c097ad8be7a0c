import { LecternError } from '@shared/contract/errors'
import type { SourceFormat } from '@shared/domain/article'
import { decode } from '../../reading/charset'
import type { Source } from '../../reading/read-source'
import type { PackagedFiles, RawArticle } from '../format'
import { htmlReader } from '../html'
import { withFrames } from './frames'

/** A file that was saved together with a page. */
export interface SavedFile {
  /** Where it was; null when that is not stated. */
  readonly url: string | null
  /** Media type, lower case, without parameters; empty when it is not stated. */
  readonly type: string
  /** As in HTTP's `Content-Type`; null when it is not stated. */
  readonly contentType: string | null
  bytes(): Uint8Array<ArrayBuffer>
}

/** A page and what it shows, as MHTML and webarchives hold them. */
export interface SavedPage {
  readonly format: SourceFormat
  readonly page: SavedFile
  /** Where the page was; null when that is not stated. */
  readonly url: string | null
  /** By absolute address, `cid:` among them. */
  readonly files: ReadonlyMap<string, SavedFile>
  /** The page's title as the package states it; null when it does not. */
  readonly title: string | null
}

/** Reads the article of a page that was saved with all its files. @throws LecternError unsupported-format, too-large */
export function readSavedPage(source: Source, saved: SavedPage): RawArticle {
  const { url, files, page } = saved
  if (!/^(?:text\/(?:html|xml)|application\/(?:xhtml\+xml|xml))?$/u.test(page.type))
    throw new LecternError(
      'unsupported-format',
      `Lectern cannot read ${source.name || 'this file'}: it holds ${page.type || 'something'}, not a web page. Nothing was added.`,
    )
  const lookUp = createLookUp(files)
  const text = withFrames(decode(page.bytes(), page.contentType), url, (address) => {
    const file = lookUp(address)
    return file && /^(?:text\/html|application\/xhtml\+xml)$/u.test(file.type)
      ? { html: decode(file.bytes(), file.contentType), url: file.url ?? address }
      : null
  })
  const isWeb = /^https?:/iu.test(url ?? '')
  const given: Source = { ...source, format: 'html', url: isWeb ? url : null, contentType: null }
  const article = htmlReader.read({ source: given, text: () => text })
  const packaged: PackagedFiles = { get: (address) => lookUp(address)?.bytes() ?? null }
  return {
    ...article,
    format: saved.format,
    title: article.title ?? saved.title,
    baseUrl: article.baseUrl ?? url,
    packaged,
  }
}

/** Pages write one address in several ways. */
function createLookUp(files: ReadonlyMap<string, SavedFile>): (url: string) => SavedFile | null {
  const loose = new Map([...files].map(([url, file]) => [looseUrl(url), file]))
  return (url) => files.get(url) ?? loose.get(looseUrl(url)) ?? null
}

function looseUrl(url: string): string {
  const bare = url.replace(/#.*$/su, '').replace(/&amp;/gu, '&')
  try {
    return decodeURIComponent(/^cid:/iu.test(bare) ? bare : new URL(bare).href).normalize('NFC')
  } catch {
    return bare
  }
}
