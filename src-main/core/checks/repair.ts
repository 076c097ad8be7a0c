import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { LecternError } from '@shared/contract/errors'
import type { RepairReport } from '@shared/contract/backups'
import type { AssetId } from '@shared/domain/ids'
import { DATABASE_FILE } from '../database/database'
import { REPLACEMENT_FILE } from '../database/replace'
import { putInPlace, refuseUnsoundFile } from '../database/standalone'
import { createRescue, type Rescue, type StandIn } from './rescue-store'
import { openDamaged, type Salvage } from './salvage-store'

export interface RepairDeps {
  readonly folder: string
  /** Epoch ms. */
  readonly at: number
  /** Keeps bytes among the library's assets. */
  readonly keep: (bytes: Uint8Array) => Promise<AssetId>
  /** SHA-256 of a text in UTF-8, lower-case hexadecimal. */
  readonly textHash: (text: string) => string
  readonly textVersion: number
}

/**
 * Makes a new library file of every row of a damaged one that can be read, and puts it beside it, to take its place at the next
 * start. Highlights whose page is lost get a page of their quotes, notes whose highlight is lost stand alone.
 * @throws library-damaged when nothing can be read
 */
export async function repairLibrary(deps: RepairDeps): Promise<RepairReport> {
  const { folder } = deps
  const partial = join(folder, `${REPLACEMENT_FILE}.partial`)
  rmSync(partial, { force: true })
  const salvage = open(join(folder, DATABASE_FILE))
  const lost: string[] = []
  try {
    const rescue = createRescue(partial, salvage.version())
    try {
      takeOver(salvage, rescue, lost)
      rescue.update()
      await reconnect(rescue, deps, lost)
      rescue.forgetSearch()
      const counts = rescue.counts()
      rescue.close()
      refuseUnsoundFile(partial)
      putInPlace(partial, join(folder, REPLACEMENT_FILE))
      return { ...counts, lost }
    } finally {
      rescue.close()
    }
  } finally {
    salvage.close()
    rmSync(partial, { force: true })
  }
}

function open(file: string): Salvage {
  try {
    return openDamaged(file)
  } catch (error) {
    throw new LecternError(
      'library-damaged',
      `Nothing can be read of the library file ${file}. It was not changed. Restore a backup instead.`,
      undefined,
      { cause: error },
    )
  }
}

function takeOver(salvage: Salvage, rescue: Rescue, lost: string[]): void {
  for (const table of rescue.tables()) {
    let gaps = 0
    const unfit = rescue.fill(
      table,
      salvage.rows(table, () => (gaps += 1)),
    )
    if (gaps > 0) lost.push(`${gaps === 1 ? 'A stretch' : `${gaps} stretches`} of “${table}” could not be read.`)
    if (unfit > 0) lost.push(`${unfit} rows of “${table}” were garbled.`)
  }
}

async function reconnect(rescue: Rescue, deps: RepairDeps, lost: string[]): Promise<void> {
  const freed = rescue.freeNotes()
  if (freed > 0) lost.push(`The passages of ${freed} notes are lost; the notes now stand alone.`)
  for (const id of rescue.missingArticles()) rescue.addArticle(id, 'Recovered article', deps.at, randomUUID())
  for (const { id, articleId } of rescue.missingSnapshots()) {
    const quotes = rescue.quotes(id)
    const page = await standIn(
      quotes.map(({ exact }) => exact),
      deps,
    )
    rescue.addSnapshot(
      id,
      articleId,
      quotes.map(({ targetId }) => targetId),
      page,
    )
    lost.push(
      `The text of an article (${articleId}) is lost; its ${quotes.length} highlights are kept with their words.`,
    )
  }
  const removed = rescue.removeDangling()
  if (removed > 0) lost.push(`${removed} entries belonged to what is lost, and went.`)
}

const LOST_TEXT =
  'The text of this article could not be read from a damaged library. What was highlighted in it follows.'

async function standIn(quotes: readonly string[], { at, keep, textHash, textVersion }: RepairDeps): Promise<StandIn> {
  let text = LOST_TEXT
  let html = `<p>${LOST_TEXT}</p>`
  const places: [number, number][] = []
  for (const quote of quotes) {
    places.push([text.length, text.length + quote.length])
    text += quote
    html += `<p>${escapeHtml(quote)}</p>`
  }
  const bytes = new TextEncoder().encode(html)
  const original = await keep(bytes)
  return {
    ...{ text, html, places, textVersion },
    textHash: textHash(text),
    provenance: {
      via: 'paste',
      fileName: null,
      sourceUrl: null,
      original,
      originalBytes: bytes.byteLength,
      format: 'html',
      importedAt: at,
      images: {},
    },
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
}
