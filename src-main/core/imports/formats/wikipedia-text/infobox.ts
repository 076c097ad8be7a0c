import type { Fact } from '@shared/domain/snapshot'
import { quantityOf } from '../../extract/mediawiki/quantity'
import { GROUP_LABELS, INFOBOX_LABELS, SECTION_TITLES } from './infobox-labels'
import {
  isBullet,
  splitAtCapital,
  splitBullet,
  splitKnown,
  splitSpaced,
  splitUnknown,
  type Separator,
} from './infobox-line'

/** A row of an infobox; one without a value divides it. */
export interface InfoboxRow {
  readonly label: string
  readonly value: string | null
  /** The row above that a row with a bullet belongs to. */
  readonly group: string | null
}

/** An infobox and what followed it without a blank line. */
export interface Infobox {
  /** What stands above the first fact, such as a picture's caption. */
  readonly caption: string | null
  readonly rows: readonly InfoboxRow[]
  /** Lines that do not belong to the infobox. */
  readonly rest: readonly string[]
}

/** The rows that state something, each under the row or the heading that it belongs to. */
export function factsOf({ rows }: Pick<Infobox, 'rows'>, language: string | null): Fact[] {
  let section: string | null = null
  return rows.flatMap(({ label, value, group }) => {
    if (value !== null)
      return [{ label, value, group: group ?? section, links: [], quantity: quantityOf(value, language) }]
    if (SECTION_TITLES.has(label)) section = label
    return []
  })
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
  const isKnown = (line: string) => (isBullet(line) ? splitBullet(line) : splitKnown(line, separator)) !== null
  const known = lines.map((line, at) => {
    const next = lines[at + 1] ?? ''
    return isKnown(line) || (isKnown(next) && splitSpaced(line) !== null) || isLabelAbove(line, next, isKnown)
  })
  const first = known.indexOf(true)
  if (first < 0) return readUnknown(lines, all)
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
      rows.push({ ...(splitBullet(line) ?? { label: line, value: null }), group })
      continue
    }
    group = null
    const row = splitKnown(line, separator) ?? (known[at] === true ? splitSpaced(line) : null) ?? splitAtCapital(line)
    if (GROUP_LABELS.has(line.replace(/\s*\(.*\)$/u, '')) && isBullet(next)) group = line
    else if (SECTION_TITLES.has(line)) rows.push({ label: line, value: null, group: null })
    else if (row) {
      rows.push({ ...row, group: null })
      if (GROUP_LABELS.has(row.label)) group = row.label
    } else if (isLabelAbove(line, next, isKnown)) {
      rows.push({ label: line, value: next, group: null })
      end = Math.max(end, ++at + 1)
    } else if (typeof previous?.value === 'string') {
      rows[rows.length - 1] = { ...previous, value: `${previous.value}, ${line}` }
    } else rows.push({ label: line, value: null, group: null })
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

/** Rows that a box must have before it is taken for an infobox though none of its labels is known. */
const ENOUGH_ROWS = 3

/** Reads an infobox in a language whose labels are not known, by the shape of its lines alone. */
function readUnknown(lines: readonly string[], all: readonly string[]): Infobox {
  const isRow = (line: string) => splitUnknown(line.replace(/^[•·]\s*/u, '')) !== null
  const found = lines.map(isRow)
  const first = found.indexOf(true)
  let end = first + 1
  for (const [at, is] of found.entries()) if (is && at - end < 2) end = at + 1
  const count = found.slice(first, end).filter(Boolean).length
  if (first < 0 || count < ENOUGH_ROWS || count * 3 < (end - first) * 2) return { caption: null, rows: [], rest: all }
  const rows: InfoboxRow[] = []
  let above: string | null = null
  for (const line of lines.slice(first, end)) {
    const row = splitUnknown(line.replace(/^[•·]\s*/u, ''))
    if (row && isBullet(line)) rows.push({ ...row, group: above })
    else if (row) rows.push({ ...row, group: null })
    else rows.push({ label: line, value: null, group: null })
    if (!isBullet(line)) above = row?.label ?? line
  }
  const caption = lines.slice(0, first).join(' · ')
  return { caption: caption === '' ? null : caption, rows, rest: all.slice(end) }
}
