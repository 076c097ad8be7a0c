import { type ReactNode, useState } from 'react'
import type { Article } from '@shared/domain/article'
import { useClient } from '../../../client/client'
import { useSettings } from '../../../client/settings'
import type { ArticleDocument } from '../../../frame/article-document'
import { PageFrame } from '../../../frame/ArticleFrame'
import { counted } from '../../../ui/words/article-words'
import { Button } from '../../../ui/controls/Button'
import { useCommandKeys, useCommands } from '../../../ui/commands/use-commands'
import { showToast } from '../../../ui/undo/toasts'
import { pushUndo } from '../../../ui/undo/undo'
import { reportError } from '../../../ui/undo/perform'
import { useMedia } from '../../../ui/layout/use-media'
import { ReaderProblem, ReaderSkeleton } from '../ReaderStates'
import { useFrameEvent } from '../use-frame-event'
import { useLook } from '../typography/use-look'
import './OriginalView.css'
import { usePicking } from './use-picking'

interface OriginalViewProps {
  readonly article: Article
  /** Controls of the window that stand at the start of the bar. */
  readonly leading: ReactNode
  readonly onBack: () => void
}

/** The whole page that an article was found on, in which the article can be picked by hand. */
export function OriginalView({ article, leading, onBack }: OriginalViewProps) {
  const client = useClient()
  const isNarrow = useMedia('(max-width: 959px)')
  const look = useLook(useSettings(), article.language, isNarrow ? { start: 24, end: 24 } : { start: 36, end: 40 })
  const [page, setPage] = useState<ArticleDocument | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [isPicking, setIsPicking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const applyPicked = async () => {
    if (picking.count === 0 || isBusy) return
    setIsBusy(true)
    try {
      const before = article.snapshotId
      const { orphaned, snapshotId } = await client.originals.pick({ snapshotId: before, parts: picking.paths() })
      onBack()
      tell(orphaned, snapshotId !== before ? () => client.originals.goBack({ snapshotId: before }) : null)
    } catch (error) {
      setIsBusy(false)
      reportError(error)
    }
  }
  const leave = () => {
    setIsPicking(false)
  }
  const picking = usePicking({ page: isPicking ? page : null, onUse: () => void applyPicked(), onLeave: leave })
  useCommands([
    {
      id: 'original.back',
      title: 'Back to the article',
      group: 'Reader',
      keys: ['Escape'],
      run: isPicking ? leave : onBack,
    },
  ])
  useFrameEvent(isPicking ? null : page, 'keydown', useCommandKeys())
  const chosen = picking.count === 0 ? 'Nothing chosen yet.' : `${counted(picking.words, 'word')} chosen.`

  return (
    <div className="reading original">
      <div className="bar reading__bar">
        {leading}
        <span className="reading__crumb truncate">{article.title}</span>
      </div>
      <div className="reading__scroller original__scroller" data-scroller>
        <div className="original__bar" role="region" aria-label="Original">
          {isPicking ? (
            <>
              <p className="original__words">
                <strong className="num">{chosen}</strong>{' '}
                <span className="original__hint">
                  Click the parts that are the article. Keys: ↓ ↑ move, ← larger, → smaller, Space choose.
                </span>
              </p>
              <Button onPress={leave}>Cancel</Button>
              <Button look="primary" isDisabled={picking.count === 0 || isBusy} onPress={() => void applyPicked()}>
                Use this as the article
              </Button>
            </>
          ) : (
            <>
              <p className="original__words">The whole page as it was saved.</p>
              <Button onPress={onBack}>Back to the article</Button>
              <Button look="primary" isDisabled={page === null} onPress={() => setIsPicking(true)}>
                Pick the content by hand
              </Button>
            </>
          )}
        </div>
        <main className="reading__page original__page" data-pane="page" aria-label="Original page" tabIndex={-1}>
          {isMissing ? (
            <ReaderProblem
              title="The original cannot be shown"
              text="The page as it was saved could not be read again. The article, your highlights and notes are as they were."
            >
              <Button onPress={onBack}>Back to the article</Button>
            </ReaderProblem>
          ) : (
            <>
              {page ? null : <ReaderSkeleton />}
              <PageFrame
                src={`/originals/${article.snapshotId}`}
                title={`${article.title}, whole page`}
                look={look}
                onOpen={(opened) => {
                  setPage(opened)
                  setMissing(opened === null)
                }}
                onResize={() => undefined}
              />
            </>
          )}
        </main>
      </div>
      <div className="visually-hidden" aria-live="polite">
        {isPicking ? `${picking.said} ${picking.count > 0 ? chosen : ''}` : ''}
      </div>
    </div>
  )
}

function tell(orphaned: number, undo: (() => Promise<unknown>) | null): void {
  const lost = orphaned === 0 ? '' : ` ${counted(orphaned, 'highlight')} not in it; the notes are kept.`
  const message = undo === null ? 'This is the article already.' : `The article is what you picked now.${lost}`
  if (undo === null) {
    showToast({ message })
    return
  }
  const takeBack = pushUndo({
    label: message,
    undo: () => {
      close()
      return undo()
    },
  })
  const close = showToast({ message, action: { label: 'Undo', run: () => void takeBack().catch(reportError) } })
}
