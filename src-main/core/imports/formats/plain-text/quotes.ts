/** Whether a line is another's words, as mail and news set them: `> so`, `>> so`, `| so`. */
export function isQuoted(line: string): boolean {
  return /^ {0,2}>/u.test(line)
}

/** The lines of a quotation without one level of its marks; null when the lines are none. */
export function quotedLines(lines: readonly string[]): string[] | null {
  if (!lines.every(isQuoted)) return null
  // Nobody answers so often; what does would nest without end.
  const isTooDeep = lines.some((line) => /^(?: {0,2}>){12}/u.test(line))
  return lines.map((line) => line.replace(isTooDeep ? /^[ >]+/u : /^ {0,2}> ?/u, ''))
}
