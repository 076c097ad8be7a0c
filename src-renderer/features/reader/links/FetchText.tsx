import type { Article } from '@shared/domain/article'
import { missingText } from '../../../ui/words/article-words'
import { Button } from '../../../ui/controls/Button'
import { useUpdateFromWeb } from '../../../ui/actions/use-update-from-web'

/** Says that an article's text is not here, and fetches it on request. */
export function FetchText({ article }: { readonly article: Article }) {
  const fetchAnew = useUpdateFromWeb()
  return (
    <>
      <span>{missingText(article)}</span>
      {article.sourceUrl === null ? null : (
        <span>
          <Button look="link" onPress={() => fetchAnew([article.id])}>
            Fetch it from the web
          </Button>
        </span>
      )}
    </>
  )
}
