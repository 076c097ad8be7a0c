import type { CalendarDay } from '@shared/domain/review'
import type { EpochMs } from '@shared/domain/time'

const DAY_MS = 24 * 60 * 60 * 1000

/** The calendar day of a moment, where this computer is. */
export function dayOf(moment: EpochMs): CalendarDay {
  const date = new Date(moment)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The moment at which a calendar day begins, where this computer is. */
export function startOf(day: CalendarDay): EpochMs {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).getTime()
}

/** How many days lie between two calendar days: 1 from one to the next, also where the clocks change. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
