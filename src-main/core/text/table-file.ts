type Rows = Iterable<readonly string[]>

/** Rows as CSV (RFC 4180). */
export function csvTable(rows: Rows): string {
  return Array.from(rows, (cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** Rows as a table of GitHub Flavored Markdown; nothing in a cell is markup. */
export function markdownTable(head: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [line(head), line(head.map(() => '---')), ...Array.from(rows, (cells) => line(cells.map(markdownCell)))].join(
    '',
  )
}

/**
 * Spreadsheets run what begins like a formula, and an article's words could be one that sends data away, so such a cell gets an
 * apostrophe before it, as spreadsheets themselves write text.
 */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

function markdownCell(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>|]/gu, '\\$&')
    .trim()
}
