import { type Element, attr, elements } from '../../html/html-tree'
import { insideOf, sameFile } from '../package-path'
import type { ZipArchive } from '../zip/zip-archive'
import { type BookDocument, documentReader } from './documents'
import { kindOf } from './kinds'
import { fallbackChain, type ManifestItem, type PackageDocument } from './package-document'

/** One document of a book's spine, as part of the one text. */
export interface Chapter {
  /** 1 for the first. Ids of the chapter begin with `c1-`. */
  readonly number: number
  /** Its own address and those of what it stands in for. */
  readonly urls: readonly string[]
  /** What its links are relative to. */
  readonly base: string
  /** A `section` with the id `c1`. */
  readonly content: Element
}

/** A book's chapters, and what could not be had. */
export interface Chapters {
  readonly chapters: readonly Chapter[]
  readonly missing: number
  /** Media types of what the spine names and nothing shows. */
  readonly foreign: readonly string[]
}

/** A refrain may come again and again; a list of a hundred thousand is an attack. */
const MAX_REPEATS = 100
/** Of what the text links to and the spine forgot. */
const MAX_LINKED = 200

/**
 * Reads the documents of the spine in its order, again where it names one again; those that cannot be shown give way to what the book
 * names instead. Documents that no spine names but the text links to, as some books' notes, come last.
 */
export function readChapters(zip: ZipArchive, book: PackageDocument): Chapters {
  const read = documentReader(zip, book)
  const chapters: Chapter[] = []
  const foreign = new Set<string>()
  const seen = new Set<ManifestItem>()
  let repeats = 0
  let missing = 0
  const add = (item: ManifestItem): boolean => {
    const chain = fallbackChain(item, book.items)
    let loaded: BookDocument | null = null
    for (const file of bestFirst(chain)) if ((loaded = read(file)) !== null) break
    if (loaded === null) return false
    chapters.push({ number: chapters.length + 1, urls: chain.map(({ url }) => url), ...loaded })
    return true
  }
  for (const item of book.spine) {
    const isAllowed = !seen.has(item) || ++repeats <= MAX_REPEATS
    seen.add(item)
    if (isAllowed && add(item)) continue
    missing++
    for (const { type } of fallbackChain(item, book.items)) foreign.add(type)
  }
  const known = new Set(chapters.flatMap(({ urls }) => urls.map(sameFile)))
  const others = new Map([...book.items.values()].map((item) => [sameFile(item.url), item]))
  let linked = 0
  // The list grows while it is gone through: notes may link to more notes.
  for (const { content, base } of chapters) {
    for (const link of elements(content, 'a')) {
      const url = insideOf(attr(link, 'href') ?? '', base)
      const item = url === null ? undefined : others.get(sameFile(url.href))
      if (!item || known.has(sameFile(item.url)) || kindOf(item) !== 'document' || item === book.nav) continue
      known.add(sameFile(item.url))
      if (++linked <= MAX_LINKED) add(item)
    }
  }
  return { chapters, missing, foreign: [...foreign].filter((type) => type !== '') }
}

/** What can be shown of a fallback chain: nothing runs here, and words can be found and highlighted, as a picture's cannot. */
function bestFirst(chain: readonly ManifestItem[]): ManifestItem[] {
  const rank = (item: ManifestItem): number => {
    const kind = kindOf(item)
    if (kind === 'xml') return 3
    if (kind === 'picture' || kind === 'words') return 2
    return item.properties.includes('scripted') ? 1 : 0
  }
  return chain.filter((item) => kindOf(item) !== null).sort((one, other) => rank(one) - rank(other))
}
