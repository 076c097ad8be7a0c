import type { Fact } from '@shared/domain/snapshot'
import { GROUP_LABELS, INFOBOX_LABELS, SECTION_TITLES } from './infobox-labels'
import { isBullet, splitAtCapital, splitBullet, splitKnown, splitSpaced, type Separator } from './infobox-line'

/** A row of an infobox; one without a value divides it. */
export interface InfoboxRow {
  readonly label: string
  readonly value: string | null
}

/** An infobox and what followed it without a blank line. */
export interface Infobox {
  /** What stands above the first fact, such as a picture's caption. */
  readonly caption: string | null
  readonly rows: readonly InfoboxRow[]
  /** Lines that do not belong to the infobox. */
  readonly rest: readonly string[]
}

/** The rows that state something. */
export function factsOf({ rows }: Pick<Infobox, 'rows'>): Fact[] {
  return rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

/** A value may take several lines, but after so many without a fact the infobox is over. */
const GAP = 6
/** No infobox is longer. */
const MAX_LINES = 300

/**
 * Reads an infobox whose labels and values were run together, such as `LocationKarachi Police Office, Karachi`: a known label at the
 * beginning of a line, or, among such lines, the place where a small letter meets a capital one. Lines between two facts belong to
 * the first of them.
 */
export function readInfobox(given: readonly string[]): Infobox {
  const all = given.map((line) => line.replace(/[\u00A0\s]+/gu, ' ').trim()).filter((line) => line !== '')
  const lines = all.slice(0, MAX_LINES)
  const separator = separatorOf(lines)
  const isKnown = (line: string) => (isBullet(line) ? splitBullet(line, null) : splitKnown(line, separator)) !== null
  const known = lines.map((line, at) => {
    const next = lines[at + 1] ?? ''
    return isKnown(line) || (isKnown(next) && splitSpaced(line) !== null) || isLabelAbove(line, next, isKnown)
  })
  const first = known.indexOf(true)
  if (first < 0) return { caption: null, rows: [], rest: all }
  let end = first + 1
  for (const [at, isRow] of known.entries()) if (isRow && at - end < GAP) end = at + 1
  while (splitAtCapital(lines[end] ?? '') !== null) end++

  const rows: InfoboxRow[] = []
  let group: string | null = null
  for (let at = first; at < end; at++) {
    const line = lines[at] ?? ''
    const next = lines[at + 1] ?? ''
    const previous = rows[rows.length - 1]
    if (isBullet(line)) {
      rows.push(splitBullet(line, group) ?? { label: line, value: null })
      continue
    }
    group = null
    const row = splitKnown(line, separator) ?? (known[at] === true ? splitSpaced(line) : null) ?? splitAtCapital(line)
    if (GROUP_LABELS.has(line.replace(/\s*\(.*\)$/u, '')) && isBullet(next)) group = line
    else if (SECTION_TITLES.has(line)) rows.push({ label: line, value: null })
    else if (row) {
      rows.push(row)
      if (GROUP_LABELS.has(row.label)) group = row.label
    } else if (isLabelAbove(line, next, isKnown)) {
      rows.push({ label: line, value: next })
      end = Math.max(end, ++at + 1)
    } else if (typeof previous?.value === 'string') {
      rows[rows.length - 1] = { label: previous.label, value: `${previous.value}, ${line}` }
    } else rows.push({ label: line, value: null })
  }
  const caption = lines.slice(0, first).join(' · ')
  return { caption: caption === '' ? null : caption, rows, rest: all.slice(end) }
}

function separatorOf(lines: readonly string[]): Separator {
  const count = (separator: Separator) => lines.filter((line) => splitKnown(line, separator) !== null).length
  return count('colon') > count('none') ? 'colon' : 'none'
}

/** Some copies set the label on a line of its own. */
function isLabelAbove(line: string, next: string, isKnown: (line: string) => boolean): boolean {
  return INFOBOX_LABELS.includes(line) && next !== '' && next.length <= 120 && !isKnown(next) && !isBullet(next)
}
