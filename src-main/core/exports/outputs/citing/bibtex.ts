import type { CslItem, CslName } from './csl-item'

const KINDS: Readonly<Record<CslItem['type'], string>> = {
  'article-journal': 'article',
  'article-newspaper': 'article',
  book: 'book',
  'entry-encyclopedia': 'incollection',
  webpage: 'misc',
  'post-weblog': 'misc',
}
const CONTAINERS: Readonly<Record<CslItem['type'], string>> = {
  'article-journal': 'journal',
  'article-newspaper': 'journal',
  book: 'publisher',
  'entry-encyclopedia': 'booktitle',
  webpage: 'howpublished',
  'post-weblog': 'howpublished',
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Sources as BibTeX in UTF-8, each under a key of its own: family name, year, first word of the title. */
export function bibtex(items: readonly CslItem[]): string {
  const taken = new Set<string>()
  return items.map((item) => entry(item, freeKey(item, taken))).join('\n')
}

function entry(item: CslItem, key: string): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? []
  const accessed = item.accessed?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-')
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', item.author?.map(nameOf).join(' and ')],
    ['title', `{${escaped(item.title)}}`],
    [CONTAINERS[item.type], optional(item['container-title'])],
    ['year', year === undefined ? undefined : String(year)],
    ['month', month === undefined ? undefined : (MONTHS[month - 1] ?? undefined)],
    ['day', day === undefined ? undefined : String(day)],
    ['edition', item.version === undefined ? undefined : `Revision ${item.version}`],
    ['doi', item.DOI === undefined ? undefined : verbatim(item.DOI)],
    ['isbn', optional(item.ISBN)],
    ['url', item.URL === undefined ? undefined : verbatim(item.URL)],
    ['urldate', accessed],
    ['langid', optional(item.language)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`],
  )
  return `@${KINDS[item.type]}{${key},\n${lines.join('')}}\n`
}

/** `Family, Suffix, Given`; a name in braces is not taken apart. */
function nameOf({ family, given, suffix, literal }: CslName): string {
  if (literal !== undefined || family === undefined) return `{${escaped(literal ?? given ?? '')}}`
  // A name that holds the word between names would be read as two.
  const parts = [family, suffix, given].flatMap((part) => (part === undefined ? [] : [escaped(part)]))
  return /\band\b/iu.test(parts.join(' ')) ? `{${parts.join(', ')}}` : parts.join(', ')
}

function optional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escaped(text)
}

const MEANS: Readonly<Record<string, string>> = {
  '\\': String.raw`{\textbackslash}`,
  // BibTeX counts braces even behind a backslash, so a single one must be spelled.
  '{': String.raw`{\textbraceleft}`,
  '}': String.raw`{\textbraceright}`,
  '~': String.raw`{\textasciitilde}`,
  '^': String.raw`{\textasciicircum}`,
}

/** Plain words for a field: nothing of them is read as TeX. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\{}~^]/gu, (one) => MEANS[one] ?? one)
    .replace(/[$&#%_]/gu, String.raw`\$&`)
}

/** An address or identifier, which is read as it stands: what would end the field is percent-encoded. */
function verbatim(text: string): string {
  return text.replace(/[{}\\\s]/gu, (one) => encodeURIComponent(one))
}

function freeKey(item: CslItem, taken: Set<string>): string {
  const [first] = item.author ?? []
  const name = plain(first?.family ?? first?.literal ?? item['container-title'] ?? '').slice(0, 20)
  const year = String(item.issued?.['date-parts'][0][0] ?? '')
  const word = item.title.split(/\s+/u).map(plain).find((one) => one.length > 3 || /^\d+$/u.test(one)) ?? '' // prettier-ignore
  const base = `${name}${year}${word.slice(0, 20)}` || `lectern${item.id.slice(0, 8)}`
  let key = base
  for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`
  taken.add(key)
  return key
}

/** Letters and digits that every BibTeX takes in a key. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '')
}
