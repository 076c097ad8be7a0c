import { MessageCircleQuestion, MoreHorizontal } from 'lucide-react'
import type { TopicId } from '@shared/domain/ids'
import { useTopic } from '../../client/topics'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu } from '../../ui/controls/Menu'
import { openList } from '../../ui/places/route'
import { useTopicMenu } from './TopicMenu'

/** What can be done to the topic of a list, at the end of the list's bar. */
export function TopicTools({ topicId }: { topicId: TopicId }) {
  const topic = useTopic(topicId)
  const menu = useTopicMenu(topic ?? null)
  if (!topic) return null
  return (
    <>
      <IconButton
        label="Ask this topic"
        icon={<MessageCircleQuestion aria-hidden />}
        onPress={() => openList({ kind: 'topic', topicId }, 'questions')}
      />
      <Menu
        label={topic.title}
        actions={[
          {
            id: 'page',
            label: 'Highlights, notes, questions',
            run: () => openList({ kind: 'topic', topicId }, 'highlights'),
          },
          ...menu.map((action, index) => ({ ...action, separated: action.separated ?? index === 0 })),
        ]}
      >
        <IconButton label="More" icon={<MoreHorizontal aria-hidden />} />
      </Menu>
    </>
  )
}
