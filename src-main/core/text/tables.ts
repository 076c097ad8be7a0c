/** A cell of a table. Offsets are UTF-16 in the text of the whole content. */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly isHeader: boolean
}

/** A row: which cell stands in each column; a cell that spans several stands in each of them. */
export type Row = readonly Cell[]

/** A table as its columns and rows are seen. */
export interface Table {
  /** Null where it has none. */
  readonly caption: { readonly start: number; readonly end: number } | null
  readonly rows: readonly Row[]
}

/** A tag with its attributes, or a character that is written otherwise, in HTML as a serialiser writes it. */
const PIECE =
  /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>|&(?:amp|lt|gt|nbsp|quot|#\d+|#x[\da-f]+);/giu
/** A table of more is data, which is not read cell by cell. */
const MOST_ROWS = 2000
const MOST_SPAN = 60

interface Open {
  caption: { start: number; end: number } | null
  readonly grid: Cell[][]
  /** Cells that go on below: by column, the cell and for how many rows. */
  readonly below: Map<number, { cell: Cell; rows: number }>
  row: Cell[] | null
  cell: { start: number; isHeader: boolean; columns: number; rows: number } | null
  readonly isFacts: boolean
}

/**
 * The tables of stored HTML, without those of an infobox and those within others. Reads along the tags, for it is done while a
 * person waits; the HTML is the sanitiser's. Empty when the offsets would not be those of the text.
 * @param text its `textContent`
 */
export function tablesOf(html: string, text: string): Table[] {
  const tables: Table[] = []
  const open: Open[] = []
  let offset = 0
  let behind = 0
  let captionFrom = 0
  for (const match of html.matchAll(PIECE)) {
    offset += match.index - behind
    behind = match.index + match[0].length
    const name = match[2]?.toLowerCase()
    if (name === undefined) {
      offset += 1
      continue
    }
    const ends = match[1] === '/'
    const table = open.at(-1)
    if (name === 'table') {
      if (!ends) open.push(emptyTable(/class="[^"]*infobox/u.test(match[3] ?? '')))
      else {
        const done = open.pop()
        if (done !== undefined && open.length === 0 && !done.isFacts)
          tables.push({ caption: done.caption, rows: done.grid })
      }
    } else if (table === undefined) continue
    else if (name === 'caption') {
      if (ends) table.caption = { start: captionFrom, end: offset }
      else captionFrom = offset
    } else if (name === 'tr') {
      if (ends) endRow(table)
      else table.row = takeBelow(table)
    } else if (name === 'td' || name === 'th') {
      if (ends) endCell(table, offset)
      else
        table.cell = {
          start: offset,
          isHeader: name === 'th',
          columns: spanOf('col', match[3]),
          rows: spanOf('row', match[3]),
        }
    }
  }
  return offset + html.length - behind === text.length ? tables.filter(({ rows }) => rows.length <= MOST_ROWS) : []
}

function emptyTable(isFacts: boolean): Open {
  return { caption: null, grid: [], below: new Map(), row: null, cell: null, isFacts }
}

function spanOf(kind: 'col' | 'row', attributes = ''): number {
  const value = Number(new RegExp(`${kind}span="(\\d+)"`, 'u').exec(attributes)?.[1] ?? 1)
  return Math.min(MOST_SPAN, Math.max(1, value))
}

/** A new row, with what goes on from the row above. */
function takeBelow({ below }: Open): Cell[] {
  const row: Cell[] = []
  for (const [column, { cell, rows }] of below) {
    row[column] = cell
    if (rows > 1) below.set(column, { cell, rows: rows - 1 })
    else below.delete(column)
  }
  return row
}

function endCell(table: Open, end: number): void {
  if (table.cell === null || table.row === null) return
  const { start, isHeader, columns, rows } = table.cell
  const cell = { start, end, isHeader }
  let column = 0
  while (table.row[column] !== undefined) column += 1
  for (let at = column; at < column + columns; at += 1) {
    table.row[at] = cell
    if (rows > 1) table.below.set(at, { cell, rows: rows - 1 })
  }
  table.cell = null
}

function endRow(table: Open): void {
  // A column that no cell stands in is left out, as a browser shows it.
  if (table.row !== null && table.row.length > 0) table.grid.push(table.row.filter((cell) => cell !== undefined))
  table.row = null
}
