import { useRef } from 'react'
import type { ArticleDocument } from '../../../frame/article-document'
import { selectByKey } from './select-by-key'
import { moveCaret } from './move-caret'
import { useCaret } from './use-caret'
import { useElements } from './use-elements'

interface KeySelectionOptions {
  readonly article: ArticleDocument | null
  /** Offset of the first text in view. */
  readonly top: () => number
  /** The find result that is shown; null while nothing is looked for. */
  readonly found: () => number | null
  /** Where the caret begins when nothing is selected; null for the first text in view. */
  readonly from: () => number | null
  readonly reveal: (offset: number) => void
  /** Something was selected. */
  readonly onSelect: () => void
  readonly say: (words: string) => void
}

/** All ways to select without a mouse: sentence by sentence, with a caret, and whole figures and tables. */
export function useKeySelection({ article, top, found, from, reveal, onSelect, say }: KeySelectionOptions) {
  /** Where what V selected ends, so that the next V goes on from there. */
  const selectedLast = useRef<number | null>(null)
  const caret = useCaret({ article, found, from: () => from() ?? top(), reveal, onSelect, say })
  const elements = useElements({
    article,
    from: top,
    reveal: (element) => element.scrollIntoView({ block: 'nearest' }),
    onSelect,
    say,
  })

  return {
    caret,
    elements,
    selectUnit: (unit: 'sentence' | 'paragraph') => {
      const words = article && selectByKey(article, unit, top(), selectedLast.current)
      if (words) {
        selectedLast.current = words.end
        reveal(words.start)
      }
      onSelect()
    },
    /** Moves the end of the selection that was moved last. */
    extend: (by: 'word' | 'sentence', to: 'left' | 'right') => {
      if (!article) return
      moveCaret(article, by === 'word' ? { by, to } : { by, to: to === 'left' ? 'backward' : 'forward' }, true)
      onSelect()
    },
  }
}
