import { isoDay, westernDigits, westernHanDates } from './calendars'
import { type Build, type DateHabits, PATTERNS } from './date-patterns'

const ANYWHERE: DateHabits = { language: null }

const ISO =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/iu
const CLOCK =
  /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?![\d:])\s*(Z\b|UTC\b|GMT(?![+-])|(?:GMT|UTC)?[+-]\d{2}:?\d{2}(?!\d))?/u

/**
 * A machine-readable date (ISO 8601, RFC 2822, `20190517`, seconds since 1970) or else the first date of a text as ISO 8601,
 * with the precision and the offset it came in; null when there is no such date.
 */
export function parseDate(value: string, habits?: DateHabits): string | null {
  const text = value.slice(0, 1000).trim()
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?$/u.exec(text)
  if (compact) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  if (/^1\d{9}(?:\d{3})?$/u.test(text))
    return `${new Date(Number(text.slice(0, 10)) * 1000).toISOString().slice(0, 19)}Z`
  const found = ISO.exec(text.replace(/^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?(?!\d)/u, slashed))
  if (!found) return spelled(text, habits)
  const [, year, month, day, hour, minute, second, zone = ''] = found
  if (month === undefined) return isoDay(Number(year), 1, 1)?.slice(0, 4) ?? null
  const date = isoDay(Number(year), Number(month), Number(day ?? 1))
  if (date === null) return null
  return day === undefined ? date.slice(0, 7) : `${date}${clock(hour, minute, second, zone)}`
}

function slashed(_: string, year: string, month: string, day: string | undefined): string {
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
}

/** `Fri, 17 Feb 2023 14:30:00 +0100` has a time that is worth keeping; prose seldom has. */
function spelled(text: string, habits: DateHabits | undefined): string | null {
  const date = dateInText(text, habits)
  const time = text.length < 80 ? CLOCK.exec(text) : null
  return date === null || !time?.[4] ? date : `${date}${clock(time[1], time[2], time[3], time[4])}`
}

function clock(hour: string | undefined, minute = '', second: string | undefined, zone: string): string {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return ''
  return `T${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}${offset(zone)}`
}

function offset(zone: string): string {
  const found = /([+-])(\d{2}):?(\d{2})?$/u.exec(zone)
  if (!found) return zone === '' ? '' : 'Z'
  const [, sign = '', hours = '', minutes = '00'] = found
  return Number(hours) > 14 || Number(minutes) > 59 ? '' : `${sign}${hours}:${minutes}`
}

/** A date in a text, and where it stands. */
export interface FoundDate {
  /** ISO 8601. */
  readonly date: string
  readonly start: number
  readonly end: number
}

/**
 * The first date that a person would read in a text, such as `17 February 2023`, `17.02.2023`, `令和5年2月17日` or
 * `۲۸ بهمن ۱۴۰۱`, as an ISO 8601 day; null when there is none. `3/4/2019` needs a language.
 */
export function findDate(text: string, habits: DateHabits = ANYWHERE): FoundDate | null {
  if (!/\p{Nd}{2}|年/u.test(text)) return null
  const plain = westernHanDates(westernDigits(text.slice(0, 5000))).replace(/[\u00A0\u202F\u200E\u200F\u3000]/gu, ' ')
  let best: FoundDate | null = null
  for (const [pattern, build] of PATTERNS) {
    const found = firstDate(plain, pattern, build, habits)
    if (found !== null && (best === null || found.start < best.start)) best = found
  }
  return best
}

/** What looks like a date and is none, such as a day of another calendar, may stand before one. */
function firstDate(text: string, pattern: RegExp, build: Build, habits: DateHabits): FoundDate | null {
  pattern.lastIndex = 0
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = pattern.exec(text)
    if (!found) return null
    const date = build(found.slice(1), habits)
    if (date !== null) return { date, start: found.index, end: found.index + found[0].length }
  }
  return null
}

const MOST_TRIES = 3

/** {@link findDate}, its day only. */
export function dateInText(text: string, habits: DateHabits = ANYWHERE): string | null {
  return findDate(text, habits)?.date ?? null
}
