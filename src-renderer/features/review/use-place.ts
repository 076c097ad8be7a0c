import { useState } from 'react'
import type { ReviewCard } from '@shared/domain/review'
import type { AnnotationId } from '@shared/domain/ids'

/**
 * Which card is shown: first the one that was not looked at yet; the number of cards for the end. Where a card goes, the next comes in
 * its place, and where it comes back it is shown again.
 */
export function usePlace(cards: readonly ReviewCard[]) {
  const [place, setPlace] = useState<{ id: AnnotationId | null; index: number } | null>(null)
  const kept = place?.id == null ? -1 : cards.findIndex(({ highlight }) => highlight.id === place.id)
  const unseen = cards.findIndex(({ isReviewed }) => !isReviewed)
  const first = unseen === -1 ? cards.length : unseen
  const at = place === null ? first : kept >= 0 ? kept : Math.min(place.index, cards.length)
  return {
    at,
    go: (index: number) => {
      const next = Math.max(0, Math.min(cards.length, index))
      setPlace({ id: cards[next]?.highlight.id ?? null, index: next })
    },
  }
}
