import { useState } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import { useAnnotationActions } from '../../client/annotations'
import { openDialog } from '../../ui/dialogs'
import { showToast } from '../../ui/toasts'
import { pushUndo } from '../../ui/undo'
import { reportError } from '../../ui/use-article-actions'
import type { SelectedPassage } from './use-selection'

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
    const target = { snapshotId: article.snapshotId, position: passage.position, quote: passage.quote }
    try {
      await actions.attach(highlight.id, target)
      setWaiting(null)
      clearSelection()
      const undo = pushUndo({
        label: 'Highlight attached',
        undo: () => void actions.detach(highlight.id).catch(reportError),
      })
      showToast({ message: 'Highlight attached here', action: { label: 'Undo', run: undo } })
    } catch (error) {
      reportError(error)
    }
  }

  async function keep(highlight: Highlight, kept: boolean): Promise<void> {
    try {
      await actions.keep([highlight.id], kept)
      const undo = () => void actions.keep([highlight.id], !kept).catch(reportError)
      if (kept) {
        const run = pushUndo({ label: 'Highlight kept without a place', undo })
        showToast({ message: 'Kept without a place', action: { label: 'Undo', run } })
      }
    } catch (error) {
      reportError(error)
    }
  }

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
