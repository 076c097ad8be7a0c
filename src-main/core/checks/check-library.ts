import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckReport } from '@shared/contract/backups'
import { AssetId } from '@shared/domain/ids'
import { NoteDocument } from '@shared/domain/note-document'
import { Provenance } from '@shared/domain/snapshot'
import type { AssetFiles } from '../files/asset-files'
import type { CheckStore } from './check-store'

/** How the text of stored HTML is read, and told from another. */
export interface SnapshotTexts {
  readonly snapshotText: (html: string) => string
  /** SHA-256 of a text in UTF-8, lower-case hexadecimal. */
  readonly textHash: (text: string) => string
}

/** Looks at everything that a library holds. Changes nothing. */
export async function checkLibrary(
  store: CheckStore,
  assets: AssetFiles,
  folder: string,
  { snapshotText, textHash }: SnapshotTexts,
): Promise<CheckReport> {
  const findings = [...store.damage(), ...store.danglingRows(), ...checkIndex(store)]
  const articles = store.articles()
  const needed = new Map<AssetId, string>()
  let snapshots = 0
  for (const { id, title, html, text, textHash: hash, textLength, provenance } of store.snapshots()) {
    snapshots += 1
    if (textHash(text) !== hash || text.length !== textLength)
      findings.push(`The text of "${title}" (${id}) has changed.`)
    else if (snapshotText(html) !== text) findings.push(`The text of "${title}" (${id}) is not the text of its page.`)
    const source = Provenance.safeParse(parseJson(provenance))
    if (source.success) needed.set(source.data.original, title)
    else findings.push(`Where "${title}" (${id}) came from cannot be read.`)
  }
  for (const { assetId, title } of store.assets()) needed.set(assetId, title)
  let notes = 0
  for (const { id, title, revision, body } of store.notes()) {
    notes += 1
    const readable = NoteDocument.safeParse(parseJson(body)).success
    if (!readable) findings.push(`Revision ${revision} of a note (${id}) on "${title}" cannot be read.`)
  }
  const highlights = checkHighlights(store, findings)
  for (const [id, title] of needed) {
    const bytes = await assets.read(id)
    if (bytes === null) findings.push(`A file of "${title}" is missing: ${id}.`)
    else if (createHash('sha256').update(bytes).digest('hex') !== id)
      findings.push(`A file of "${title}" is damaged: ${id}.`)
  }
  const unreferencedAssets = (await assetNames(folder)).filter((id) => !needed.has(id)).length
  return { articles: articles.length, snapshots, highlights, notes, assets: needed.size, unreferencedAssets, findings }
}

function checkIndex(store: CheckStore): string[] {
  try {
    store.checkIndex()
  } catch (error) {
    return [`The search index is damaged: ${error instanceof Error ? error.message : String(error)}.`]
  }
  const gaps = store.indexGaps()
  return gaps === 0 ? [] : [`The search index does not fit the library: ${gaps} entries differ.`]
}

function checkHighlights(store: CheckStore, findings: string[]): number {
  const ids = new Set<string>()
  let known = { id: '', text: '' }
  for (const { id, title, snapshotId, start, end, exact } of [...store.highlights()]) {
    ids.add(id)
    if (known.id !== snapshotId) known = { id: snapshotId, text: store.text(snapshotId) }
    if (known.text.slice(start, end) !== exact)
      findings.push(`A highlight (${id}) of "${title}" does not fit its text.`)
  }
  return ids.size
}

async function assetNames(folder: string): Promise<AssetId[]> {
  const root = join(folder, 'assets')
  const names: string[] = []
  for (const shelf of await readdir(root).catch(() => []))
    names.push(...(await readdir(join(root, shelf)).catch(() => [])))
  return names.flatMap((name) => {
    const id = AssetId.safeParse(name)
    return id.success ? [id.data] : []
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
