import { useRelated } from '../../../client/search'
import type { ArticleId } from '@shared/domain/ids'
import { Button } from '../../../ui/controls/Button'
import { openArticle, showAlike } from '../../../ui/places/route'
import { AboutSection } from './AboutSection'
import './AlikeArticles.css'

const MOST = 5

/** Other articles of the library that speak of the same thing, and the words by which they were found. */
export function AlikeArticles({ articleId }: { articleId: ArticleId }) {
  const { data: alike = [] } = useRelated({ kind: 'article', articleId }, MOST)
  if (alike.length === 0) return null
  return (
    <AboutSection title="More like this">
      <ul className="alike-articles">
        {alike.map((hit) => (
          <li key={hit.articleId}>
            <button
              type="button"
              className="alike-articles__title"
              dir="auto"
              onClick={() => openArticle(hit.articleId, { passage: hit.passage })}
            >
              {hit.articleTitle}
            </button>
            <p className="alike-articles__shared">
              Both speak of <bdi>{hit.shared.join(', ')}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {alike.length === MOST && (
        <Button look="link" onPress={() => showAlike({ kind: 'article', articleId })}>
          Show more
        </Button>
      )}
    </AboutSection>
  )
}
