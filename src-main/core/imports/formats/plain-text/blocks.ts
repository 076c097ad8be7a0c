import { isQuoted } from './quotes'

/** Lines that stand together, with no blank line between them. */
export interface TextBlock {
  /** Without trailing white space; tabs are spaces. Never empty. */
  readonly lines: readonly string[]
}

/** Splits a text into its blocks. */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let lines: string[] = []
  const end = () => {
    if (lines.length > 0) for (const part of byIndent(alignTabs(lines))) blocks.push({ lines: part })
    lines = []
  }
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f\v]/u)) {
    const line = clean(raw)
    // A quotation begins and ends a block, whatever stands right above or below it.
    const last = lines[lines.length - 1]
    if (line === '' || (last !== undefined && isQuoted(last) !== isQuoted(line))) end()
    if (line !== '') lines.push(line)
  }
  end()
  return blocks
}

function clean(line: string): string {
  return (
    line
      .replace(/^\s+/u, (indent) => indent.replace(/\t/gu, '    '))
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F\uFEFF]/gu, '')
      .trimEnd()
  )
}

/** Books without blank lines indent each paragraph's first line. */
function byIndent(lines: readonly string[]): string[][] {
  const indented = lines.filter((line) => /^[ \u3000]/u.test(line)).length
  const isVerse = lines.every((line) => line.length < 45)
  if (indented === 0 || indented * 2 > lines.length || lines.length < 4 || isVerse || lines.some(isListItem))
    return [[...lines]]
  const parts: string[][] = []
  for (const line of lines) {
    const last = parts[parts.length - 1]
    if (last === undefined || /^[ \u3000]/u.test(line)) parts.push([line.trimStart()])
    else last.push(line)
  }
  return parts
}

/** Wider ones are no columns, and would blow every line up to their width. */
const MAX_COLUMN = 120

/** Tabs between words are the columns of a table. */
function alignTabs(lines: readonly string[]): string[] {
  const rows = lines.map((line) => line.split(/\t+/u))
  if (rows.filter((row) => row.length > 1).length < 2) return rows.map((row) => row.join('    '))
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.slice(0, -1).entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length + 3)
  if (widths.some((width) => width > MAX_COLUMN)) return rows.map((row) => row.join('    '))
  return rows.map((row) => row.map((cell, at) => (at < row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell)).join(''))
}

const BULLET = /^ {0,6}[-*+•‣◦▪·]\s+\S/u
const NUMBER = /^ {0,6}(?:\d{1,3}|[a-z])[.)]\s+\S/u

/** Whether a line begins an entry of a list. */
export function isListItem(line: string): boolean {
  return BULLET.test(line) || NUMBER.test(line)
}

/** Whether a line begins an entry of a numbered list. */
export function isNumbered(line: string): boolean {
  return NUMBER.test(line)
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/**
 * Whether an editor broke these lines, and not their author: each but the last is as long as it could be, because the next line's
 * first word would not have fitted.
 */
export function isWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  if (lines.length < 2 || width < 30) return false
  if (looksLikeVerse(lines, width)) return false
  const ended = lines.slice(0, -1).filter((line) => /[.!?]["'”’)]*$/u.test(line))
  if (ended.length >= (lines.length - 1) * 0.7 && lines.length > 2) return false
  const full = lines.slice(0, -1).filter((line, at) => {
    const next = (lines[at + 1] ?? '').trimStart()
    const word = UNSPACED.test(next.charAt(0)) ? 2 : (next.split(' ')[0]?.length ?? 0)
    return line.length + 1 + word > width - (width > 60 ? 4 : 0)
  })
  return full.length >= (lines.length - 1) * 0.8
}

/** Poets indent lines among others, and begin each with a capital. */
function looksLikeVerse(lines: readonly string[], width: number): boolean {
  const isIndented = (line: string) => /^[ \u3000]/u.test(line)
  const rest = lines.slice(1)
  if (width <= 70 && rest.some(isIndented) && !rest.every(isIndented)) return true
  return lines.length >= 4 && width <= 60 && lines.every((line) => /^\s*["'“‘«(]?\p{Lu}/u.test(line))
}

/** Wrapped lines as one: scripts without spaces are joined without one. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const next = line.trim()
    if (text === '') return next
    return UNSPACED.test(text.slice(-1)) && UNSPACED.test(next.charAt(0)) ? text + next : `${text} ${next}`
  }, '')
}
