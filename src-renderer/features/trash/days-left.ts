import { counted } from '../../ui/article-words'

const DAY = 24 * 60 * 60 * 1000
const KEPT = 30

/** How long something that was removed can still be restored, in words. */
export function daysLeft(removedAt: number): string {
  const gone = Math.floor((Date.now() - removedAt) / DAY)
  return `${counted(Math.max(0, KEPT - gone), 'day')} left`
}
