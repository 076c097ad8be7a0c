import type { TopicId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { useTopic } from '../../client/topics'
import { NameDialog } from '../../ui/dialogs/NameDialog'
import { openList } from '../../ui/places/route'
import { useTopicActions } from '../../ui/actions/use-topic-actions'

/** What the dialog is asked for: a topic's new name, or the name of a new one. */
export type TopicRequest = { topic: Pick<Topic, 'id' | 'title'> } | { parentId: TopicId | null }

const clean = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 200)

/** Names a topic: a new one is opened then. */
export function TopicDialog({ request, onClose }: { request: TopicRequest | null; onClose: () => void }) {
  const actions = useTopicActions()
  const parent = useTopic(request && 'parentId' in request ? request.parentId : null)
  if (!request) return null
  if ('topic' in request) {
    return (
      <NameDialog
        title="Rename topic"
        label="Name of the topic"
        value={request.topic.title}
        action={() => 'Rename'}
        clean={clean}
        onDone={(title) => {
          if (title !== request.topic.title) actions.rename(request.topic, title)
          onClose()
        }}
        onCancel={onClose}
      />
    )
  }
  return (
    <NameDialog
      title={parent ? `New topic in “${parent.title}”` : 'New topic'}
      label="Name of the topic"
      value=""
      action={() => 'Make topic'}
      clean={clean}
      onDone={(title) => {
        void actions.create(title, request.parentId).then((topic) => {
          if (topic) openList({ kind: 'topic', topicId: topic.id })
        })
        onClose()
      }}
      onCancel={onClose}
    />
  )
}
