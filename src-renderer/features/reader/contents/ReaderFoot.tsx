import type { Article } from '@shared/domain/article'
import type { OutlineEntry } from '@shared/domain/snapshot'
import { minutesInWords } from '../../../ui/words/article-words'
import { useShown, wordsLeft, type PlaceStore } from '../place/place-shown'

interface ReaderFootProps {
  readonly article: Article
  readonly outline: readonly OutlineEntry[]
  readonly place: PlaceStore
}

/** Under the page: the section that one is in, and what is left to read. */
export function ReaderFoot({ article, outline, place }: ReaderFootProps) {
  const section = useShown(place, (shown) => shown.section)
  const percent = useShown(place, (shown) => shown.percent)
  const left = wordsLeft(article, percent)
  return (
    <div className="reading__foot">
      <div className="reading__foot-column">
        <span className="truncate">{outline[section]?.text}</span>
        <span className="num">
          {percent}% · {left > 0 ? `${minutesInWords(left)} left` : 'finished'}
        </span>
      </div>
    </div>
  )
}
