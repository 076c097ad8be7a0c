import type { ImportSource } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import type { NewItem, Origin } from './import-job'
import { isPage } from '../folders/file-kind'
import { bookFolders } from '../folders/book-folder'
import { type SeriesMark, pageSeries, seriesMark } from '../folders/page-series'
import { sortFiles } from '../folders/sort-files'
import type { Staging } from './staging'

const NAME_CHARACTERS = 60

/** A source that was given to an import; which of them become items is told when it starts. */
export interface Collected extends NewItem {
  /** What a page says of the pages it is part of a series with. */
  readonly series?: SeriesMark
}

/** Puts a source where it waits until it is read. */
export async function collectSource(staging: Staging, importId: ImportId, source: ImportSource): Promise<Collected> {
  switch (source.kind) {
    case 'file': {
      const { path, bytes } = source
      const staged = await staging.put(importId, path, bytes)
      const collected = { name: path, origin: { kind: 'file', path, staged, bytes: bytes.byteLength } } as const
      return isPage(path) ? { ...collected, series: seriesMark(Buffer.from(bytes).toString('utf8')) } : collected
    }
    case 'url':
      return { name: source.url, origin: source }
    case 'text': {
      const bytes = new TextEncoder().encode(source.text)
      const staged = await staging.put(importId, 'pasted', bytes)
      const origin: Origin = { kind: 'text', staged, bytes: bytes.byteLength, format: source.format }
      return { name: firstWords(source.text), origin }
    }
  }
}

/** Those of an import's sources that are to be read; the others belong to them. */
export function itemsOf(sources: readonly Collected[]): NewItem[] {
  const { books, others } = bookFolders(sources)
  const files = others.flatMap(({ origin }) => (origin.kind === 'file' ? [origin.path] : []))
  const roles = sortFiles(files)
  let at = 0
  return [...books, ...joined(others.filter(({ origin }) => origin.kind !== 'file' || roles[at++] === 'item'))]
}

/** A text that was saved page by page is one item. */
function joined(sources: readonly Collected[]): NewItem[] {
  const marks = new Map(sources.flatMap(({ name, series }) => (series ? [[name, series] as const] : [])))
  const all = pageSeries(marks)
  const later = new Set([...all.values()].flat())
  const stagedAt = new Map(
    sources.flatMap(({ name, origin }) => (origin.kind === 'file' ? [[name, origin.staged]] : [])),
  )
  return sources
    .filter(({ name }) => !later.has(name))
    .map(({ name, origin }) => {
      const next = all.get(name)?.flatMap((path) => stagedAt.get(path) ?? [])
      return { name, origin: origin.kind === 'file' && next ? { ...origin, next } : origin }
    })
}

function firstWords(text: string): string {
  const words = text
    .slice(0, 500)
    .replace(/<[^>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (words.length <= NAME_CHARACTERS) return words === '' ? 'Pasted text' : words
  return `${words.slice(0, NAME_CHARACTERS).replace(/\s\S*$/u, '')}…`
}
