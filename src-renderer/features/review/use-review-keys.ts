import type { KeyboardEvent } from 'react'
import type { HighlightColour } from '@shared/domain/colour'
import type { ReviewCard } from '@shared/domain/review'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import { useSettings } from '../../client/settings'
import type { Command } from '../../ui/commands/command'
import { useCommands } from '../../ui/commands/use-commands'
import { useScopedKeys } from '../../ui/commands/use-scoped-keys'

interface ReviewKeysInput {
  /** The one that is shown; undefined at the end. */
  card: ReviewCard | undefined
  canGoBack: boolean
  onNext: () => void
  onBack: () => void
  onOpen: (card: ReviewCard) => void
  onNote: () => void
  onTag: () => void
  onColour: (card: ReviewCard, colour: HighlightColour, name: string) => void
  onSeldom: (card: ReviewCard) => void
  onRemove: (card: ReviewCard) => void
}

/** The keys of the review: letters act anywhere on the page, arrows, Space and Enter while it has the focus. */
export function useReviewKeys(input: ReviewKeysInput): (event: KeyboardEvent) => void {
  const { card, canGoBack, onNext, onBack, onOpen, onNote, onTag, onColour, onSeldom, onRemove } = input
  const { colourNames } = useSettings()
  const isShown = card !== undefined
  const command = (id: string, title: string, keys: string[], enabled: boolean, run: () => void): Command => ({
    ...{ id: `review.${id}`, title, group: 'Daily review', keys, enabled, run },
  })
  const onCard = (act: (one: ReviewCard) => void) => () => {
    if (card) act(card)
  }
  useCommands([
    command('next', 'Next highlight of the review', ['J'], isShown, onNext),
    command('back', 'Back in the review', ['K'], canGoBack, onBack),
    command('note', 'Write a note', ['N'], isShown, onNote),
    command('tag', 'Tag', ['T'], isShown, onTag),
    command('seldom', 'Show less often', ['F'], isShown, onCard(onSeldom)),
    command('remove', 'Delete highlight', ['Delete'], isShown, onCard(onRemove)),
    ...HIGHLIGHT_COLOURS.map((colour, at) =>
      command(
        `colour-${colour}`,
        colourNames[colour],
        [String(at + 1)],
        isShown,
        onCard((one) => onColour(one, colour, colourNames[colour])),
      ),
    ),
  ])
  const scoped = useScopedKeys([
    command('next', 'Next', ['Space', 'ArrowRight'], isShown, onNext),
    command('back', 'Back', ['ArrowLeft', 'Shift+Space'], canGoBack, onBack),
    command('open', 'Open the passage', ['Enter'], isShown, onCard(onOpen)),
  ])
  return (event) => {
    // Space and Enter press what has the focus; arrows go through the toolbar.
    if (event.target instanceof Element && event.target.closest('a, button, [role="toolbar"]')) return
    scoped(event)
  }
}
