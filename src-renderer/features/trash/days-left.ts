import { counted } from '../../ui/words/article-words'

const DAY = 24 * 60 * 60 * 1000
const KEPT = 30

/** How long something that was removed can still be restored, and until when, in words. */
export function daysLeft(removedAt: number): string {
  const gone = Math.floor((Date.now() - removedAt) / DAY)
  const until = new Date(removedAt + KEPT * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
  return `${counted(Math.max(0, KEPT - gone), 'day')} left, until ${until}`
}

/** Whether something that was removed can still be restored. */
export const isKept = ({ removedAt }: { readonly removedAt: number | null }): boolean =>
  removedAt !== null && Date.now() - removedAt < KEPT * DAY
