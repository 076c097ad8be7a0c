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
    if (lines.length > 0) for (const part of byIndent(lines)) blocks.push({ lines: part })
    lines = []
  }
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f\v]/u)) {
    const line = clean(raw)
    if (line === '') end()
    else lines.push(line)
  }
  end()
  return blocks
}

function clean(line: string): string {
  return (
    line
      .replace(/\t/gu, '    ')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000E-\u001F\u007F\uFEFF]/gu, '')
      .replace(/\s+$/u, '')
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
  const ended = lines.slice(0, -1).filter((line) => /[.!?]["'”’)]*$/u.test(line))
  if (ended.length >= (lines.length - 1) * 0.7 && lines.length > 2) return false
  const full = lines.slice(0, -1).filter((line, at) => {
    const next = (lines[at + 1] ?? '').trimStart()
    const word = UNSPACED.test(next.charAt(0)) ? 2 : (next.split(' ')[0]?.length ?? 0)
    return line.length + 1 + word > width - (width > 60 ? 4 : 0)
  })
  return full.length >= (lines.length - 1) * 0.8
}

/** Wrapped lines as one: scripts without spaces are joined without one. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const next = line.trim()
    if (text === '') return next
    return UNSPACED.test(text.slice(-1)) && UNSPACED.test(next.charAt(0)) ? text + next : `${text} ${next}`
  }, '')
}
