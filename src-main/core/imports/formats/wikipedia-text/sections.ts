/** A part of an article under its heading; the lead has none. */
export interface Section {
  readonly heading: string | null
  /** 2 for a section, 3 below it. */
  readonly level: number
  /** Blocks of lines with no blank line inside. */
  readonly blocks: readonly (readonly string[])[]
}

/** Sections that stand after the text, by the names that Wikipedia gives them. */
const TAIL =
  /^(?:references|notes(?: and references)?|footnotes|citations|sources|bibliography|works cited|further reading|external links|see also|portals?|categories|category|notes and citations)\s*:?$/iu

/** Whether a line only points at another article. */
export function isHatnote(line: string): boolean {
  return /^(?:Main articles?|Further information|See also|For other uses|Not to be confused)\b.{1,200}$/u.test(
    line.trim(),
  )
}

/** Whether a line is the heading of a part that stands after the text. */
export function isTailHeading(line: string): boolean {
  return TAIL.test(line.trim())
}

/** Splits lines at blank ones. */
export function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') blocks.push([])
    else blocks[blocks.length - 1]?.push(line)
  }
  return blocks.filter((block) => block.length > 0)
}

/**
 * Splits an article's text into its sections: a heading is a short line of its own that ends no sentence, or one of the names that
 * every article's end has, which may be followed by its lines at once.
 */
export function sectionsOf(lines: readonly string[]): Section[] {
  const sections: { heading: string | null; level: number; blocks: string[][] }[] = [
    { heading: null, level: 2, blocks: [] },
  ]
  let inTail = false
  const blocks = blocksOf(lines).flatMap(splitAtTailHeadings)
  for (const [at, block] of blocks.entries()) {
    const [first = '', ...others] = block
    const inline = /^\s*(categories|category|portals?|see also)\s*:\s+(\S.*)$/iu.exec(first)
    if (inline && inTail && !/^see also/iu.test(first)) {
      sections.push({ heading: headingText(inline[1] ?? ''), level: 2, blocks: [[inline[2] ?? '', ...others]] })
    } else if (isTailHeading(first)) {
      inTail = true
      sections.push({ heading: headingText(first), level: 2, blocks: others.length > 0 ? [others] : [] })
    } else if (!inTail && block.length === 1 && isHeading(first) && blocks[at + 1] !== undefined) {
      sections.push({ heading: headingText(first), level: 2, blocks: [] })
    } else sections[sections.length - 1]?.blocks.push(block)
  }
  return sections.filter(({ heading, blocks: own }) => heading !== null || own.length > 0)
}

function splitAtTailHeadings(block: string[]): string[][] {
  const parts: string[][] = [[]]
  for (const line of block) {
    const isStart = isTailHeading(line) || /^\s*(?:categories|portals?)\s*:\s+\S/iu.test(line)
    if (isStart && parts[parts.length - 1]?.length !== 0) parts.push([])
    parts[parts.length - 1]?.push(line)
  }
  return parts.filter((part) => part.length > 0)
}

function isHeading(line: string): boolean {
  const text = headingText(line)
  return (
    !isHatnote(line) &&
    /^[\p{Lu}\p{Lo}\d"“]/u.test(text) &&
    text.length <= 90 &&
    text.split(' ').length <= 12 &&
    !/[.,;:!?…]["”]?$/u.test(text) &&
    !/^\s*(?:[-*•]|\d+[.)])\s/u.test(line)
  )
}

function headingText(line: string): string {
  return line
    .replace(/\[(?:edit|edit source)\]/giu, '')
    .replace(/^=+\s*|\s*=+$/gu, '')
    .replace(/\s*:\s*$/u, '')
    .trim()
}
