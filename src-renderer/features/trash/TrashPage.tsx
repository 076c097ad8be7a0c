import { useCallback, useEffect, useRef, useState } from 'react'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { PageHeader } from '../../ui/layout/PageHeader'
import { perform, reportError } from '../../ui/undo/perform'
import { showToast } from '../../ui/undo/toasts'
import { DeleteDialog } from './DeleteDialog'
import { KIND_TITLES, type TrashEntry, type TrashSection } from './trash-entry'
import { TrashList } from './TrashList'
import './TrashPage.css'
import { useTrash } from './use-trash'
import { isFocusLost, whenFree } from './when-free'

const MOST_LETTERS = 60
const short = (title: string) => (title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS).trimEnd()}…` : title)

/** What was deleted: each can be taken back for 30 days, with all that belonged to it. */
export function TrashPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const [range, setRange] = useState({ first: 0, last: 0 })
  const { sections, total, isRead, error, deleteAll } = useTrash(range.first, range.last)
  /** What is asked about: one thing, or all of them. */
  const [asked, setAsked] = useState<TrashEntry | 'all' | null>(null)
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])
  const page = useRef<HTMLElement>(null)
  const onlyArticles = sections.every(({ kind }) => kind === 'article')
  const what = onlyArticles ? counted(total, 'article') : counted(total, 'item')

  // The last that goes leaves no row to focus.
  const isEmpty = isRead && total === 0
  useEffect(() => {
    if (isEmpty && isFocusLost()) whenFree(() => page.current?.focus())
  }, [isEmpty])

  const restore = (entry: TrashEntry) =>
    void perform({ run: entry.restore, label: () => entry.restored, undo: entry.remove })
  const restoreAll = (section: TrashSection) =>
    void perform({
      run: section.restoreAll,
      label: () => `${KIND_TITLES[section.kind]} restored`,
      undo: section.removeAll,
    })
  const deleteNow = () => {
    if (asked === null) return
    const done = asked === 'all' ? deleteAll() : asked.deleteForGood()
    Promise.resolve<unknown>(done)
      .then(() => showToast({ message: asked === 'all' ? 'Trash emptied' : `“${short(asked.title)}” deleted` }))
      .catch(reportError)
    setAsked(null)
  }

  return (
    <main ref={page} className="pane page trash-page" aria-label="Trash" data-pane tabIndex={-1}>
      <PageHeader title="Trash" summary={isRead && total > 0 ? what : ''} onShowSidebar={onShowSidebar}>
        {total > 0 && (
          <Button look="danger" onPress={() => setAsked('all')}>
            Empty Trash…
          </Button>
        )}
      </PageHeader>
      {error ? (
        <EmptyState title="Trash could not be read">{error.message}</EmptyState>
      ) : total > 0 ? (
        <TrashList
          sections={sections}
          onRange={onRange}
          onRestore={restore}
          onRestoreAll={restoreAll}
          onDelete={setAsked}
        />
      ) : (
        isEmpty && (
          <EmptyState title="Trash is empty">
            What you delete stays here for 30 days, with all that belongs to it: articles, highlights, notes, topics,
            tags, saved searches, conversations and questions.
          </EmptyState>
        )
      )}
      <DeleteDialog asked={asked} what={what} onCancel={() => setAsked(null)} onDelete={deleteNow} />
    </main>
  )
}
