import { type Element, closest, elements, some } from '../html/html-tree'
import type { PageBlocks } from './page-blocks'

/** Characters: a cell with more lays out a page. */
const LONGEST_CELL = 300

/** Tells what stands in a cell of a table of facts: a link there is a value and leads nowhere else than the table is about. */
export function createDataTableTest(page: PageBlocks): (element: Element) => boolean {
  const known = new Map<Element, boolean>()
  return (element) => {
    const cell = closest(element, ({ tagName }) => tagName === 'td' || tagName === 'th')
    const table = cell && closest(cell, ({ tagName }) => tagName === 'table')
    if (!table) return false
    const isData = known.get(table) ?? isDataTable(page, table)
    known.set(table, isData)
    return isData
  }
}

/** Several rows with several short cells each, and more words than links. */
function isDataTable({ spans, blocks }: PageBlocks, table: Element): boolean {
  const span = spans.get(table)
  if (!span || some(table, ({ tagName }) => tagName === 'table')) return false
  const lengths = elements(table, 'tr').map((row) =>
    elements(row, 'td', 'th').map((cell) => spans.get(cell)?.length ?? 0),
  )
  const full = lengths.filter((row) => row.filter((length) => length > 0).length > 1)
  if (full.length < 2 || full.length * 2 < lengths.length || lengths.flat().some((length) => length > LONGEST_CELL))
    return false
  const links = blocks.slice(span.start, span.end).reduce((sum, block) => sum + block.links, 0)
  return links * 2 < span.length
}
