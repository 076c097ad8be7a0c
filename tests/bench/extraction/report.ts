/** Rows of the table in reading order; what an engine or corpus has not is left out. */
const ROWS: readonly (readonly [key: string, label: string])[] = [
  ['pages', 'pages'],
  ['errors', 'crashes'],
  ['empty', 'empty'],
  ['f1', 'text F1'],
  ['precision', '  precision'],
  ['recall', '  recall'],
  ['exact', '  exact'],
  ['below50', '  pages below .5'],
  ['segF1', 'segment F1'],
  ['segPrecision', '  precision'],
  ['segRecall', '  recall'],
  ['commentLeak', '  comment leak'],
  ['title', 'title right'],
  ['byline', 'author right'],
  ['date', 'date right'],
  ['language', 'language right'],
  ['site', 'site right'],
  ['licence', 'licence right'],
  ...['links', 'images', 'tables', 'code', 'footnotes'].map((kind) => [`kept ${kind}`, `${kind} kept`] as const),
  ...[
    ...[
      'prose',
      'lists',
      'headings',
      'infobox',
      'refs',
      'reflinks',
      'archived',
      'retrieved',
      'tex',
      'tableRows',
      'images',
    ],
    ...['captions', 'hatnotesKept', 'navboxLeak', 'editLeak', 'chromeLeak', 'backlinkLeak'],
    ...['title', 'titleSuffix', 'date', 'license'],
  ].map((name) => [`wiki ${name}`, name] as const),
  ['cpu median', 'CPU ms, median'],
  ['cpu p95', '  p95'],
  ['cpu longest', '  longest'],
  ['ratio median', 'CPU ratio, median'],
  ['ratio p95', '  p95'],
  ['ratio of sums', '  of sums'],
  ['first ratio median', 'first reading, median'],
  ['first ratio p95', '  p95'],
  ['peak MiB', 'peak memory, MiB'],
]

/** One corpus as a table: a row for each figure, a column for each engine. */
export function table(corpus: string, engines: Readonly<Record<string, Readonly<Record<string, number>>>>): string {
  const names = Object.keys(engines)
  const lines = [corpus.padEnd(26) + names.map((name) => name.padStart(13)).join('')]
  for (const [key, label] of ROWS) {
    const values = names.map((name) => engines[name]?.[key])
    if (values.every((value) => value === undefined || Number.isNaN(value))) continue
    const many = engines[names[0] ?? '']?.[key.replace('kept', 'of')]
    const of = key.startsWith('kept') && many !== undefined ? ` (of ${String(many)})` : ''
    lines.push((label + of).padEnd(26) + values.map((value) => format(key, value).padStart(13)).join(''))
  }
  return lines.join('\n')
}

function format(key: string, value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (/^cpu|MiB/u.test(key)) return value.toFixed(value < 100 ? 1 : 0)
  if (/ratio/u.test(key)) return value.toFixed(2)
  return Number.isInteger(value) && !/^kept|^wiki|right/u.test(key) ? String(value) : value.toFixed(3)
}
