import { z } from 'zod'
import { AnnotationId } from '../domain/ids'
import { CalendarDay, ReviewCard, ReviewPace } from '../domain/review'
import { method } from './define'

const Ids = z.array(AnnotationId).min(1).max(10_000)

/** The daily review: a few old highlights to look at again. */
export const review = {
  /**
   * The highlights of a day. They are chosen when they are first asked for and kept, so that every window and every start shows the
   * same: made on an earlier day, spread over the articles, rather those that were not looked at for long. None from Trash.
   */
  today: method(z.object({ day: CalendarDay }), z.object({ day: CalendarDay, cards: z.array(ReviewCard) })),
  /** How many of a day's highlights were not looked at yet. */
  left: method(z.object({ day: CalendarDay }), z.int().nonnegative()),
  /** Says that highlights were looked at in a day's review, or takes that back. Those that are not of that day are left alone. */
  mark: method(z.object({ day: CalendarDay, ids: Ids, isReviewed: z.boolean() }), z.void()),
  /** Says how often highlights are shown from now on. @throws not-found */
  setPace: method(z.object({ ids: Ids, pace: ReviewPace }), z.void()),
  /** The highlights that are never shown, as a person said; none from Trash. */
  leftOut: method(z.void(), z.array(AnnotationId)),
}
