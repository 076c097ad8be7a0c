/**
 * A tag as it is stored: without `#`, in Unicode NFC, white space folded to one space. `/` nests, so that levels are
 * trimmed and empty ones are left out: `# History //  Medicine/` is `History/Medicine`. Empty where nothing is left.
 */
export function cleanTag(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[\s#]+/u, '')
    .replace(/\s+/gu, ' ')
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/')
}

/** Whether a tag is another one or is nested in it, whatever the case of their letters. */
export function isTagUnder(tag: string, root: string): boolean {
  const [low, rootLow] = [tag.toLowerCase(), root.toLowerCase()]
  return low === rootLow || low.startsWith(`${rootLow}/`)
}
