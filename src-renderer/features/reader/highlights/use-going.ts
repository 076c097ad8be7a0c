import { useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId } from '@shared/domain/ids'
import { targetWords } from '@shared/text/target-words'
import { isEmptyNote } from '../../../editor/note-normal'
import type { ArticleDocument } from '../../../frame/article-document'
import type { AnchoredHighlight } from './use-anchored-highlights'
import { usePointing } from './use-pointing'
import { usePressing } from './use-pressing'
import { useWalking } from './use-walking'

interface GoingOptions {
  readonly article: ArticleDocument | null
  readonly highlights: readonly AnchoredHighlight[]
  readonly current: AnnotationId | null
  readonly activate: (id: AnnotationId | null) => void
  readonly colourNames: Readonly<Record<HighlightColour, string>>
  /** Offset of the first text in view. */
  readonly top: () => number
  readonly goTo: (offset: number) => void
  /** A highlight was chosen: its note may be shown. */
  readonly onChoose: (highlight: Highlight) => void
  readonly say: (words: string) => void
}

/** Makes highlights the current one: by pointer, or by keys, which put a ring around it. */
export function useGoing(options: GoingOptions) {
  const { article, highlights, current, activate, colourNames, top, goTo, onChoose, say } = options
  const [ringed, setRinged] = useState<AnnotationId | null>(null)

  const arrive = (highlight: Highlight, round: { readonly at: number; readonly of: number } | null) => {
    article?.window.focus()
    setRinged(highlight.id)
    activate(highlight.id)
    const { colour, target, body } = highlight
    const note = isEmptyNote(body) ? 'no note' : 'has a note'
    say(`${round ? `${round.at} of ${round.of}. ` : ''}${colourNames[colour]}: ${targetWords(target)}, ${note}`)
  }
  const pressing = usePressing({
    article,
    current,
    onChoose: (highlight) => {
      setRinged(null)
      activate(highlight.id)
      onChoose(highlight)
    },
    onCycle: (highlight, at, of) => arrive(highlight, { at, of }),
    onNothing: () => {
      setRinged(null)
      activate(null)
    },
  })
  const pointing = usePointing({ article, highlights, onPress: pressing.press })
  const walking = useWalking({
    highlights,
    current,
    top,
    onArrive: (each, round) => {
      pressing.close()
      arrive(each.highlight, round)
      goTo(each.start)
    },
  })

  return {
    ...walking,
    pressing,
    pointing,
    // The ring goes with the current highlight, also when another becomes the current one.
    ringed: ringed === current ? ringed : null,
    removeRing: () => setRinged(null),
  }
}
