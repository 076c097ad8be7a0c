/** What a saved page says of the pages it is part of a series with. */
export interface SeriesMark {
  /** Its title without a page's number; empty when it has none. */
  readonly title: string
  /** As the page writes them. */
  readonly next: string | null
  readonly prev: string | null
  /** Where it was saved from. */
  readonly url: string | null
}

/** Characters of a page that are looked through: links to the next page may stand at its foot. */
const MOST = 4_000_000
const LINK = /<(?:a|link)\b[^<>]{0,2000}>/giu

/**
 * Reads which page a saved page says comes next (`rel="next"`), and which before. A look at the markup, not a parse: this is asked
 * of every page of a drop. A last page may say neither, and is told by its title.
 */
export function seriesMark(markup: string): SeriesMark {
  const text = markup.slice(0, MOST)
  const says = /\brel\s*=\s*["']?[^"'<>]*\b(?:next|prev)/iu.test(text)
  let next: string | null = null
  let prev: string | null = null
  for (const [tag] of says ? text.matchAll(LINK) : []) {
    const rel = valueOf(tag, 'rel')?.toLowerCase().split(/\s+/u) ?? []
    if (rel.includes('next')) next ??= valueOf(tag, 'href')
    else if (rel.includes('prev') || rel.includes('previous')) prev ??= valueOf(tag, 'href')
  }
  const head = text.slice(0, 200_000)
  const title = /<title[^>]{0,200}>([^<]{0,1000})/iu.exec(head)?.[1] ?? ''
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->|<!--[^>]{0,300}?\burl:\s*(https?:\S+)/iu.exec(head)
  const canonical = [...head.matchAll(LINK)].find(([tag]) => valueOf(tag, 'rel')?.toLowerCase() === 'canonical')?.[0]
  return {
    title: withoutNumber(title),
    next,
    prev,
    url: saved?.[1] ?? saved?.[2] ?? (canonical === undefined ? null : valueOf(canonical, 'href')),
  }
}

function valueOf(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? null : value.replace(/&amp;/giu, '&').trim()
}

const PAGE_WORD =
  '(?:page|part|seite|teil|p\\.|pg\\.?|página|pagina|parte|partie|strana|strona|sida|side|страница|стр\\.|часть|ページ|页|頁)'

/** `The tide – Page 2 of 3`, `The tide (2/3)`: the parts of one text are called alike but for that. */
function withoutNumber(title: string): string {
  return title
    .toLowerCase()
    .replace(
      new RegExp(
        `[\\s(\\[|–—:,-]*(?:${PAGE_WORD}\\s*\\d{1,3}(?:\\s*(?:of|von|de|sur|di|из|/)\\s*\\d{1,3})?|第?\\s*\\d{1,3}\\s*(?:ページ|页|頁)目?|\\(?\\d{1,3}\\s*/\\s*\\d{1,3}\\)?)[)\\]]?`,
        'gu',
      ),
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The files of a drop that are the second and further pages of others, by the path of the first; in their order. */
export function pageSeries(marks: ReadonlyMap<string, SeriesMark>): Map<string, readonly string[]> {
  const byPath = new Map([...marks].map(([path, mark]) => [key(path), { path, mark }]))
  const byUrl = new Map([...marks].flatMap(([path, { url }]) => (url === null ? [] : [[address(url), path] as const])))
  const find = (href: string | null, from: string): string | null => {
    if (href === null) return null
    const base = marks.get(from)?.url ?? null
    const beside = byPath.get(key(resolved(from, href)))?.path
    return beside ?? byUrl.get(address(href, base)) ?? null
  }
  const nextOf = (from: string): string | null => {
    const mark = marks.get(from)
    const next = find(mark?.next ?? null, from)
    const other = next === null ? undefined : marks.get(next)
    if (!mark || next === null || next === from || !other || mark.title === '' || mark.title !== other.title)
      return null
    // Both say so, or the second says nothing of what is before it.
    return other.prev === null || find(other.prev, next) === from ? next : null
  }
  const following = new Map(
    [...marks.keys()].flatMap((path) => {
      const next = nextOf(path)
      return next === null ? [] : [[path, next] as const]
    }),
  )
  const later = new Set(following.values())
  const series = new Map<string, readonly string[]>()
  for (const first of following.keys()) {
    if (later.has(first)) continue
    const pages = new Set<string>()
    for (let at = following.get(first); at !== undefined && !pages.has(at); at = following.get(at)) pages.add(at)
    series.set(first, [...pages])
  }
  return series
}

function address(url: string, base: string | null = null): string {
  try {
    const { host, pathname, search } = new URL(url, base ?? undefined)
    return `${host}${pathname.replace(/\/$/u, '')}${search}`
  } catch {
    return url
  }
}

/** A link of a file, as a path within the drop. */
function resolved(from: string, href: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|[/#?])/iu.test(href)) return ''
  const parts = from.split(/[\\/]+/u).slice(0, -1)
  for (const part of decoded(href.replace(/[?#].*$/su, '')).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function key(path: string): string {
  return path.replace(/\\/gu, '/').normalize('NFC').toLowerCase()
}
