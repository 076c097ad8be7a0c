import { useCallback, useState } from 'react'
import type { Article } from '@shared/domain/article'
import { useArticleIds, useArticlesInRange } from '../../client/articles'
import { useClient } from '../../client/client'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { showToast } from '../../ui/toasts'
import { reportError } from '../../ui/use-article-actions'
import { DeleteDialog } from './DeleteDialog'
import { TrashList } from './TrashList'
import './TrashPage.css'

const INPUT = { view: { kind: 'trash' }, sort: 'added', filter: '' } as const

/** Articles that were deleted: each can be taken back for 30 days, with its highlights and notes. */
export function TrashPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const client = useClient()
  const { data: ids, error } = useArticleIds(INPUT)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const articles = useArticlesInRange(INPUT, range.first, range.last)
  /** What is asked about: one article, or all of them. */
  const [asked, setAsked] = useState<Article | 'all' | null>(null)
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), [])

  const restore = (article: Article) => {
    client.articles
      .restore({ ids: [article.id] })
      .then(() => showToast({ message: `“${article.title}” restored` }))
      .catch(reportError)
  }
  const deleteNow = () => {
    if (asked === null) return
    const done = asked === 'all' ? client.articles.emptyTrash() : client.articles.deleteForever({ ids: [asked.id] })
    done
      .then(() => showToast({ message: asked === 'all' ? 'Trash emptied' : `“${asked.title}” deleted` }))
      .catch(reportError)
    setAsked(null)
  }

  return (
    <main className="pane page trash-page" aria-label="Trash" data-pane>
      <PageHeader title="Trash" summary={ids ? counted(ids.length, 'article') : ''} onShowSidebar={onShowSidebar}>
        {ids && ids.length > 0 && (
          <Button look="danger" onPress={() => setAsked('all')}>
            Empty Trash…
          </Button>
        )}
      </PageHeader>
      {error ? (
        <EmptyState title="Trash could not be read">{error.message}</EmptyState>
      ) : ids?.length === 0 ? (
        <EmptyState title="Trash is empty">
          Articles you delete stay here for 30 days, with their highlights and notes.
        </EmptyState>
      ) : (
        ids && <TrashList ids={ids} articles={articles} onRange={onRange} onRestore={restore} onDelete={setAsked} />
      )}
      <DeleteDialog asked={asked} count={ids?.length ?? 0} onCancel={() => setAsked(null)} onDelete={deleteNow} />
    </main>
  )
}
