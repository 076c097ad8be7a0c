import { type Ref, useMemo } from 'react'
import type { ReviewCard } from '@shared/domain/review'
import { isEmptyNote } from '../../editor/note-normal'
import { NoteText } from '../../editor/NoteText'
import { NoteWriting } from '../../editor/writing/NoteWriting'
import { useArticle } from '../../client/articles'
import { useSettings } from '../../client/settings'
import { sourceName } from '../../ui/words/article-words'
import { dayInWords } from '../../ui/words/day-words'
import { HighlightTags } from '../../ui/controls/HighlightTags'
import { Swatch } from '../../ui/controls/Swatch'
import './PassageCard.css'

export type CardState = 'rest' | 'writing' | 'tagging'

interface PassageCardProps {
  card: ReviewCard
  state: CardState
  /** Where it stands among the others: `2 of 5`. */
  place: string
  ref: Ref<HTMLElement>
  onDone: () => void
  onLink: (url: string) => void
}

const nothingTyped = () => null

/** A highlight to look at again: its words among those around them, its note and its tags, and where they are from. */
export function PassageCard({ card, state, place, ref, onDone, onLink }: PassageCardProps) {
  const { highlight, articleTitle, passage, lastReviewed, pace } = card
  const { colour, body, tags, createdAt, target, id, revision } = highlight
  const { colourNames } = useSettings()
  const { data: article } = useArticle(highlight.articleId)
  const lang = article?.language ?? undefined
  const dir = article?.direction ?? 'auto'
  const ids = useMemo(() => [id], [id])
  const short = passage.words.slice(0, 80)
  return (
    <article
      ref={ref}
      className="passage-card"
      data-colour={colour}
      data-long={passage.words.length > 420}
      tabIndex={-1}
      aria-label={`${place}. ${colourNames[colour]}: ${passage.words}`}
    >
      <p className="passage-card__head">
        <Swatch colour={colour} />
        <span>{colourNames[colour]}</span>
        <span>Marked {dayInWords(createdAt)}</span>
        {highlight.place !== 'placed' && <span>Not found in the newest version</span>}
        {pace === 'seldom' && <span>Shown less often</span>}
        {lastReviewed !== null && (
          <span className="passage-card__last">Reviewed {dayInWords(new Date(`${lastReviewed}T12:00`).getTime())}</span>
        )}
      </p>
      {target.picture && (
        <img className="passage-card__picture" src={`/assets/${target.picture.asset}`} alt={target.picture.alt} />
      )}
      <p className="passage-card__text" lang={lang} dir={dir}>
        {passage.before}
        <mark>{passage.words}</mark>
        {passage.after}
      </p>
      <h2 className="passage-card__title" lang={lang} dir={dir}>
        {articleTitle}
      </h2>
      {article && <p className="passage-card__source">{sourceName(article)}</p>}
      {state === 'writing' ? (
        <div className="passage-card__note">
          <NoteWriting
            note={{ key: id, revision, body }}
            label={`Note on “${short}”`}
            placeholder="Write a note"
            onDone={onDone}
            onTag={null}
            takeTyped={nothingTyped}
          />
        </div>
      ) : body && !isEmptyNote(body) ? (
        <div className="passage-card__note">
          <NoteText note={body} onLink={onLink} />
        </div>
      ) : null}
      {state === 'tagging' ? (
        <div
          className="passage-card__tagging"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onDone()
          }}
        >
          <HighlightTags ids={ids} onDone={onDone} />
        </div>
      ) : tags.length > 0 ? (
        <ul className="passage-card__tags" aria-label="Tags">
          {tags.map((tag) => (
            <li key={tag}>#{tag}</li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}
