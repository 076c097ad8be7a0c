import type { CslDate } from './csl-item'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const // prettier-ignore
/** As MLA shortens them. */
const SHORT = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'] as const

/** An ISO 8601 date as precise as it is; null where it is none. The day is the one that the source writes. */
export function cslDate(iso: string | null): CslDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/u.exec(iso ?? '') ?? []
  if (year === undefined) return null
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number)
  return { 'date-parts': [parts] }
}

/** A date as a person reads it, in the orders that citation styles ask for. */
export function dateWords(date: CslDate, order: 'dmy' | 'mdy' | 'ymd' | 'md' | 'dm', months: 'long' | 'short'): string {
  const [year, month, day] = date['date-parts'][0]
  const name = month === undefined ? '' : ((months === 'long' ? MONTHS : SHORT)[month - 1] ?? '')
  const spaced = (...parts: readonly (string | number | undefined)[]) =>
    parts.filter((part) => part !== undefined && part !== '').join(' ')
  if (order === 'dmy') return spaced(day, name, year)
  if (order === 'ymd') return spaced(year, name.replace('.', '').slice(0, 3), day)
  if (order === 'dm') return spaced(day, name)
  if (order === 'md') return spaced(name, day)
  return day === undefined ? spaced(name, year) : `${spaced(name, day)}, ${year}`
}

/** The year alone; null without a date. */
export function yearOf(date: CslDate | undefined): string | null {
  const year = date?.['date-parts'][0][0]
  return year === undefined ? null : String(year)
}
