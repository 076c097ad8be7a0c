import type { Found, Problem, Reading, Where } from '../record'
import type { ArticleRecord } from '../record'
import { parseCsv } from './csv'

/** A row whose cells are asked for by the names of their columns. */
export interface TableRow {
  readonly where: Where
  /** The cell of the first of these columns that is there and not empty; else empty. White space around it is gone. */
  get(...columns: string[]): string
}

/** A column's name without case, spaces and signs: `Time Added`, `time_added` and `TimeAdded` are one. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** The columns of a table, by its first line; empty where the text is no table. */
export function columnsOf(text: string): ReadonlySet<string> {
  if (/^\s*[[{<]/u.test(text)) return new Set()
  const [head] = parseCsv(text.slice(0, 20_000)).rows
  return new Set((head?.cells ?? []).map(columnKey))
}

/** Whether a table has all of these columns. */
export function hasColumns(file: Reading, ...columns: string[]): boolean {
  const there = columnsOf(file.text)
  return columns.every((column) => there.has(columnKey(column)))
}

/** Reads each row of a table; a row that cannot be read is reported, and the rest goes on. */
export function readTable(
  file: Reading,
  read: (row: TableRow, problem: (message: string) => void) => ArticleRecord | null,
): Found {
  const { rows, broken } = parseCsv(file.text)
  const places = new Map<string, number>()
  rows[0]?.cells.forEach((name, at) => {
    if (!places.has(columnKey(name))) places.set(columnKey(name), at)
  })
  const problems: Problem[] = broken.map((line) => ({
    where: { file: file.name, line },
    message: 'A quotation mark is opened in this line and never closed.',
  }))
  const articles: ArticleRecord[] = []
  for (const { line, cells } of rows.slice(1)) {
    const where = { file: file.name, line }
    const get = (...columns: string[]): string => {
      for (const column of columns) {
        const value = cells[places.get(columnKey(column)) ?? -1]?.trim() ?? ''
        if (value !== '') return value
      }
      return ''
    }
    const article = read({ where, get }, (message) => problems.push({ where, message }))
    if (article !== null) articles.push(article)
  }
  return { articles, problems }
}
