/** What can become of an item of an import. `asks` and `failed` wait for a person; all but `waiting` and `working` are settled. */
export const IMPORT_ITEM_STATES = [
  'waiting',
  'working',
  /** The library has another version of it, and a person is to say what to do. */
  'asks',
  'added',
  /** It became a new snapshot of an article of the library. */
  'updated',
  /** The library has the same words already. */
  'duplicate',
  /** Left as it is, on request, because the library has another version. */
  'skipped',
  'failed',
  'cancelled',
] as const
export type ImportItemState = (typeof IMPORT_ITEM_STATES)[number]

/** No item in any state: what counting begins with. */
export const NO_ITEMS: Readonly<Record<ImportItemState, number>> = {
  waiting: 0,
  working: 0,
  asks: 0,
  added: 0,
  updated: 0,
  duplicate: 0,
  skipped: 0,
  failed: 0,
  cancelled: 0,
}
