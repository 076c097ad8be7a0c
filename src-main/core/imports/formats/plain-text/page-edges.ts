/** Fewer pages say nothing of what is the same on each. */
const MIN_PAGES = 3
const EDGE = 3

/**
 * Takes the heads and feet of printed pages out of a text that has form feeds, such as an RFC: lines at the edge of a page that are
 * the same on most pages but for their numbers. A paragraph that a page cut in two is whole again.
 */
export function withoutPageEdges(text: string): string {
  const pages = text.split('\f').map((page) => page.replace(/\r\n?/gu, '\n').split('\n'))
  if (pages.length < MIN_PAGES) return text
  const heads = common(pages.map((page) => edge(page)))
  const feet = common(pages.map((page) => edge([...page].reverse())))
  if (heads.size === 0 && feet.size === 0) return text
  return pages
    .map((page) => trimmed(dropped([...dropped([...page].reverse(), feet)].reverse(), heads)))
    .filter((page) => page.length > 0)
    .reduce((whole, page) => {
      const isCut = whole !== '' && !/[.!?:;]["'”’)]*$/u.test(whole) && /^\s*\p{Ll}/u.test(page[0] ?? '')
      return `${whole}${whole === '' ? '' : isCut ? '\n' : '\n\n'}${page.join('\n')}`
    }, '')
}

function edge(page: readonly string[]): string[] {
  return page
    .filter((line) => line.trim() !== '')
    .slice(0, EDGE)
    .map(pattern)
}

/** A line but for its numbers and spaces. */
function pattern(line: string): string {
  return line
    .replace(/\b(?:\d+|[ivxlc]+)\b/giu, '#')
    .replace(/\s+/gu, ' ')
    .trim()
}

function common(edges: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>()
  for (const lines of edges) for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1)
  return new Set(
    [...counts].filter(([, count]) => count >= MIN_PAGES - 1 && count * 2 > edges.length).map(([line]) => line),
  )
}

function dropped(page: readonly string[], patterns: ReadonlySet<string>): string[] {
  let seen = 0
  return page.filter((line) => line.trim() === '' || seen++ >= EDGE || !patterns.has(pattern(line)))
}

function trimmed(page: readonly string[]): string[] {
  return page
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd()
    .split('\n')
    .filter((line, _, all) => all.length > 1 || line !== '')
}
