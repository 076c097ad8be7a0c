import { useMemo } from 'react'
import type { ReviewCard, ReviewPace } from '@shared/domain/review'
import { useClient } from '../../client/client'
import { openPassageLink } from '../../ui/places/passage-link'
import { perform, reportError } from '../../ui/undo/perform'
import { openArticle } from '../../ui/places/route'

const SAYS: Readonly<Record<ReviewPace, string>> = {
  normal: 'Shown as often as others again',
  seldom: 'Shown less often from now on',
  never: 'Left out of the review from now on',
}

/** What can be done with a card of a day's review, beside what can be done with any highlight. */
export function useReviewActions(day: string) {
  const client = useClient()
  return useMemo(() => {
    const mark = ({ highlight, isReviewed }: ReviewCard) => {
      if (!isReviewed) client.review.mark({ day, ids: [highlight.id], isReviewed: true }).catch(reportError)
    }
    return {
      mark,
      setPace: ({ highlight, pace: before }: ReviewCard, pace: ReviewPace) => {
        const ids = [highlight.id]
        void perform({
          run: () => client.review.setPace({ ids, pace }),
          label: () => SAYS[pace],
          undo: () => client.review.setPace({ ids, pace: before }),
        })
      },
      open: (card: ReviewCard) => {
        mark(card)
        const { articleId, id, place, target } = card.highlight
        openArticle(articleId, { passage: place === 'placed' ? target.position : null, annotationId: id })
      },
      openLink: (url: string) => {
        if (!openPassageLink(url)) client.host.openExternal({ url }).catch(reportError)
      },
    }
  }, [client, day])
}
