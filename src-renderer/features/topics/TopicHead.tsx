import type { Topic } from '@shared/domain/topic'
import { counted } from '../../ui/words/article-words'
import { ProgressRing } from '../../ui/layout/ProgressRing'
import { routeToHash } from '../../ui/places/route'
import { pathTo, shareFinished } from './topic-tree'

const linkTo = ({ id }: Topic) =>
  routeToHash({
    page: 'articles',
    view: { kind: 'topic', topicId: id },
    articleId: null,
    passage: null,
    annotationId: null,
  })

/** A topic's title, how much of it is finished, what it is in and what is in it. */
export function TopicHead({ topic, topics }: { topic: Topic; topics: readonly Topic[] }) {
  const path = pathTo(topics, topic)
  const nested = topics.filter(({ parentId }) => parentId === topic.id)
  return (
    <header className="topic-head">
      {path.length > 0 && (
        <nav className="topic-head__path" aria-label="It is nested in">
          {path.map((each) => (
            <a key={each.id} href={linkTo(each)} dir="auto">
              {each.title}
            </a>
          ))}
        </nav>
      )}
      <h1 className="topic-head__title" dir="auto">
        {topic.title}
      </h1>
      <p className="topic-head__progress num">
        <ProgressRing share={shareFinished(topic)} />
        {progressInWords(topic, nested.length)}
      </p>
      {nested.length > 0 && (
        <ul className="topic-head__nested" aria-label="Topics in it">
          {nested.map((each) => (
            <li key={each.id}>
              <a className="topic-head__chip" href={linkTo(each)}>
                <ProgressRing share={shareFinished(each)} />
                <span className="truncate" dir="auto">
                  {each.title}
                </span>
                <span className="num">{each.articleCount}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}

function progressInWords({ articleCount, finishedCount, ownCount }: Topic, nested: number): string {
  if (articleCount === 0) return 'No articles yet'
  const words = `${finishedCount} of ${counted(articleCount, 'article')} finished`
  return nested > 0 && ownCount < articleCount ? `${words}, with the topics in it` : words
}
