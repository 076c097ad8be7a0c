import { Hash } from 'lucide-react'
import type { RemovedTopic } from '@shared/contract/topics'
import type { useRemovedTags } from '../../client/tags'
import { useClient } from '../../client/client'
import { counted } from '../../ui/article-words'
import { Button } from '../../ui/Button'
import { reportError } from '../../ui/perform'
import { ProgressRing } from '../../ui/ProgressRing'
import { showToast } from '../../ui/toasts'
import { daysLeft } from './days-left'

interface TrashedOrderProps {
  topics: readonly RemovedTopic[]
  tags: NonNullable<ReturnType<typeof useRemovedTags>['data']>
}

/** Topics and tags that were deleted: their articles are in the library, and they can be put back on them. */
export function TrashedOrder({ topics, tags }: TrashedOrderProps) {
  const client = useClient()
  const restored = (name: string, done: Promise<unknown>) => {
    done.then(() => showToast({ message: `${name} restored` })).catch(reportError)
  }
  return (
    <ul className="trash-page__order" aria-label="Topics and tags">
      {topics.map(({ id, title, articleCount, nestedCount, removedAt }) => (
        <li key={id} className="trash-page__item">
          <ProgressRing share={0} />
          <div className="grow">
            <h2 dir="auto">{title}</h2>
            <p>
              {[
                'Topic',
                nestedCount > 0 ? `with ${counted(nestedCount, 'topic')} in it` : '',
                counted(articleCount, 'article'),
                daysLeft(removedAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Button
            aria-label={`Restore topic ${title}`}
            onPress={() => restored(`Topic “${title}”`, client.topics.restore({ ids: [id] }))}
          >
            Restore
          </Button>
        </li>
      ))}
      {tags.map(({ id, tag, items, removedAt }) => (
        <li key={id} className="trash-page__item">
          <Hash className="icon" aria-hidden />
          <div className="grow">
            <h2 dir="auto">{tag}</h2>
            <p>{['Tag', `taken from ${counted(items, 'item')}`, daysLeft(removedAt)].join(' · ')}</p>
          </div>
          <Button aria-label={`Restore tag ${tag}`} onPress={() => restored(`#${tag}`, client.tags.undo({ id }))}>
            Restore
          </Button>
        </li>
      ))}
    </ul>
  )
}
