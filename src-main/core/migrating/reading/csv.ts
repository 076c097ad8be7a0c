/** A row of a table, with the line it begins in, from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvTable {
  readonly rows: readonly CsvRow[]
  /** Lines in which a quotation begins that never ends. */
  readonly broken: readonly number[]
}

/** Broken lines beyond this are read with their quotation marks as letters, so that no file takes forever. */
const MOST_BROKEN = 200

/**
 * Reads a table of comma-separated values (RFC 4180), as spreadsheets and scripts write it: any line end, a quotation mark within
 * a quoted value that is not doubled, and commas, semicolons or tabs between values, whichever the first line has most of.
 * A quotation that never ends costs its line alone.
 */
export function parseCsv(text: string): CsvTable {
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  const broken: number[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const row = readRow(text, at, separator, broken.length < MOST_BROKEN)
    if (row === null) {
      broken.push(line)
      at = afterLine(text, at)
      line += 1
      continue
    }
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: row.cells })
    line += linesIn(text, at, row.end)
    at = row.end
  }
  return { rows, broken }
}

/** Null where a quotation does not end. */
function readRow(
  text: string,
  start: number,
  separator: string,
  quotes: boolean,
): { cells: string[]; end: number } | null {
  const cells: string[] = []
  let at = start
  for (;;) {
    let value = ''
    if (quotes && text[at] === '"') {
      const end = quotationEnd(text, at + 1, separator)
      if (end === -1) return null
      value = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    }
    END.lastIndex = at
    const from = at
    for (at = nextEnd(text); at < text.length && !isEnd(text[at], separator); at = nextEnd(text)) continue
    cells.push(value + text.slice(from, at))
    if (text[at] === separator) {
      at += 1
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    return { cells, end: at }
  }
}

/** Everything that can end a value, whichever of them separates. */
const END = /[,;\t\r\n]/gu

function nextEnd(text: string): number {
  return END.exec(text)?.index ?? text.length
}

function isEnd(character: string | undefined, separator: string): boolean {
  return character === separator || character === '\n' || character === '\r'
}

/** The mark that ends a quotation: one that a separator, a line end or nothing follows. */
function quotationEnd(text: string, from: number, separator: string): number {
  let at = text.indexOf('"', from)
  while (at !== -1) {
    const next = text[at + 1]
    if (next === '"') at += 1
    else if (next === undefined || next === separator || next === '\n' || next === '\r') return at
    at = text.indexOf('"', at + 1)
  }
  return -1
}

function separatorOf(text: string): string {
  const head = text.slice(0, afterLine(text, 0)).replace(/"[^"]*"/gu, '')
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: head.split(separator).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).separator
}

function afterLine(text: string, from: number): number {
  const found = /\r\n?|\n/u.exec(text.slice(from, from + 1_000_000))
  return found === null ? text.length : from + found.index + found[0].length
}

function linesIn(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\r\n?|\n/gu)?.length ?? 0
}
