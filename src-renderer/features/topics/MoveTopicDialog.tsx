import { useTopics } from '../../client/topics'
import type { Topic } from '@shared/domain/topic'
import { Dialog } from '../../ui/dialogs/Dialog'
import { useTopicActions } from '../../ui/actions/use-topic-actions'
import { TopicPicker } from './TopicPicker'
import { isUnder, pathTo, placeOf } from './topic-tree'
import { namesOf } from './TopicsOfArticles'

const TOP = 'top'

/** Nests a topic in another, or takes it out to the top. */
export function MoveTopicDialog({ topic, onClose }: { topic: Topic | null; onClose: () => void }) {
  const topics = useTopics()
  const { move } = useTopicActions()
  const places = topics
    .filter(({ id }) => topic !== null && !isUnder(topics, id, topic.id))
    .map((each) => ({
      id: each.id,
      title: each.title,
      path: namesOf(pathTo(topics, each)),
      has: each.id === topic?.parentId ? ('all' as const) : ('none' as const),
    }))
  const top = {
    id: TOP,
    title: 'No topic: at the top',
    path: '',
    has: topic?.parentId === null ? 'all' : 'none',
  } as const
  return (
    <Dialog
      title={`Move “${topic?.title ?? ''}” into`}
      isOpen={topic !== null}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      width="sm"
    >
      <TopicPicker
        label="Find a topic"
        picks={[top, ...places]}
        onPick={(pick) => {
          const into = topics.find(({ id }) => id === pick.id) ?? null
          if (topic && (into?.id ?? null) !== topic.parentId) {
            move(topic, { parentId: into?.id ?? null, before: null }, placeOf(topics, topic), into)
          }
          onClose()
        }}
      />
    </Dialog>
  )
}
