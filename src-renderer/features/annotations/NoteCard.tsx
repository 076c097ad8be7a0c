import { Ellipsis, PencilLine } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import { targetWords } from '@shared/text/target-words'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import { isEmptyNote } from '../../editor/note-normal'
import { NoteText } from '../../editor/NoteText'
import { NoteWriting } from '../../editor/writing/NoteWriting'
import type { TypedAhead } from '../../editor/typing-ahead'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu } from '../../ui/controls/Menu'
import { showAlike } from '../../ui/places/route'
import { TagField } from '../../ui/controls/TagField'
import { Swatch } from '../../ui/controls/Swatch'
import { MoveBadge } from './MoveBadge'
import './NoteCard.css'

/** What can be done from a note's card. */
export interface NoteCardActions {
  readonly onOpen: (highlight: Highlight) => void
  readonly onHover: (highlight: Highlight | null) => void
  readonly onEdit: (highlight: Highlight) => void
  readonly onEditTags: (highlight: Highlight) => void
  readonly onDone: () => void
  readonly onColour: (highlight: Highlight, colour: HighlightColour) => void
  readonly onTags: (highlight: Highlight, tags: string[]) => void
  readonly onCopy: (highlight: Highlight) => void
  readonly onCite: (highlight: Highlight) => void
  readonly onRemove: (highlight: Highlight) => void
  /** Puts it on the words that are selected, or asks for some. */
  readonly onAttach: (highlight: Highlight) => void
  readonly onLink: (url: string) => void
  /** Gives what was typed before the editor of a note or tags was there. */
  readonly takeTyped: () => TypedAhead | null
}

interface NoteCardProps {
  readonly highlight: Highlight
  /** When it was changed, in words, which change as days go by. */
  readonly when: string
  /** `active`: its passage is the current one. `writing` and `tagging`: it is being changed. */
  readonly state: 'rest' | 'active' | 'writing' | 'tagging'
  readonly isHovered: boolean
  readonly isOrphan: boolean
  /** Whether the words of the passage stand above the note: where the note is not beside them. */
  readonly showsQuote: boolean
  readonly colourNames: Readonly<Record<HighlightColour, string>>
  readonly knownTags: readonly string[]
  readonly actions: NoteCardActions
  /** Which one of how many it is, for screen readers: not all of them are in the page. */
  readonly at?: number | undefined
  readonly of?: number | undefined
}

/** A highlight in the rail: its colour, its note and its tags. Reads as "colour, quote, note, tags". */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { highlight, state, isHovered, isOrphan, showsQuote, colourNames, knownTags, actions } = props
  const isActive = state !== 'rest'
  const hasNote = !isEmptyNote(highlight.body)
  const name = colourNames[highlight.colour]
  const words = targetWords(highlight.target)
  const card = useRef<HTMLElement>(null)

  // Leaving the editor must not drop the focus to the top of the window.
  const wasWriting = useRef(false)
  useEffect(() => {
    if (wasWriting.current && state === 'active' && document.activeElement === document.body) card.current?.focus()
    wasWriting.current = state === 'writing' || state === 'tagging'
  }, [state])

  return (
    <article
      ref={card}
      className="note-card"
      data-colour={highlight.colour}
      data-active={isActive}
      data-hovered={isHovered}
      data-orphan={isOrphan}
      tabIndex={0}
      aria-label={`${name}: ${words}`}
      aria-current={isActive ? 'true' : undefined}
      aria-posinset={props.at}
      aria-setsize={props.of}
      onPointerEnter={() => actions.onHover(highlight)}
      onPointerLeave={() => actions.onHover(null)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isActive) actions.onOpen(highlight)
      }}
      onClick={() => {
        if (!isActive) actions.onOpen(highlight)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        actions.onEdit(highlight)
      }}
    >
      {showsQuote || isOrphan ? <blockquote className="note-card__quote">{words}</blockquote> : null}
      {state === 'writing' ? (
        <NoteWriting
          note={{ key: highlight.id, revision: highlight.revision, body: highlight.body }}
          label={`Note on “${words.slice(0, 80)}”`}
          placeholder="Write a note"
          onDone={actions.onDone}
          onTag={() => actions.onEditTags(highlight)}
          takeTyped={actions.takeTyped}
        >
          <Tags tags={highlight.tags} />
        </NoteWriting>
      ) : (
        <>
          {hasNote && highlight.body ? (
            // The pencil beside it is the control for keyboards and screen readers.
            <div className="note-card__body" onClick={isActive ? () => actions.onEdit(highlight) : undefined}>
              <NoteText note={highlight.body} onLink={actions.onLink} />
            </div>
          ) : null}
          {state === 'tagging' ? (
            <TagField
              tags={highlight.tags}
              known={knownTags.filter((tag) => !highlight.tags.includes(tag))}
              list="typing"
              takesFocus
              onAdd={(added) => actions.onTags(highlight, [...new Set([...highlight.tags, ...added])])}
              onRemove={(tag) =>
                actions.onTags(
                  highlight,
                  highlight.tags.filter((each) => each !== tag),
                )
              }
              onDone={actions.onDone}
              takeTyped={actions.takeTyped}
            />
          ) : hasNote || highlight.tags.length > 0 ? (
            <div className="note-card__foot">
              <Tags tags={highlight.tags} />
              <span className="note-card__when">{props.when}</span>
            </div>
          ) : null}
          {highlight.move && highlight.place === 'placed' && isToldOfMove(highlight, isActive) ? (
            <MoveBadge move={highlight.move} exact={highlight.target.quote.exact} />
          ) : null}
          {isActive ? <CardTools {...props} /> : null}
        </>
      )}
    </article>
  )
})

/** Edited words are told of always; that a highlight moved with its words, only where somebody looks at it. */
function isToldOfMove({ move }: Highlight, isActive: boolean): boolean {
  return move !== null && (move.previousExact !== null || (isActive && move.method !== 'same-text'))
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return tags.map((tag) => (
    <span key={tag} className="note-card__tag">
      {tag}
    </span>
  ))
}

function CardTools({ highlight, colourNames, actions }: NoteCardProps) {
  return (
    <div className="note-card__tools" role="toolbar" aria-label="Highlight">
      {HIGHLIGHT_COLOURS.map((colour, index) => (
        <button
          key={colour}
          type="button"
          className="note-card__colour"
          aria-label={colourNames[colour]}
          aria-pressed={colour === highlight.colour}
          title={`${colourNames[colour]} (${index + 1})`}
          onClick={() => actions.onColour(highlight, colour)}
        >
          <Swatch colour={colour} size={13} />
        </button>
      ))}
      <span className="grow" />
      <IconButton
        label={isEmptyNote(highlight.body) ? 'Write a note' : 'Edit note'}
        keys="N"
        icon={<PencilLine aria-hidden />}
        onPress={() => actions.onEdit(highlight)}
      />
      <Menu
        label="Highlight"
        actions={[
          { id: 'tags', label: 'Tags…', keys: 'T', run: () => actions.onEditTags(highlight) },
          { id: 'attach', label: 'Attach to other words…', run: () => actions.onAttach(highlight) },
          {
            id: 'alike',
            label: 'More like this passage',
            run: () => showAlike({ kind: 'annotation', annotationId: highlight.id }),
          },
          { id: 'copy', label: 'Copy quote', keys: 'Q', run: () => actions.onCopy(highlight) },
          { id: 'cite', label: 'Copy quote with citation', keys: 'Shift+Q', run: () => actions.onCite(highlight) },
          {
            id: 'delete',
            label: 'Delete highlight',
            keys: 'Delete',
            isDanger: true,
            separated: true,
            run: () => actions.onRemove(highlight),
          },
        ]}
      >
        <IconButton label="More" icon={<Ellipsis aria-hidden />} />
      </Menu>
    </div>
  )
}
