import type { MigrationResult } from '@shared/contract/migrating'
import type { Outcome } from './bring-all'
import type { ReadFiles } from './read-files'

/** What became of each article and line, as a file: a table for people, or for a spreadsheet (RFC 4180). */
export function migrationReport(
  { files, problems }: Pick<ReadFiles, 'files' | 'problems'>,
  outcomes: readonly Outcome[],
  result: MigrationResult,
  now: number,
  format: 'markdown' | 'csv',
): { name: string; mediaType: string; text: string } {
  const rows = [
    ...outcomes.map(({ title, url, outcome, remark }) => [title, url ?? '', outcome, remark]),
    ...problems.map(({ where, message }) => [
      where.line === null ? where.file : `${where.file}, ${where.line}`,
      '',
      'not read',
      message,
    ]),
  ]
  const head = ['Article', 'Address', 'Outcome', 'Remarks']
  const day = new Date(now).toISOString().slice(0, 10)
  if (format === 'csv') {
    const text = [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
    return { name: `brought-in-${day}.csv`, mediaType: 'text/csv', text }
  }
  const { added, extended, unchanged, placed, orphaned, waiting, notes, failed } = result
  const sums = [
    `${added} articles added, ${extended} given something new, ${unchanged} unchanged, ${failed} failed.`,
    `${placed + waiting + orphaned} highlights: ${placed} on their words, ${waiting} of articles without a text, ${orphaned} not found in the text.`,
    `${notes} notes. ${problems.length} entries could not be read.`,
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const table = [line(head), line(head.map(() => '---')), ...rows.map((cells) => line(cells.map(markdownCell)))]
  const from = files.map(({ name, tool }) => `${name} (${tool})`).join(', ')
  const text = `# Brought in on ${day}\n\nFrom ${from || 'no file'}.\n\n${sums.join('\n')}\n\n${table.join('')}`
  return { name: `brought-in-${day}.md`, mediaType: 'text/markdown', text }
}

/** A cell that begins like a formula would be worked out by a spreadsheet, whoever wrote it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe
}

function markdownCell(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>|]/gu, '\\$&')
    .trim()
}
