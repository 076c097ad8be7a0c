const DAY = 86_400_000

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}

/** A day as people say it: `today`, `yesterday`, `Tuesday` within a week, then `14 March` or `14 March 2024`. */
export function dayInWords(time: number, now = Date.now()): string {
  const days = Math.round((midnight(now) - midnight(time)) / DAY)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  const date = new Date(time)
  if (days > 1 && days < 7) return date.toLocaleDateString('en-GB', { weekday: 'long' })
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
}
