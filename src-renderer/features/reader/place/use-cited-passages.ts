import type { Citation } from '@shared/contract/ask'
import type { Article } from '@shared/domain/article'
import { quoteOf } from '../../../anchoring/describe'
import type { ArticleDocument } from '../../../frame/article-document'
import { navigate } from '../../../ui/places/route'
import { showToast } from '../../../ui/undo/toasts'
import type { SelectedPassage } from '../selecting/use-selection'

interface CitedPassagesOptions {
  readonly article: Article
  readonly open: ArticleDocument | null
  readonly remember: () => void
  readonly goTo: (offset: number) => void
  readonly flash: (range: Range | null) => void
  readonly onHighlight: (passage: Pick<SelectedPassage, 'position' | 'quote'>) => void
}

/** What can be done with a passage that an answer cites. */
export function useCitedPassages({ article, open, remember, goTo, flash, onHighlight }: CitedPassagesOptions) {
  /** Where the words stand now: an answer may be older than the article's newest version. */
  const placeOf = ({ start, end, quote }: Citation): { start: number; end: number } | null => {
    const text = open?.index.text ?? ''
    if (text.slice(start, end) === quote) return { start, end }
    const at = text.indexOf(quote)
    return at === -1 ? null : { start: at, end: at + quote.length }
  }
  const inPage = (citation: Citation, act: (place: { start: number; end: number }) => void) => {
    const place = placeOf(citation)
    if (place) act(place)
    else showToast({ message: 'This passage is not in this version of the article.' })
  }
  return {
    show: (citation: Citation) => {
      if (citation.articleId !== article.id) {
        const { articleId, start, end } = citation
        navigate({ page: 'articles', view: { kind: 'all' }, articleId, passage: { start, end }, annotationId: null })
        return
      }
      inPage(citation, ({ start, end }) => {
        remember()
        goTo(start)
        flash(open?.index.rangeOf(start, end) ?? null)
      })
    },
    highlight: (citation: Citation) =>
      inPage(citation, ({ start, end }) =>
        onHighlight({ position: { start, end }, quote: quoteOf(open?.index.text ?? '', start, end) }),
      ),
  }
}
