import { useMemo } from 'react'
import type { ArticleId } from '@shared/domain/ids'
import { useHoldingTopics, useTopics } from '../../client/topics'
import { counted } from '../../ui/words/article-words'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import { TopicPicker } from './TopicPicker'
import { pathTo } from './topic-tree'

interface TopicsOfArticlesProps {
  articleIds: readonly ArticleId[] | null
  onClose: () => void
}

const NONE: readonly ArticleId[] = []

/** Puts articles into topics and takes them out. An article can be in several. */
export function TopicsOfArticles({ articleIds, onClose }: TopicsOfArticlesProps) {
  const ids = articleIds ?? NONE
  const topics = useTopics()
  const { data: holding } = useHoldingTopics(ids)
  const actions = useTopicActions()
  const picks = useMemo(() => {
    const held = new Map(holding?.map(({ id, count }) => [id, count]))
    return topics.map((topic) => {
      const count = held.get(topic.id) ?? 0
      const has: 'all' | 'some' | 'none' = count === 0 ? 'none' : count === ids.length ? 'all' : 'some'
      return { id: topic.id, title: topic.title, path: namesOf(pathTo(topics, topic)), has }
    })
  }, [topics, holding, ids])

  return (
    <Dialog
      title={ids.length > 1 ? `Topics of ${counted(ids.length, 'article')}` : 'Topics of this article'}
      isOpen={articleIds !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      width="sm"
    >
      <TopicPicker
        label="Find or make a topic"
        picks={picks}
        onPick={(pick) => {
          const topic = topics.find(({ id }) => id === pick.id)
          if (!topic) return
          if (pick.has === 'all') actions.removeArticles(topic, ids)
          else actions.addArticles(topic, ids)
        }}
        onCreate={(title) => {
          void actions.create(title, null).then((topic) => {
            if (topic) actions.addArticles(topic, ids)
          })
        }}
      />
    </Dialog>
  )
}

/** Topics by name, outermost first. */
export function namesOf(topics: readonly { title: string }[]): string {
  return topics.map(({ title }) => title).join(' › ')
}
