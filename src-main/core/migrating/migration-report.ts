import type { MigrationResult } from '@shared/contract/migrating'
import type { Outcome } from './bring-all'
import { csvTable, markdownTable } from '../text/table-file'
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
    return { name: `brought-in-${day}.csv`, mediaType: 'text/csv', text: csvTable([head, ...rows]) }
  }
  const { added, extended, unchanged, placed, orphaned, waiting, notes, failed } = result
  const sums = [
    `${added} articles added, ${extended} given something new, ${unchanged} unchanged, ${failed} failed.`,
    `${placed + waiting + orphaned} highlights: ${placed} on their words, ${waiting} of articles without a text, ${orphaned} not found in the text.`,
    `${notes} notes. ${problems.length} entries could not be read.`,
  ]
  const from = files.map(({ name, tool }) => `${name} (${tool})`).join(', ')
  const text = `# Brought in on ${day}\n\nFrom ${from || 'no file'}.\n\n${sums.join('\n')}\n\n${markdownTable(head, rows)}`
  return { name: `brought-in-${day}.md`, mediaType: 'text/markdown', text }
}
