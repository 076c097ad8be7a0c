import type { ImportSource } from '@shared/contract/imports'
import type { ImportId } from '@shared/domain/ids'
import type { NewItem, Origin } from './import-job'
import { sortFiles } from './sort-files'
import type { Staging } from './staging'

const NAME_CHARACTERS = 60

/** A source that was given to an import; which of them become items is told when it starts. */
export type Collected = NewItem

/** Puts a source where it waits until it is read. */
export async function collectSource(staging: Staging, importId: ImportId, source: ImportSource): Promise<Collected> {
  switch (source.kind) {
    case 'file': {
      const { path, bytes } = source
      const staged = await staging.put(importId, path, bytes)
      return { name: path, origin: { kind: 'file', path, staged, bytes: bytes.byteLength } }
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
  const files = sources.flatMap(({ origin }) => (origin.kind === 'file' ? [origin.path] : []))
  const roles = sortFiles(files)
  let at = 0
  return sources.filter(({ origin }) => origin.kind !== 'file' || roles[at++] === 'item')
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
