import { ArrowLeft, ArrowRight, BookOpen, Ellipsis, PencilLine, Tag, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ReviewCard } from '@shared/domain/review'
import { Button } from '../../ui/controls/Button'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu } from '../../ui/controls/Menu'
import { showAlike } from '../../ui/places/route'
import { useHighlightActions } from '../../ui/actions/use-highlight-actions'
import { type CardState, PassageCard } from './PassageCard'
import { ReviewDone } from './ReviewDone'
import { useReviewActions } from './use-review-actions'
import { useReviewKeys } from './use-review-keys'
import { usePlace } from './use-place'

interface ReviewingProps {
  day: string
  cards: readonly ReviewCard[]
  /** The page's head, with how far one is. */
  header: (summary: string) => ReactNode
}

/** The cards of a day, one at a time. One counts as looked at when one goes on from it or opens its passage. */
export function Reviewing({ day, cards, header }: ReviewingProps) {
  const { at, go } = usePlace(cards)
  const [state, setState] = useState<CardState>('rest')
  const { mark, setPace, open, openLink } = useReviewActions(day)
  const { remove, recolour } = useHighlightActions()
  const shown = useRef<HTMLElement>(null)
  const card = cards[at]
  const id = card?.highlight.id

  // What came into sight is read out, and the keys work without a press.
  useEffect(() => {
    setState('rest')
    shown.current?.focus({ preventScroll: true })
    shown.current?.parentElement?.scrollTo(0, 0)
  }, [id])

  const rest = () => {
    setState('rest')
    shown.current?.focus({ preventScroll: true })
  }
  const next = () => {
    if (card) mark(card)
    go(at + 1)
  }
  const keys = useReviewKeys({
    card,
    canGoBack: at > 0,
    onNext: next,
    onBack: () => go(at - 1),
    onOpen: open,
    onNote: () => setState('writing'),
    onTag: () => setState('tagging'),
    onColour: ({ highlight }, colour, name) => void recolour([highlight.id], colour, name),
    onSeldom: (one) => setPace(one, one.pace === 'seldom' ? 'normal' : 'seldom'),
    onRemove: ({ highlight }) => void remove([highlight.id]),
  })

  return (
    <main className="pane page review-page" aria-label="Daily review" data-pane onKeyDown={keys}>
      {header(card ? `${at + 1} of ${cards.length}` : `All ${cards.length} done`)}
      <div className="review-page__dots" aria-hidden>
        {cards.map(({ highlight, isReviewed }, index) => (
          <span key={highlight.id} data-current={index === at} data-done={isReviewed} />
        ))}
      </div>
      <div className="review-page__scroll">
        {card ? (
          <PassageCard
            key={id}
            ref={shown}
            card={card}
            state={state}
            place={`${at + 1} of ${cards.length}`}
            onDone={rest}
            onLink={openLink}
          />
        ) : (
          <ReviewDone ref={shown} cards={cards} onAgain={() => go(0)} />
        )}
      </div>
      {card && (
        <div className="review-page__foot" role="toolbar" aria-label="This highlight">
          <IconButton
            label="Back"
            icon={<ArrowLeft aria-hidden />}
            keys="ArrowLeft"
            isDisabled={at === 0}
            onPress={() => go(at - 1)}
          />
          <span className="grow" />
          <IconButton
            label="Open the passage"
            icon={<BookOpen aria-hidden />}
            keys="Enter"
            onPress={() => open(card)}
          />
          <IconButton label="Note" icon={<PencilLine aria-hidden />} keys="N" onPress={() => setState('writing')} />
          <IconButton label="Tags" icon={<Tag aria-hidden />} keys="T" onPress={() => setState('tagging')} />
          <IconButton
            label="Delete highlight"
            icon={<Trash2 aria-hidden />}
            keys="Delete"
            onPress={() => void remove([card.highlight.id])}
          />
          <Menu
            label="More"
            actions={[
              {
                id: 'seldom',
                label: 'Show less often',
                keys: 'F',
                isChosen: card.pace === 'seldom',
                run: () => setPace(card, card.pace === 'seldom' ? 'normal' : 'seldom'),
              },
              { id: 'never', label: 'Leave out of the review', run: () => setPace(card, 'never') },
              {
                id: 'alike',
                label: 'More like this highlight',
                separated: true,
                run: () => showAlike({ kind: 'annotation', annotationId: card.highlight.id }),
              },
            ]}
          >
            <IconButton label="More" icon={<Ellipsis aria-hidden />} />
          </Menu>
          <span className="grow" />
          <Button look="primary" onPress={next} aria-keyshortcuts="Space ArrowRight">
            {at + 1 < cards.length ? 'Next' : 'Done'}
            <ArrowRight className="icon" aria-hidden />
          </Button>
        </div>
      )}
    </main>
  )
}
