import type { Import, ImportItem } from '@shared/contract/imports'
import { IMPORT_ITEM_STATES } from '@shared/domain/import-state'
import { csvTable, markdownTable } from '../../text/table-file'

const OUTCOMES: Record<ImportItem['state'], string> = {
  waiting: 'not read yet',
  working: 'being read',
  asks: 'asks what to do',
  added: 'added',
  updated: 'updated',
  duplicate: 'already there',
  skipped: 'skipped',
  failed: 'failed',
  cancelled: 'stopped',
}
const COLUMNS = ['Name', 'Outcome', 'Title', 'Reason', 'Remarks', 'Seconds'] as const

/** What became of each item of an import, as a file: a table for people, or for a spreadsheet (RFC 4180). */
export function importReport(
  { createdAt, total, counts }: Import,
  items: Iterable<ImportItem>,
  format: 'markdown' | 'csv',
): { name: string; mediaType: string; text: string } {
  const rows: string[][] = []
  for (const item of items) rows.push(cellsOf(item))
  const day = new Date(createdAt).toISOString().slice(0, 10)
  if (format === 'csv') {
    return { name: `import-${day}.csv`, mediaType: 'text/csv', text: csvTable([COLUMNS, ...rows]) }
  }
  const sums = IMPORT_ITEM_STATES.flatMap((state) => (counts[state] > 0 ? [`${counts[state]} ${OUTCOMES[state]}`] : []))
  const text = `# Import of ${day}\n\n${total} ${total === 1 ? 'item' : 'items'}: ${sums.join(', ') || 'nothing'}.\n\n${markdownTable(COLUMNS, rows)}`
  return { name: `import-${day}.md`, mediaType: 'text/markdown', text }
}

function cellsOf({ name, state, title, error, known, remark, tookMs }: ImportItem): string[] {
  const reason = error?.message ?? (known === null ? '' : `Another version is in your library: ${known.title}`)
  return [name, OUTCOMES[state], title ?? '', reason, remark ?? '', tookMs === null ? '' : (tookMs / 1000).toFixed(2)]
}
