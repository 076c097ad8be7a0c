import type { CslItem } from './csl-item'

const KINDS: Readonly<Record<CslItem['type'], string>> = {
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  'entry-encyclopedia': 'ENCYC',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
}

/** Sources as RIS (Research Information Systems, 2011), one record each; lines end with CR LF. */
export function ris(items: readonly CslItem[]): string {
  return items.map(record).join('\r\n')
}

function record(item: CslItem): string {
  const [year] = item.issued?.['date-parts'][0] ?? []
  const lines: (readonly [string, string | undefined])[] = [
    ['TY', KINDS[item.type]],
    ...(item.author ?? []).map(
      ({ family, given, suffix, literal }) =>
        ['AU', literal ?? [family, given, suffix].filter((part) => part !== undefined).join(', ')] as const,
    ),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', slashed(item.issued)],
    ['ET', item.version === undefined ? undefined : `Revision ${item.version}`],
    ['DO', item.DOI],
    ['SN', item.ISBN],
    ['UR', item.URL],
    ['Y2', slashed(item.accessed)],
    ['LA', item.language],
    ['ID', item.id],
    ['ER', ''],
  ]
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/gu, ' ').trim()}\r\n`]))
    .join('')
}

/** `YYYY/MM/DD/`, as much of it as is known. */
function slashed(date: CslItem['issued']): string | undefined {
  if (date === undefined) return undefined
  const [year, month, day] = date['date-parts'][0]
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'))
  return `${year ?? ''}/${two(month)}/${two(day)}/`
}
