import { z } from 'zod'
import { Highlight } from './annotation'

/** A calendar day where the person is, as `2026-03-29`: it begins at their midnight, whatever the clocks do. */
export const CalendarDay = z.iso.date()
export type CalendarDay = z.infer<typeof CalendarDay>

/** How many highlights the daily review shows; 0 for none. */
export const ReviewCount = z.union([z.literal(0), z.literal(3), z.literal(5), z.literal(10), z.literal(15)])
export type ReviewCount = z.infer<typeof ReviewCount>

/** How often the daily review shows a highlight. */
export const ReviewPace = z.enum(['normal', 'seldom', 'never'])
export type ReviewPace = z.infer<typeof ReviewPace>

/** A highlight as the daily review shows it. */
export const ReviewCard = z.object({
  highlight: Highlight,
  articleTitle: z.string(),
  /** The passage among the words of its paragraph; lines begin where paragraphs do. Long texts are cut. */
  passage: z.object({ before: z.string(), words: z.string(), after: z.string() }),
  pace: ReviewPace,
  /** Whether it was looked at in this day's review. */
  isReviewed: z.boolean(),
  /** The last day before this one on which it was looked at in a review. */
  lastReviewed: CalendarDay.nullable(),
})
export type ReviewCard = z.infer<typeof ReviewCard>
