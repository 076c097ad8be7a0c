import { operatorOf, type Operator } from './operators'

/** One part of what was typed into the search box. Offsets are UTF-16 units of it. */
interface Part {
  readonly start: number
  readonly end: number
  /** With a minus before it. */
  readonly negated: boolean
  /** In quotation marks. */
  readonly quoted: boolean
  /** The last part, and neither a closing mark nor white space behind it: it may go on. */
  readonly open: boolean
}

/** Words to find; more than one in a quoted part. */
export interface WordsPart extends Part {
  readonly kind: 'words'
  readonly text: string
}

/** A filter such as `tag:history`. */
export interface FilterPart extends Part {
  readonly kind: 'filter'
  readonly operator: Operator
  /** As typed, without quotation marks; empty when nothing stands behind the colon yet. */
  readonly value: string
  /** Where the value stands, its quotation marks included. */
  readonly valueStart: number
}

export type SearchPart = WordsPart | FilterPart

const QUOTE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
const PART = new RegExp(
  String.raw`(?<minus>(?<!\S)[-\u2212](?=\S))?(?:(?<name>\p{L}+)[:\uff1a](?!//))?` +
    `(?:[${QUOTE}](?<phrase>[^${QUOTE}]*)(?<closed>[${QUOTE}])?|(?<word>[^\\s${QUOTE}]+))?`,
  'gu',
)

/**
 * Takes apart what was typed. Nothing is an error: what is no operator is a word, and a quotation mark that is not closed quotes
 * the rest. The grammar:
 *
 * ```
 * search   = { white space | part }
 * part     = [ "-" ] ( operator ":" [ value ] | value )
 * value    = quote { any but quote } [ quote ] | { any but white space and quotes }
 * operator = "tag" | "topic" | "in" | "is" | "has" | "colour" | "site" | "author" | "lang" | "after" | "before" | alias
 * ```
 */
export function parseSearch(text: string): SearchPart[] {
  const parts: SearchPart[] = []
  for (const match of text.matchAll(PART)) {
    if (match[0] === '') continue
    const groups = match.groups ?? {}
    const start = match.index
    const end = start + match[0].length
    const quoted = groups['phrase'] !== undefined
    const open = end === text.length && groups['closed'] === undefined
    const common = { start, end, negated: groups['minus'] !== undefined, quoted, open }
    const name = groups['name']
    const value = groups['phrase'] ?? groups['word'] ?? ''
    const operator = name === undefined ? null : operatorOf(name)
    if (operator !== null && name !== undefined) {
      const valueStart = start + (common.negated ? 1 : 0) + name.length + 1
      parts.push({ ...common, kind: 'filter', operator, value, valueStart })
    } else if (name !== undefined && quoted) {
      parts.push({ ...common, kind: 'words', text: name, quoted: false, open: false, end: start + name.length + 1 })
      parts.push({ ...common, kind: 'words', text: value, negated: false, start: start + name.length + 1 })
    } else {
      const words = name === undefined ? value : `${name}:${value}`
      if (words !== '') parts.push({ ...common, kind: 'words', text: words })
    }
  }
  return parts
}

/** A filter as it is typed, with quotation marks where its value needs them. */
export function filterText(operator: Operator, value: string, negated = false): string {
  const safe = value.replace(new RegExp(`[${QUOTE}]`, 'gu'), ' ').trim()
  const shown = /^[^\s]+$/u.test(safe) ? safe : `"${safe}"`
  return `${negated ? '-' : ''}${operator}:${shown}`
}

/** What was typed, without one of its parts. */
export function withoutPart(text: string, part: SearchPart): string {
  return `${text.slice(0, part.start).trimEnd()} ${text.slice(part.end).trimStart()}`.trim()
}
