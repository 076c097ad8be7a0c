import type { CslDate } from './csl-item'

/** An ISO 8601 date as precise as it is; null where it is none. The day is the one that the source writes. */
export function cslDate(iso: string | null): CslDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/u.exec(iso ?? '') ?? []
  if (year === undefined) return null
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number)
  return { 'date-parts': [parts] }
}
