import type { CitationStyle } from '@shared/domain/output'
import type { CslItem, CslName } from './csl-item'
import { dateWords, yearOf } from './dates'
import { initialsOf } from './names'
import { italic, plainRuns, type Run, runs, sentences } from './runs'

/** One way to cite. */
interface Style {
  /** An entry of the bibliography. */
  readonly entry: (item: CslItem) => Run[]
  /** Behind a quote, with its brackets. `at` is its number in the bibliography, for styles that count. */
  readonly inText: (item: CslItem, at: number) => string
}

/** The American Psychological Association's style, 7th edition (2020), chapters 8 to 10. */
const apa: Style = {
  entry(item) {
    const { issued, accessed, URL: url, DOI: doi } = item
    const day = issued === undefined ? 'n.d.' : apaDate(item)
    const authors = listed(item, (name) => inverted(name, '. '), { last: ', & ', two: ', & ', most: 20 })
    const within = item['container-title'] ?? null
    const isPart =
      item.type === 'article-newspaper' || item.type === 'article-journal' || item.type === 'entry-encyclopedia'
    const title = isPart ? runs(item.title) : runs(italic(item.title))
    const source =
      within === null ? [] : runs(item.type === 'entry-encyclopedia' ? 'In ' : null, isPart ? italic(within) : within)
    const lead = authors === null ? [title, runs(`(${day})`)] : [runs(authors), runs(`(${day})`), title]
    const address =
      doi !== undefined
        ? `https://doi.org/${doi}`
        : url === undefined
          ? null
          : issued === undefined && accessed !== undefined
            ? `Retrieved ${dateWords(accessed, 'mdy', 'long')}, from ${url}`
            : url
    const body = sentences([...lead, sameName(item, within) ? [] : source])
    return address === null ? body : [...body, ...runs(` ${address}`)]
  },
  inText: (item) =>
    `(${familyNames(item, { and: ' & ', most: 2 }) ?? shortTitle(item)}, ${yearOf(item.issued) ?? 'n.d.'})`,
}

function apaDate({ type, issued }: CslItem): string {
  const year = yearOf(issued) ?? 'n.d.'
  if (issued === undefined || type === 'book' || type === 'article-journal') return year
  const day = dateWords(issued, 'md', 'long')
  return day === '' ? year : `${year}, ${day}`
}

/** The Modern Language Association's style, 9th edition (2021), chapter 5. */
const mla: Style = {
  entry(item) {
    const { issued, accessed, URL: url, DOI: doi } = item
    const authors =
      item.author?.length === 1 || item.author === undefined
        ? listed(item, (name) => inverted(name, null), { last: '', two: '', most: 1 })
        : mlaAuthors(item)
    const isWhole = item.type === 'book'
    const title = isWhole ? runs(italic(item.title)) : quoted(item.title, '“', '”')
    const within = item['container-title'] ?? null
    const parts = [
      sameName(item, within) || within === null ? null : [italic(within)],
      issued === undefined ? null : runs(dateWords(issued, 'dmy', 'short')),
      doi !== undefined
        ? runs(`https://doi.org/${doi}`)
        : url === undefined
          ? null
          : runs(url.replace(/^https?:\/\//u, '')),
    ].flatMap((part) => part ?? [])
    const container = parts.flatMap((part, at) => (at === 0 ? [part] : [{ text: ', ' }, part]))
    const seen =
      accessed === undefined || item.type === 'book' ? [] : runs(`Accessed ${dateWords(accessed, 'dmy', 'short')}`)
    return sentences([authors === null ? [] : runs(authors), title, container, seen])
  },
  inText: (item) => `(${familyNames(item, { and: ' and ', most: 2 }) ?? `“${shortTitle(item)}”`})`,
}

function mlaAuthors(item: CslItem): string | null {
  const [first, second] = item.author ?? []
  if (first === undefined || second === undefined) return null
  const rest = (item.author?.length ?? 0) > 2 ? ', et al' : `, and ${inOrder(second)}`
  return `${inverted(first, null)}${rest}`
}

/** The Chicago Manual of Style, 17th edition (2017), author and date: chapter 15. */
const chicago: Style = {
  entry(item) {
    const { issued, accessed, URL: url, DOI: doi } = item
    const authors = chicagoAuthors(item)
    const within = item['container-title'] ?? null
    const title = item.type === 'book' ? runs(italic(item.title)) : quoted(item.title, '“', '”')
    const day = issued === undefined || item.type === 'book' ? '' : dateWords(issued, 'md', 'long')
    const where = runs(
      within === null || sameName(item, within)
        ? null
        : item.type === 'webpage' || item.type === 'post-weblog'
          ? within
          : italic(within),
      within !== null && !sameName(item, within) && day !== '' ? `, ${day}` : day,
    )
    const seen =
      issued === undefined && accessed !== undefined ? runs(`Accessed ${dateWords(accessed, 'mdy', 'long')}`) : []
    const address = doi !== undefined ? `https://doi.org/${doi}` : (url ?? null)
    const year = runs(yearOf(issued) ?? 'n.d.')
    const lead = authors === null ? [title, year] : [runs(authors), year, title]
    return sentences([...lead, where, seen, address === null ? [] : runs(address)])
  },
  inText: (item) =>
    `(${familyNames(item, { and: ' and ', most: 3 }) ?? `“${shortTitle(item)}”`} ${yearOf(item.issued) ?? 'n.d.'})`,
}

function chicagoAuthors(item: CslItem): string | null {
  const [first, ...others] = item.author ?? []
  if (first === undefined) return null
  const names = [inverted(first, null), ...others.map(inOrder)]
  return names.length < 3 ? names.join(', and ') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`
}

/** Harvard, as Cite Them Right writes it (12th edition, 2022). */
const harvard: Style = {
  entry(item) {
    const { issued, accessed, URL: url, DOI: doi } = item
    const authors = listed(item, (name) => inverted(name, '.'), { last: ' and ', two: ' and ', most: 3 })
    const year = `(${yearOf(issued) ?? 'no date'})`
    const within = item['container-title'] ?? null
    const isPart =
      item.type === 'article-newspaper' || item.type === 'article-journal' || item.type === 'entry-encyclopedia'
    const title = isPart ? quoted(item.title, '‘', '’') : [italic(item.title)]
    const day = issued === undefined || item.type === 'book' || !isPart ? '' : dateWords(issued, 'dm', 'long')
    const source = within === null || !isPart ? [] : runs(', ', italic(within), day === '' ? null : `, ${day}`)
    const head =
      authors === null
        ? [...title, ...runs(` ${year}`), ...source]
        : [...runs(`${authors} ${year} `), ...title, ...source]
    const seen = accessed === undefined ? '' : ` (Accessed: ${dateWords(accessed, 'dmy', 'long')})`
    const address =
      doi !== undefined ? `Available at: https://doi.org/${doi}` : url === undefined ? null : `Available at: ${url}`
    return sentences([head, address === null ? [] : runs(`${address}${seen}`)])
  },
  inText: (item) => {
    const names = familyNames(item, { and: ' and ', most: 3 })
    const year = yearOf(item.issued) ?? 'no date'
    return `(${names ?? shortTitle(item)}, ${year})`
  },
}

/** Vancouver, as the National Library of Medicine writes it (Citing Medicine, 2nd edition, chapters 25 and 26). */
const vancouver: Style = {
  entry(item) {
    const { issued, accessed, URL: url, DOI: doi } = item
    const authors = listed(item, (name) => vancouverName(name), { last: ', ', two: ', ', most: 6 })
    const within = item['container-title'] ?? null
    const online = url === undefined ? '' : ' [Internet]'
    const cited = accessed === undefined ? '' : ` [cited ${dateWords(accessed, 'ymd', 'long')}]`
    const day = `${issued === undefined ? 'date unknown' : dateWords(issued, 'ymd', 'long')}${cited}`
    const hasSource = within !== null && !sameName(item, within)
    const where = hasSource ? runs(`${within}${online}. ${day}`) : runs(day)
    return sentences([
      authors === null ? [] : runs(authors),
      runs(`${item.title}${hasSource ? '' : online}`),
      where,
      doi !== undefined ? runs(`doi: ${doi}`) : url === undefined ? [] : runs(`Available from: ${url}`),
    ])
  },
  inText: (_, at) => `(${at})`,
}

const STYLES: Readonly<Record<CitationStyle, Style>> = { apa, mla, chicago, harvard, vancouver }

/** An entry of the bibliography. */
export function citationEntry(item: CslItem, style: CitationStyle): Run[] {
  return STYLES[style].entry(item)
}

/** What stands behind a quote, with its brackets. */
export function citationInText(item: CslItem, style: CitationStyle, at = 1): string {
  return STYLES[style].inText(item, at)
}

/** A bibliography in its order: as the articles come where a style counts them, else by its letters. */
export function bibliographyOf(items: readonly CslItem[], style: CitationStyle): Run[][] {
  const entries = items.map((item) => citationEntry(item, style))
  if (style === 'vancouver') return entries
  const letters = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true })
  const key = (entry: readonly Run[]) => plainRuns(entry).replace(/^(?:the|an?)\s+/iu, '')
  return entries
    .map((entry) => ({ entry, key: key(entry) }))
    .sort((a, b) => letters.compare(a.key, b.key) || (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry)
}

/** `Snow, J.` with initials, `Snow, John` without (`dot` null). */
function inverted({ family, given, suffix, literal }: CslName, dot: string | null): string {
  if (literal !== undefined || family === undefined) return literal ?? given ?? ''
  const first = given === undefined || given === '' ? null : dot === null ? given : initialsOf(given, dot)
  return [family, first, suffix].filter((part) => part !== null && part !== undefined).join(', ')
}

function inOrder({ family, given, suffix, literal }: CslName): string {
  return literal ?? [given, family, suffix].filter((part) => part !== undefined && part !== '').join(' ')
}

function vancouverName({ family, given, literal }: CslName): string {
  return literal ?? `${family ?? ''} ${initialsOf(given ?? '', '')}`.trim()
}

interface Listing {
  readonly last: string
  /** Between the only two. */
  readonly two: string
  /** More than that many are cut to the first. */
  readonly most: number
}

function listed(
  { author = [] }: CslItem,
  write: (name: CslName) => string,
  { last, two, most }: Listing,
): string | null {
  const names = author.map(write)
  if (names.length === 0) return null
  if (names.length > most) return `${names.slice(0, most === 6 ? 6 : 1).join(', ')}, et al`
  if (names.length === 2) return names.join(two)
  return [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part !== undefined && part !== '').join(last)
}

function familyNames(
  { author = [] }: CslItem,
  { and, most }: { readonly and: string; readonly most: number },
): string | null {
  const names = author.map(({ family, literal, given }) => family ?? literal ?? given ?? '')
  const [first] = names
  if (first === undefined) return null
  if (names.length > most) return `${first} et al.`
  return names.length < 3
    ? names.join(and)
    : `${names.slice(0, -1).join(', ')}${and.replace(/^ /u, and.includes('&') ? ', ' : ' ')}${names.at(-1) ?? ''}`
}

function quoted(title: string, open: string, close: string): Run[] {
  // What quotes within a title become the other kind.
  const inner = open === '“' ? title.replace(/[“”"]/gu, (mark) => (mark === '“' ? '‘' : '’')) : title
  return runs(`${open}${inner}${open === '“' ? (/[.?!]$/u.test(inner) ? '' : '.') : ''}${close}`)
}

/** Whether the site is its own author, who then is not named twice. */
function sameName({ author }: CslItem, name: string | null): boolean {
  return name !== null && author?.length === 1 && author[0]?.literal === name
}

/** The first words of a title, for where there is no author. */
function shortTitle({ title }: CslItem): string {
  const words = title.split(' ')
  return words.length <= 6 ? title : words.slice(0, 5).join(' ')
}
