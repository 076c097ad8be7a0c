import { BULLET_LABELS, INFOBOX_LABELS, LOWER_CASE_LABELS } from './infobox-labels'

/** A label and its value. */
export interface Pair {
  readonly label: string
  readonly value: string
}

/** How a copy parts labels from values: not at all, or by a colon or a tab. */
export type Separator = 'none' | 'colon'

/** What goes on like this is a longer word, no value: `Countryside`, `Founders`. */
const WORD_END =
  /^(?:s|es|ed|er|ers|ing|ings|ly|al|ally|ical|age|side|ship|ships|hood|wide|man|men|ation|ism|ists?|ity|y|ies)(?!\p{L})/u

/** A line that begins with a known label. */
export function splitKnown(line: string, separator: Separator): Pair | null {
  for (const label of INFOBOX_LABELS) {
    if (!line.startsWith(label)) continue
    const rest = line.slice(label.length)
    if (separator === 'colon') {
      const [, value] = /^\s*[:\t]\s*(\S.*)$/u.exec(rest) ?? []
      if (value !== undefined) return { label, value }
    } else if (isValue(rest, label)) return { label, value: rest }
  }
  return null
}

function isValue(rest: string, label: string): boolean {
  if (/^[^\p{L}\s:]|^\p{Lu}|^\p{Lo}/u.test(rest)) return true
  if (!/^\p{Ll}/u.test(rest) || WORD_END.test(rest)) return false
  return LOWER_CASE_LABELS.has(label) || /,|\d|^\S+\.[a-z]{2,}/u.test(rest)
}

/** A known label and its value with a space where a flag stood: `Country Pakistan`. */
export function splitSpaced(line: string): Pair | null {
  const label = INFOBOX_LABELS.find((known) => line.startsWith(`${known} `))
  const value = label === undefined ? '' : line.slice(label.length + 1)
  return label !== undefined && /^[\p{Lu}\p{Lo}\d]/u.test(value) ? { label, value } : null
}

const NAME_PART = /(?:^| )(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz)$/u

/** A label that is not known ends where a small letter meets a capital one: `Chief editorsJane Doe`. */
export function splitAtCapital(line: string): Pair | null {
  const [, label = '', value = ''] = /^(\p{Lu}[\p{L} ./()-]{1,38}?[\p{Ll})])(?=[\p{Lu}\d])(.+)$/u.exec(line) ?? []
  return value === '' || label.split(' ').length > 4 || NAME_PART.test(label) ? null : { label, value }
}

/**
 * A row in a language whose labels are not known: `Étiquette: valeur`, `Bürgermeisterin Jane Doe` run together, `人口12,345`.
 * Only believed where the lines around it are of the same kind.
 */
export function splitUnknown(line: string): Pair | null {
  const [, label = '', value = ''] =
    /^([^:：\t]{2,40})\s*(?::\s|：|\t)\s*(\S.*)$/u.exec(line) ??
    /^(\p{Lo}[\p{Lo}\p{Mn}・() ]{0,15})(?=\p{Nd})(.+)$/u.exec(line) ??
    []
  if (value !== '' && !/[.!?。]$/u.test(label)) return { label: label.trim(), value: value.trim() }
  return splitAtCapital(line)
}

/** A row of a group: `• Total3,780 km2`. */
export function splitBullet(line: string): Pair | null {
  const text = line.replace(/^[•·]\s*/u, '')
  const label = BULLET_LABELS.find((known) => text.startsWith(known) && text.length > known.length)
  const fact =
    label === undefined ? splitAtCapital(text) : { label, value: text.slice(label.length).replace(/^\s*:?\s*/u, '') }
  return fact === null || fact.value === '' ? null : fact
}

export function isBullet(line: string): boolean {
  return /^[•·]\s*\S/u.test(line)
}
