const DAY = 24 * 60 * 60 * 1000

/**
 * The moment at which a day, month or year begins, in ms since the epoch, by this computer's clock: `2024`, `2024-03`,
 * `2024-03-09`, `today`, `yesterday`, or so many days, weeks, months or years ago: `30d`, `2w`, `6m`, `1y`. Null for anything else.
 */
export function momentOf(value: string, now: number): number | null {
  const text = value.trim().toLowerCase()
  const today = new Date(now)
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate())
  if (text === 'today') return midnight.getTime()
  if (text === 'yesterday') return new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1).getTime()
  const ago = /^(\d{1,4})([dwmy])$/u.exec(text)
  if (ago !== null) {
    const count = Number(ago[1])
    if (ago[2] === 'd' || ago[2] === 'w') return midnight.getTime() - count * (ago[2] === 'd' ? 1 : 7) * DAY
    const months = ago[2] === 'm' ? count : count * 12
    return new Date(today.getFullYear(), today.getMonth() - months, today.getDate()).getTime()
  }
  const date = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text)
  if (date === null) return null
  const [year, month, day] = [Number(date[1]), Number(date[2] ?? 1), Number(date[3] ?? 1)]
  const moment = new Date(year, month - 1, day)
  // 2024-02-31 is no day.
  return moment.getMonth() === month - 1 && moment.getDate() === day ? moment.getTime() : null
}
