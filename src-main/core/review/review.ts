import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { Annotation, Highlight } from '@shared/domain/annotation'
import type { AnnotationId } from '@shared/domain/ids'
import type { CalendarDay, ReviewCard } from '@shared/domain/review'
import type { Settings } from '@shared/domain/settings'
import { targetWords } from '@shared/text/target-words'
import type { Emit } from '../events'
import { passageIn } from './passage'
import type { Chosen, ReviewStore } from './review-store'

export interface ReviewDeps {
  readonly store: ReviewStore
  readonly annotations: { many(ids: readonly AnnotationId[]): Annotation[] }
  readonly settings: { get(): Settings }
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Answers the contract's `review`. */
export function reviewHandlers({ store, annotations, settings, emit, now }: ReviewDeps): Handlers['review'] {
  const passageOf = ({ articleId, target, place }: Highlight): ReviewCard['passage'] => {
    const { quote, position, picture, snapshotId } = target
    if (picture !== undefined) return { before: '', words: targetWords(target), after: '' }
    const known = place === 'placed' ? store.stretches(articleId, snapshotId, position) : []
    if (known.length === 0) return { before: quote.prefix, words: quote.exact, after: quote.suffix }
    return passageIn(store.textOf(snapshotId), position, known)
  }

  const chosenFor = (day: CalendarDay): Chosen[] => {
    const wanted = settings.get().reviewCount
    return wanted === 0 ? [] : store.ofDay(day, wanted)
  }

  return {
    today: ({ day }) => {
      const chosen = chosenFor(day)
      const highlights = new Map(annotations.many(chosen.map(({ id }) => id)).map((one) => [one.id, one]))
      const cards = chosen.flatMap(({ id, ...rest }) => {
        const highlight = highlights.get(id)
        return highlight?.kind === 'highlight' ? [{ ...rest, highlight, passage: passageOf(highlight) }] : []
      })
      return { day, cards }
    },
    left: ({ day }) => chosenFor(day).filter(({ isReviewed }) => !isReviewed).length,
    mark: ({ day, ids, isReviewed }) => {
      if (store.mark(day, ids, isReviewed ? now() : null)) emit({ name: 'review.changed' })
    },
    setPace: ({ ids, pace }) => {
      if (!store.setPace(ids, pace)) {
        throw new LecternError('not-found', 'This highlight is not in the library any more. Nothing was changed.')
      }
      emit({ name: 'review.changed' })
    },
    leftOut: () => store.leftOut(),
  }
}
