import { LecternError } from '@shared/contract/errors'
import type { ArchiveFacts, ArchiveReader, EntryBytes, PreviewPage, TitlesFound } from './archive-reader'
import { findByPath, pathOf } from './entry-address'
import { createOpenArchives, type OpenArchive } from './open-archives'
import { sourceUrlOf } from './source-url'
import { checkAll, checkEnds, checkSum } from './zim/check'
import type { Entry, ItemEntry } from './zim/dirent'
import { pagesOf, prefixRanges, scanTitles, type FoundTitle } from './zim/find-titles'
import { openTitles } from './zim/titles'
import type { Zim } from './zim/zim'

/** What makes a page of an archive safe to show. */
export type RenderPage = (page: EntryBytes, base: string) => PreviewPage

export interface ReadArchivesDeps {
  readonly renderPage: RenderPage
  /** Milliseconds since any fixed moment. */
  readonly now: () => number
}

/** An archive of up to so many bytes is checked through and through when it is opened; it takes a second at most. */
const SMALL_BYTES = 16 * 1024 * 1024
/** An archive of up to so many bytes is also unpacked when a person asks for a check. */
const MOST_UNPACKED_BYTES = 1024 * 1024 * 1024
/** How long one call looks through titles, so that what else is asked for does not wait. */
const SCAN_MS = 250
const MOST_PAGE_BYTES = 32 * 1024 * 1024
/** How much of a page's ends is looked through for the address it came from. */
const HEAD_CHARACTERS = 64 * 1024

/** Reads archives in this thread. */
export function createReadArchives({ renderPage, now }: ReadArchivesDeps): ArchiveReader {
  const archives = createOpenArchives()

  const read = async (file: string, path: string | null, most: number): Promise<EntryBytes> => {
    const archive = archives.get(file)
    const { zim } = archive
    const item = itemAt(zim, path)
    const bytes = new Uint8Array(await zim.read(item, most))
    const mediaType = zim.mediaType(item)
    const sourceUrl = await sourceOf(archive, item, mediaType, bytes)
    return { path: pathOf(item), title: item.title, mediaType, bytes, sourceUrl }
  }

  return {
    async describe({ file }) {
      archives.forget(file)
      const { zim } = archives.get(file)
      await checkEnds(zim)
      if (zim.file.size <= SMALL_BYTES) {
        await checkAll(zim)
        checkSum(zim)
      }
      return factsOf(zim)
    },
    async check({ file }) {
      const { zim } = archives.get(file)
      await checkEnds(zim)
      checkSum(zim)
      // A checksum that fits says that the file is as it was made; unpacking the largest would take a day.
      if (zim.file.size <= MOST_UNPACKED_BYTES || zim.header.checksum === null) await checkAll(zim)
      return null
    },
    async titles({ file, prefix, offset, limit }) {
      const { zim, titles } = archives.get(file)
      const list = await titles()
      const ranges = prefixRanges(list, prefix)
      const { found, next } = pagesOf(list, ranges, offset, limit)
      const all = ranges.reduce((sum, { from, to }) => sum + to - from, 0)
      return { titles: shown(zim, found), next, share: next === null || all === 0 ? 1 : next / all }
    },
    async search({ file, text, from, limit }): Promise<TitlesFound> {
      const { zim, titles } = archives.get(file)
      const list = await titles()
      const began = now()
      const ranges = prefixRanges(list, text.trim())
      const first = from === 0 ? pagesOf(list, ranges, 0, limit).found : []
      const scan = scanTitles(
        list,
        text,
        from,
        limit - Math.min(first.length, limit - 1),
        () => now() - began > SCAN_MS,
      )
      // What begins with the text was named at first.
      const later = scan.found.filter(({ place }) => !ranges.some((range) => range.from <= place && place < range.to))
      return {
        titles: shown(zim, [...first, ...later]),
        next: scan.next,
        share: scan.next === null || list.count === 0 ? 1 : scan.next / list.count,
      }
    },
    async entry({ file, path }) {
      const { path: found, title, sourceUrl } = await read(file, path, MOST_PAGE_BYTES)
      return { path: found, title, sourceUrl }
    },
    bytes: ({ file, path, most }) => read(file, path, most),
    page: async ({ file, path, base }) => renderPage(await read(file, path, MOST_PAGE_BYTES), base),
    forget: ({ file }) => {
      archives.forget(file)
      return Promise.resolve(null)
    },
  }
}

async function sourceOf(
  archive: OpenArchive,
  item: ItemEntry,
  mediaType: string,
  bytes: Uint8Array,
): Promise<string | null> {
  if (!/html/u.test(mediaType)) return null
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('utf8', 0, HEAD_CHARACTERS)
  const foot = buffer.toString('utf8', Math.max(HEAD_CHARACTERS, buffer.length - HEAD_CHARACTERS))
  return sourceUrlOf(await archive.origin(), item.path, head + foot)
}

function itemAt(zim: Zim, path: string | null): ItemEntry {
  const found = path === null ? zim.mainPage() : findByPath(zim, path)
  if (found !== null) return zim.resolve(found)
  const message =
    path === null ? `${zim.file.name} has no page to begin with. Choose a title.` : `${zim.file.name} has no ${path}.`
  throw new LecternError('not-found', message)
}

/** Titles as the contract has them; a redirect that leads nowhere is left out. */
function shown(zim: Zim, found: readonly FoundTitle[]): TitlesFound['titles'] {
  return found.flatMap(({ entry }) => {
    const item = resolved(zim, entry)
    if (item === null) return []
    return [{ title: entry.title, path: pathOf(item), of: item === entry ? null : item.title }]
  })
}

function resolved(zim: Zim, entry: Entry): ItemEntry | null {
  try {
    return zim.resolve(entry)
  } catch {
    return null
  }
}

async function factsOf(zim: Zim): Promise<ArchiveFacts> {
  const counter = await zim.metadata('Counter').catch(() => null)
  const text = (name: string): Promise<string | null> => zim.metadata(name).catch(() => null)
  return {
    uuid: zim.header.uuid,
    title: (await text('Title')) ?? zim.file.name.replace(/\.zim(?:aa)?$/iu, ''),
    description: await text('Description'),
    language: await text('Language'),
    creator: await text('Creator'),
    publisher: await text('Publisher'),
    date: await text('Date'),
    articleCount: pagesCounted(counter) ?? (await openTitles(zim)).count,
    bytes: zim.file.size,
    icon: iconOf(zim),
  }
}

/** `Counter` states how many entries there are of each type: `text/html=120;image/png=35`. */
function pagesCounted(counter: string | null): number | null {
  let sum: number | null = null
  for (const [, count] of (counter ?? '').matchAll(
    /(?:^|;)\s*text\/html[^=;]*(?:;[^=;]*=[^=;]*)*=(\d{1,15})(?=;|$)/gu,
  )) {
    sum = (sum ?? 0) + Number(count)
  }
  return sum
}

function iconOf(zim: Zim): string | null {
  for (const [namespace, path] of [
    ['M', 'Illustration_48x48@1'],
    ['-', 'favicon'],
    ['I', 'favicon.png'],
  ] as const) {
    const found = zim.find(namespace, path)
    if (found !== null) return pathOf(found)
  }
  return null
}
