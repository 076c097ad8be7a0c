/** A line of a file: what it says, and the bytes that end it. */
export interface Line {
  readonly text: string
  /** `\n`, `\r\n`, or nothing at the end of the file. */
  readonly end: string
}

/** A text as lines; joined again they are the text, byte for byte. A text that ends in `\n` has no empty line behind it. */
export function toLines(text: string): Line[] {
  const lines: Line[] = []
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at)
    const stop = found < 0 ? text.length : found
    const end = found < 0 ? '' : text[stop - 1] === '\r' && stop > at ? '\r\n' : '\n'
    lines.push({ text: text.slice(at, end === '\r\n' ? stop - 1 : stop), end })
    at = stop + 1
  }
  return lines
}

/** The text that some lines are. */
export function fromLines(lines: readonly Line[]): string {
  return lines.map(({ text, end }) => text + end).join('')
}

/** How most lines of a file end. */
export function lineEnd(lines: readonly Line[]): '\n' | '\r\n' {
  const windows = lines.filter(({ end }) => end === '\r\n').length
  return windows > lines.filter(({ end }) => end === '\n').length ? '\r\n' : '\n'
}

/** Whether a line holds nothing but white space. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
