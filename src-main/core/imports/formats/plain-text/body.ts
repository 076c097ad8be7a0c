import { blocksOf, isListItem, isWrapped, joinLines, type TextBlock } from './blocks'
import { headingOf, isProse, mayBeHeading, type TextHeading } from './heading'
import { inlineHtml, proseHtml } from './inline'
import { listOf, mergeLists, type TextList } from './list'
import { quotedLines } from './quotes'

/** The HTML of a text's blocks: headings, lists, paragraphs, verse, and what is set in columns. */
export function bodyHtml(blocks: readonly TextBlock[]): string {
  const parts: string[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block) continue
    let list = isBreak(block.lines) ? null : listOf(block)
    let end = at
    for (let next = blocks[end + 1]; list && next; next = blocks[end + 1]) {
      const more = listOf(next)
      const merged = more && mergeLists(list, more)
      if (!merged) break
      list = merged
      end++
    }
    const heading = headingAt(blocks, at, list)
    if (heading) parts.push(`<h${heading.level}>${proseHtml(heading.text)}</h${heading.level}>`)
    else if (list) {
      parts.push(listHtml(list))
      at = end
    } else parts.push(blockHtml(block))
  }
  return parts.join('\n')
}

function headingAt(blocks: readonly TextBlock[], at: number, list: TextList | null): TextHeading | null {
  const block = blocks[at]
  const next = blocks[at + 1]
  if (!block || (list && list.items.length > 1)) return null
  const certain = headingOf(block)
  if (certain) return certain
  const before = blocks[at - 1]
  const isFramed = next !== undefined && isProse(next) && !isListItem(next.lines[0] ?? '')
  const isAfterText = before === undefined || isProse(before) || headingOf(before) !== null || listOf(before) !== null
  return !list && isFramed && isAfterText && mayBeHeading(block) ? { level: 2, text: joinLines(block.lines) } : null
}

function listHtml({ ordered, start, items }: TextList): string {
  const entries = items.map((item) => `<li>${proseHtml(item)}</li>`).join('\n')
  if (!ordered) return `<ul>\n${entries}\n</ul>`
  return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${entries}\n</ol>`
}

function blockHtml({ lines }: TextBlock): string {
  const quoted = quotedLines(lines)
  if (quoted !== null) return `<blockquote>${bodyHtml(blocksOf(quoted.join('\n')))}</blockquote>`
  if (isBreak(lines)) return '<hr>'
  if (isSetInColumns(lines)) return `<pre>${inlineHtml(withoutIndent(lines).join('\n'))}</pre>`
  const isIndented = lines.every((line) => /^ {2,}/u.test(line))
  const html = isWrapped(withoutIndent(lines))
    ? `<p>${proseHtml(joinLines(lines))}</p>`
    : areParagraphs(lines)
      ? lines.map((line) => `<p>${proseHtml(line.trim())}</p>`).join('\n')
      : `<p>${verseHtml(lines)}</p>`
  return isIndented && lines.length > 1 ? `<blockquote>${html}</blockquote>` : html
}

/** A line of stars or dashes between scenes. */
function isBreak(lines: readonly string[]): boolean {
  return lines.length === 1 && /^\s*(?:[-=_~]{3,}|(?:[*#•·-]\s*){3,})$/u.test(lines[0] ?? '')
}

/** Texts without blank lines: each line is a paragraph. */
function areParagraphs(lines: readonly string[]): boolean {
  const long = lines.filter(
    (line) => line.length > 100 || (line.length > 40 && /[.!?。！？]["'”’)]*$/u.test(line)),
  ).length
  return lines.length > 1 && long * 2 >= lines.length
}

/** Lines that their author broke stay broken, and what stands further in stays there. */
function verseHtml(lines: readonly string[]): string {
  return withoutIndent(lines)
    .map(
      (line) =>
        '\u2003'.repeat(Math.min(8, Math.floor((line.length - line.trimStart().length) / 2))) + proseHtml(line.trim()),
    )
    .join('<br>')
}

function isSetInColumns(lines: readonly string[]): boolean {
  const columned = lines.filter((line) =>
    /\S {3,}\S|(?:\. ?){5,}\s*[\divxl]+$|[│┃┆|].*[│┃┆|]|^\s*[+├└┌].*[-─]/u.test(line.trim()),
  ).length
  const code = lines.filter((line) =>
    /[{};]\s*$|^\s*(?:\$|>>>|#!|def |class |import |function |return )/u.test(line),
  ).length
  const isIndented = lines.every((line) => /^ {4,}/u.test(line))
  return lines.length > 1 && (columned * 2 > lines.length || (isIndented && code * 2 >= lines.length))
}

function withoutIndent(lines: readonly string[]): string[] {
  const indent = lines.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity)
  return lines.map((line) => line.slice(indent))
}
