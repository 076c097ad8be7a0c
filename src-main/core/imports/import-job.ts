import { randomUUID } from 'node:crypto'
import type { Import, ImportItem, ImportSource } from '@shared/contract/imports'
import { ImportItemId, type ImportId } from '@shared/domain/ids'

/** Where an item's source is to be had. */
export type Origin =
  | { readonly kind: 'file'; readonly path: string; readonly staged: string }
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'text'
      /** Its first words. */
      readonly name: string
      readonly staged: string
      readonly format: Extract<ImportSource, { kind: 'text' }>['format']
    }

/** One row of an import, as it is worked on. */
export interface JobItem {
  readonly origin: Origin
  /** Ends the fetching of this item; anew for each try. */
  stop: AbortController
  row: ImportItem
}

/** An import of this session. */
export interface Job {
  readonly id: ImportId
  readonly createdAt: number
  started: boolean
  /** What was added so far; which of them become items is told at the start. */
  readonly origins: Origin[]
  items: JobItem[]
}

/** A fresh item, waiting. */
export function newItem(origin: Origin, name: string): JobItem {
  return { origin, stop: new AbortController(), row: { ...WAITING, id: ImportItemId.parse(randomUUID()), name } }
}

const WAITING = {
  state: 'waiting',
  step: null,
  articleId: null,
  title: null,
  remark: null,
  error: null,
} as const satisfies Partial<ImportItem>

/** Puts an item back in the queue. */
export function waitAgain(item: JobItem): void {
  item.stop = new AbortController()
  item.row = { ...item.row, ...WAITING }
}

/** Whether an item will not change any more. */
export function isSettled({ row }: JobItem): boolean {
  return row.state !== 'waiting' && row.state !== 'working'
}

/** A job as the contract shows it. */
export function describeJob({ id, createdAt, started, items }: Job): Import {
  const state = !started ? 'collecting' : items.every(isSettled) ? 'done' : 'running'
  return { id, createdAt, state, items: items.map(({ row }) => row) }
}
