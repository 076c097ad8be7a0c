import type { EpochMs } from '@shared/domain/time'
import { monthNamed } from './month-names'

const EARLIEST = Date.UTC(1980, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

/**
 * The moment that a value names, in the forms that tools write: seconds, milliseconds or microseconds since 1970, ISO 8601 with or
 * without a zone (UTC is taken), RFC 2822, and dates in words of the larger languages. Null for all else, and for times that are
 * nobody's, such as 0.
 */
export function dateOf(value: unknown): EpochMs | null {
  if (typeof value === 'number') return sensible(sinceEpoch(value))
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text === '') return null
  if (/^\d{9,16}(?:\.\d+)?$/u.test(text)) return sensible(sinceEpoch(Number(text)))
  return sensible(isoDate(text) ?? numericDate(text) ?? standardDate(text) ?? dateInWords(text) ?? Number.NaN)
}

function sinceEpoch(value: number): number {
  if (value < 1e11) return value * 1000
  return value < 1e14 ? value : value / 1000
}

function sensible(time: number): EpochMs | null {
  return time >= EARLIEST && time < LATEST ? Math.round(time) : null
}

const ISO =
  /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/iu

function isoDate(text: string): number | null {
  const found = ISO.exec(text)
  if (found === null) return null
  const [, year, month, day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = found
  const offset = /^[+-]/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
}

/** With the day first or the month first, where only one of both can be. */
function numericDate(text: string): number | null {
  const found = /^(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})(?:[, ]+(.*))?$/u.exec(text)
  if (found === null) return null
  const [a, b, c] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const time = timeOf(found[4] ?? '')
  if (a > 31) return Date.UTC(a, b - 1, c) + time
  if (c < 1000) return null
  const isMonthFirst = b > 12 || (a <= 12 && text.includes('/') && a === b)
  if (!isMonthFirst && a <= 12 && text.includes('/')) return null
  return (isMonthFirst ? Date.UTC(c, a - 1, b) : Date.UTC(c, b - 1, a)) + time
}

function standardDate(text: string): number | null {
  if (!/^(?:[a-z]{3,9},?\s+)?(?:\d{1,2}\s+[a-z]{3,9}|[a-z]{3,9}\.?\s+\d{1,2})/iu.test(text)) return null
  const hasZone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*(?:\(.*\))?$/iu.test(text)
  const time = Date.parse(hasZone ? text : `${text} UTC`)
  return Number.isNaN(time) ? null : time
}

/** A date in a sentence, such as `domingo, 3 de marzo de 2019 22:11:12` or `2019年3月3日 下午10:11`; null when none is there. */
export function dateInWords(text: string): number | null {
  const asian = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u.exec(text)
  const rest = asian === null ? text : text.slice(asian.index + asian[0].length)
  if (asian !== null) return Date.UTC(Number(asian[1]), Number(asian[2]) - 1, Number(asian[3])) + timeOf(rest)
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(text)
  const month = monthNamed(text)
  if (year === null || month === null) return null
  const withoutTime = text.replace(/\d{1,2}[:.]\d{2}(?:[:.]\d{2})?/gu, ' ')
  const day = Array.from(withoutTime.matchAll(/(?<!\d)(\d{1,2})(?!\d)/gu), ([number]) => Number(number))
  const found = day.find((number) => number >= 1 && number <= 31)
  return found === undefined ? null : Date.UTC(Number(year[1]), month, found) + timeOf(text)
}

const AFTERNOON = /p\.?\s?m\.?|下午|午後|오후|晚上/iu
const MORNING = /a\.?\s?m\.?(?!\p{L})|上午|午前|오전|凌晨/iu

/** The time of day in a text, in ms; 0 when it says none. */
function timeOf(text: string): number {
  const found =
    /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/u.exec(text) ??
    /(\d{1,2})[時时시]\s*(\d{2})[分분]\s*(?:(\d{2})[秒초])?/u.exec(text)
  if (found === null) return 0
  const beside =
    text.slice(Math.max(0, found.index - 4), found.index) +
    text.slice(found.index + found[0].length, found.index + found[0].length + 6)
  let hour = Number(found[1])
  if (AFTERNOON.test(beside) && hour < 12) hour += 12
  else if (MORNING.test(beside) && hour === 12) hour = 0
  return ((hour * 60 + Number(found[2])) * 60 + Number(found[3] ?? '0')) * 1000
}
