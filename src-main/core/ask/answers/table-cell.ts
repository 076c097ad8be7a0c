import type { Cell, Row, Table } from '../../text/tables'
import type { AskStore, TableSource } from '../ask-store'
import type { Range } from '../cite/sentences'
import type { Question } from '../question/question'
import { bagOf, createLikeness, union, wordsOf, type Likeness } from '../rank/words'
import type { Evidence } from '../retrieve/candidate'
import type { AnsweringFact } from './facts'
import { wantedOf } from './wanted'

/** So many articles are looked at. */
const ARTICLES = 3
const ENOUGH = 0.6
/** So much of the question must be said by the row, the column, and what the table is about. */
const COVERED = 0.85
const LONGEST_CELL = 160
const LONGEST_ROW = 600
/** What a question for a cell needs, and no table has. */
const LIGHT =
  /^(?:us(?:e|es|ed|ing)|ha(?:ve|s|d)|ma(?:ke|kes|de)|call(?:ed)?|list(?:ed)?|according|table|people|live[sd]?)$/u

/** The cell of a table that answers: its row and its column hold what is asked; null when there is none. */
export function tableCellFor(store: AskStore, question: Question, evidence: Evidence): AnsweringFact | null {
  const articles = [...new Set(evidence.candidates.map(({ articleId }) => articleId))].slice(0, ARTICLES)
  let best: Scored | null = null
  for (const articleId of articles) {
    const source = store.tablesOf(articleId)
    for (const table of source?.tables ?? []) {
      const found = source === undefined ? null : cellOf(source, table, question, evidence.weights)
      if (found !== null && found.score > (best?.score ?? 0)) best = found
    }
  }
  return best?.found ?? null
}

interface Scored {
  readonly score: number
  readonly found: AnsweringFact
}

function cellOf(source: TableSource, table: Table, question: Question, weights: readonly number[]): Scored | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const headers = headerRows(table)
  if (total === 0 || headers === 0 || headers === table.rows.length) return null
  const likeness = createLikeness(question.terms)
  const matchOf = matcher(source.text, question, likeness)
  const caption = table.caption === null ? '' : source.text.slice(table.caption.start, table.caption.end)
  const about = bagOf(wordsOf(`${source.title} ${caption}`), question.terms, likeness).match
  const columns = columnsOf(table, headers).map((cells) => ({
    label: labelOf(source.text, cells),
    match: cells.reduce((all, cell) => union(all, matchOf(cell)), question.terms.map(() => 0)),
  })) // prettier-ignore
  const light = question.terms.map(({ word, name }) => Number(!name && LIGHT.test(word)))
  let best: Scored | null = null
  for (const row of table.rows.slice(headers)) {
    row.forEach((cell, at) => {
      const column = columns[at]
      if (column === undefined || cell.isHeader || cell.end - cell.start > LONGEST_CELL) return
      const others = row.reduce((all, other) => (other === cell ? all : union(all, matchOf(other))), about.map(() => 0)) // prettier-ignore
      const tells = (match: readonly number[], beside: readonly number[]) =>
        match.some((value, term) => value >= ENOUGH && (beside[term] ?? 0) < ENOUGH && (weights[term] ?? 0) > 0)
      // The row and the column must each be asked for, beside what the whole table is about.
      if (!tells(others, union(about, column.match)) || !(tells(column.match, others) || isOnlyOther(row, cell))) return
      const held = union(union(others, column.match), union(about, light))
      const covered = held.reduce((sum, value, term) => sum + value * (weights[term] ?? 0), 0) / total
      const spare = wordsOf(column.label).length - column.match.filter((value) => value >= ENOUGH).length
      const score = covered - 0.02 * Math.max(0, spare)
      if (covered < COVERED || score <= (best?.score ?? 0)) return
      const found = factOf(source, row, cell, at, column.label, question)
      if (found !== null) best = { score, found }
    })
  }
  return best
}

/** How alike each term is to a cell, each cell read once. */
function matcher(text: string, question: Question, likeness: Likeness) {
  const known = new Map<Cell, readonly number[]>()
  return (cell: Cell): readonly number[] => {
    const match = known.get(cell) ?? bagOf(wordsOf(text.slice(cell.start, cell.end)), question.terms, likeness).match
    known.set(cell, match)
    return match
  }
}

/** A table of two columns need not be asked for its second one. */
function isOnlyOther(row: Row, cell: Cell): boolean {
  return new Set(row).size === 2 && row[0] !== cell
}

/** How many rows at the top name the columns: those of header cells alone, else the first. */
function headerRows({ rows }: Table): number {
  const first = rows.findIndex((row) => row.some(({ isHeader }) => !isHeader))
  return Math.max(first, 0) === 0 ? Math.min(1, rows.length) : first
}

function columnsOf({ rows }: Table, headers: number): Cell[][] {
  const columns: Cell[][] = []
  for (const row of rows.slice(0, headers)) {
    row.forEach((cell, at) => (columns[at] = [...(columns[at] ?? []), cell]))
  }
  return columns.map((cells) => [...new Set(cells)])
}

function labelOf(text: string, cells: readonly Cell[]): string {
  return cells
    .map(({ start, end }) => text.slice(start, end).replace(/\[[^\]]*\]/gu, '').replace(/\s+/gu, ' ').trim())
    .filter((label) => label !== '')
    .join(', ') // prettier-ignore
}

function factOf(source: TableSource, row: Row, cell: Cell, at: number, column: string, question: Question) {
  const { articleId, snapshotId, title, text } = source
  const value = text.slice(cell.start, cell.end)
  const short = wantedOf(value, question)
  if (short === null || value.trim() === '') return null
  const named = row.find((other) => other.isHeader) ?? row[at === 0 ? 1 : 0] ?? cell
  const whole = { start: Math.min(...row.map(({ start }) => start)), end: Math.max(...row.map(({ end }) => end)) }
  const { start, end }: Range = whole.end - whole.start <= LONGEST_ROW ? whole : cell
  const quote = text.slice(start, end)
  const from = cell.start - start
  return {
    fact: { label: [labelOf(text, [named]), column].filter(Boolean).join(', '), value: value.trim(), unit: null },
    citation: {
      ...{ articleId, snapshotId, title, section: '', start, end, quote, score: 1 },
      focus: { start: 0, end: quote.length },
    },
    short: { start: from + short.start, end: from + short.end },
  }
}
