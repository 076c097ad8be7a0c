/** What a row of the search index is of, in the order of the rows' numbers. */
export const ROW_KINDS = ['passage', 'highlight', 'note', 'own-note', 'answer'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** Places in a document, and documents of a kind: bits of a row's number. All numbers stay below 2⁵³. */
const PLACE_BITS = 20
const KIND_BITS = 50
const PLACES = 2 ** PLACE_BITS
const KIND = 2 ** KIND_BITS

/** The most rows of one document. */
export const MOST_PLACES = PLACES

/** The number of a row: its kind, its document (an article, an annotation, a note, an answer) and its place in that. */
export function rowId(kind: RowKind, document: number, place: number): number {
  return ROW_KINDS.indexOf(kind) * KIND + document * PLACES + place
}

/** The first and the last number that rows of a kind can have. */
export function rowsOf(kind: RowKind): { readonly first: number; readonly last: number } {
  const first = ROW_KINDS.indexOf(kind) * KIND
  return { first, last: first + KIND - 1 }
}

/** The document of a row, counted within its kind. */
export function documentOf(row: number): number {
  return Math.floor((row % KIND) / PLACES)
}

/** The first and the last number that passages of an article can have. */
export function rowsOfDocument(document: number): { readonly first: number; readonly last: number } {
  const first = rowId('passage', document, 0)
  return { first, last: first + PLACES - 1 }
}

/** A row's document as SQL; the same number for all rows of one document, and for none of another. */
export const DOCUMENT_SQL = `rowid >> ${PLACE_BITS}`
