import { Check } from 'lucide-react'
import type { Ref } from 'react'
import type { ReviewCard } from '@shared/domain/review'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { navigate } from '../../ui/places/route'

interface ReviewDoneProps {
  cards: readonly ReviewCard[]
  ref: Ref<HTMLElement>
  onAgain: () => void
}

/** The end of a day's review. */
export function ReviewDone({ cards, ref, onAgain }: ReviewDoneProps) {
  const articles = new Set(cards.map(({ highlight }) => highlight.articleId)).size
  return (
    <section ref={ref} className="review-page__done" tabIndex={-1} aria-label="That was today’s review">
      <span className="review-page__tick">
        <Check aria-hidden />
      </span>
      <h2>That was today’s review</h2>
      <p>
        {counted(cards.length, 'highlight')} from {counted(articles, 'article')}. The next ones come tomorrow.
      </p>
      <div className="review-page__ways">
        <Button onPress={onAgain}>Look again</Button>
        <Button onPress={() => navigate({ page: 'highlights' })}>All highlights</Button>
      </div>
    </section>
  )
}
