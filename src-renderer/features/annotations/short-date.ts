const DAY = 86_400_000

/** When something was written, as short as it can be understood: a weekday within the last six days, otherwise a date. */
export function shortDate(ms: number, now: number = Date.now()): string {
  const date = new Date(ms)
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (ms >= midnight) return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (ms >= midnight - 6 * DAY) return date.toLocaleDateString('en-GB', { weekday: 'short' })
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}
