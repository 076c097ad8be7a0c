import { useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import { useAnnotationActions } from '../../../client/annotations'
import { openDialog } from '../../../ui/dialogs/dialogs'
import { perform } from '../../../ui/undo/perform'
import { targetOf, type SelectedPassage } from '../selecting/use-selection'

interface AttachingOptions {
  readonly article: Article
  /** The words that are selected now. */
  readonly selected: () => SelectedPassage | null
  readonly clearSelection: () => void
  readonly focusPage: () => void
}

/** Lets a person put a highlight on other words: on those that are selected, or on the next ones that are. */
export function useAttaching({ article, selected, clearSelection, focusPage }: AttachingOptions) {
  const actions = useAnnotationActions(article.id)
  const [waiting, setWaiting] = useState<Highlight | null>(null)

  async function attach(highlight: Highlight, passage: SelectedPassage): Promise<void> {
    const target = targetOf(article.snapshotId, passage)
    const isDone = await perform({
      run: async () => {
        await actions.attach(highlight.id, target)
        return true
      },
      label: () => 'Highlight attached here',
      undo: () => actions.detach(highlight.id),
    })
    if (!isDone) return
    setWaiting(null)
    clearSelection()
  }

  const keep = (highlight: Highlight, kept: boolean) =>
    perform({
      run: () => actions.keep([highlight.id], kept),
      label: () => (kept ? 'Kept without a place' : 'Looking for a place again'),
      undo: () => actions.keep([highlight.id], !kept),
      isQuiet: !kept,
    })

  return {
    /** The highlight that waits for words. */
    waiting,
    cancel: () => setWaiting(null),
    /** Attaches the waiting highlight; false when none waits. */
    attachTo: (passage: SelectedPassage): boolean => {
      if (waiting === null) return false
      void attach(waiting, passage)
      return true
    },
    onAttach: (highlight: Highlight) => {
      const passage = selected()
      if (passage) void attach(highlight, passage)
      else {
        setWaiting((now) => (now?.id === highlight.id ? null : highlight))
        focusPage()
      }
    },
    onKeep: (highlight: Highlight, kept: boolean) => void keep(highlight, kept),
    onShowEarlier: ({ target }: Highlight) =>
      openDialog({
        name: 'version',
        articleId: article.id,
        snapshotId: target.snapshotId,
        at: target.position.start,
        show: 'page',
      }),
  }
}
