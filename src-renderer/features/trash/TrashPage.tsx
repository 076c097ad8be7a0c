import { useCallback, useState } from 'react'
import type { Article } from '@shared/domain/article'
import { useArticleIds, useArticlesInRange } from '../../client/articles'
import { useTrashedConversations } from '../../client/ask'
import { useClient } from '../../client/client'
import { useNotes } from '../../client/notes'
import { useRemovedTags } from '../../client/tags'
import { useRemovedTopics } from '../../client/topics'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { PageHeader } from '../../ui/PageHeader'
import { showToast } from '../../ui/toasts'
import { reportError } from '../../ui/perform'
import { DeleteDialog } from './DeleteDialog'
import { TrashedConversations } from './TrashedConversations'
import { TrashedOrder } from './TrashedOrder'
import { TrashList } from './TrashList'
import { TrashedNotes } from './TrashedNotes'
import './TrashPage.css'

const INPUT = { view: { kind: 'trash' }, sort: 'added', filter: '' } as const

/** What was deleted: each can be taken back for 30 days, with all that belonged to it. */
export function TrashPage({ onShowSidebar }: { onShowSidebar: (() => void) | null }) {
  const client = useClient()
  const { data: ids, error } = useArticleIds(INPUT)
  const { data: topics = [] } = useRemovedTopics()
  const { data: tags = [] } = useRemovedTags()
  const { data: notes = [] } = useNotes({ inTrash: true })
  const { data: conversations = [] } = useTrashedConversations()
  const others = topics.length + tags.length + notes.length + conversations.length
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
  const emptyTrash = () =>
    Promise.all([
      client.articles.emptyTrash(),
      notes.length > 0 && client.notes.deleteForGood({ ids: null }),
      conversations.length > 0 && client.conversations.deleteForever({ ids: null }),
      topics.length > 0 && client.topics.deleteForever({ ids: topics.map(({ id }) => id) }),
      tags.length > 0 && client.tags.forget({ ids: tags.map(({ id }) => id) }),
    ])
  const deleteNow = () => {
    if (asked === null) return
    const done = asked === 'all' ? emptyTrash() : client.articles.deleteForever({ ids: [asked.id] })
    Promise.resolve<unknown>(done)
      .then(() => showToast({ message: asked === 'all' ? 'Trash emptied' : `“${asked.title}” deleted` }))
      .catch(reportError)
    setAsked(null)
  }

  return (
    <main className="pane page trash-page" aria-label="Trash" data-pane>
      <PageHeader title="Trash" summary={ids ? counted(ids.length, 'article') : ''} onShowSidebar={onShowSidebar}>
        {ids && ids.length + others > 0 && (
          <Button look="danger" onPress={() => setAsked('all')}>
            Empty Trash…
          </Button>
        )}
      </PageHeader>
      {topics.length + tags.length > 0 && <TrashedOrder topics={topics} tags={tags} />}
      {notes.length > 0 && <TrashedNotes notes={notes} />}
      {conversations.length > 0 && <TrashedConversations conversations={conversations} />}
      {error ? (
        <EmptyState title="Trash could not be read">{error.message}</EmptyState>
      ) : ids?.length === 0 && others > 0 ? null : ids?.length === 0 ? (
        <EmptyState title="Trash is empty">
          What you delete stays here for 30 days: articles with their highlights and notes, notes of their own, topics,
          tags, conversations.
        </EmptyState>
      ) : (
        ids && <TrashList ids={ids} articles={articles} onRange={onRange} onRestore={restore} onDelete={setAsked} />
      )}
      <DeleteDialog
        asked={asked}
        what={others > 0 ? counted((ids?.length ?? 0) + others, 'item') : counted(ids?.length ?? 0, 'article')}
        onCancel={() => setAsked(null)}
        onDelete={deleteNow}
      />
    </main>
  )
}
