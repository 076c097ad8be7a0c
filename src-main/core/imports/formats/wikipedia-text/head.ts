import { collapse } from '../../html/html-tree'
import { readInfobox, type Infobox } from './infobox'
import { blocksOf, isTailHeading } from './sections'

/** A list of related articles: what it is of, and its lines. */
export interface SideList {
  readonly title: string
  readonly lines: readonly string[]
}

/** What stands between the licence line and the first paragraph. */
export interface Head {
  /** Wikipedia's short description. */
  readonly subtitle: string | null
  readonly infobox: Pick<Infobox, 'caption' | 'rows'>
  /** A list from the side of the page. */
  readonly sideList: SideList | null
  /** Where the text begins. */
  readonly textFrom: number
}

/** @param lines what follows the licence line */
export function readHead(lines: readonly string[], title: string): Head {
  const textFrom = firstParagraph(lines)
  const above = lines.slice(0, textFrom)
  const isTitle = (line: string) => collapse(line).toLowerCase() === collapse(title).toLowerCase()
  const repeated = above.findIndex(isTitle)
  const box = repeated < 0 ? above : above.slice(repeated + 1)
  const before = blocksOf(repeated < 0 ? [] : above.slice(0, repeated))
    .flat()
    .map(collapse)
  const infobox = readInfobox(box)
  const leftOver = [...before.slice(1), ...infobox.rest]
  return { subtitle: before[0] ?? null, infobox, sideList: sideListOf(leftOver), textFrom }
}

/** The first block that is a sentence; everything above it is the page's side. */
function firstParagraph(lines: readonly string[]): number {
  let isAfterBlank = true
  for (const [at, line] of lines.entries()) {
    const text = line.trim()
    if (isAfterBlank && (isSentence(text) || isTailHeading(text))) return at
    isAfterBlank = text === ''
  }
  // A stub may have no blank line in front of its only sentence.
  const sentence = lines.findIndex((line) => line.length > 120 && isSentence(line.trim()))
  return sentence < 0 ? lines.length : sentence
}

function isSentence(text: string): boolean {
  return text.split(/\s+/u).length >= 5 && /[.!?]["”’)\]]*(?:\[\d+\])*$/u.test(text)
}

function sideListOf(lines: readonly string[]): SideList | null {
  const [first, ...others] = lines
  if (first === undefined) return null
  const [second = ''] = others
  return /^\p{Ll}|^\(/u.test(second)
    ? { title: `${first} ${second}`, lines: others.slice(1) }
    : { title: first, lines: others }
}
