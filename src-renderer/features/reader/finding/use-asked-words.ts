import { useCallback, useEffect, useRef, useState } from 'react'
import type { AskScope } from '@shared/contract/ask'
import type { Article } from '@shared/domain/article'
import type { QuestionId } from '@shared/domain/ids'
import type { SelectedPassage } from '../selecting/use-selection'

/** Selected words that a question is about. */
export interface AskedWords {
  readonly scope: Extract<AskScope, { kind: 'selection' }>
  readonly text: string
}

/** The selected words that are taken along to Ask; without any, the article is asked. Opens Ask where a question is to be shown. */
export function useAskedWords(article: Article, question: QuestionId | null, openRail: () => void) {
  const [asked, setAsked] = useState<AskedWords | null>(null)
  const { id: articleId, snapshotId } = article
  const show = useRef(openRail)
  show.current = openRail
  useEffect(() => {
    if (question !== null) show.current()
  }, [question])
  return {
    asked,
    drop: useCallback(() => setAsked(null), []),
    ask: (selected: SelectedPassage | null) => {
      if (selected && !selected.picture) {
        const scope = { kind: 'selection', articleId, snapshotId, ...selected.position } as const
        setAsked({ scope, text: selected.quote.exact })
      }
      openRail()
      // The panel comes with the next frame.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-composer]')?.focus())
    },
  }
}
