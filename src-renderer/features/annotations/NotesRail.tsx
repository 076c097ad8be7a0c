import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ArticleNote, Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId } from '@shared/domain/ids'
import { isEmptyNote } from '../../editor/note-normal'
import { Kbd } from '../../ui/Kbd'
import { ArticleNoteCard } from './ArticleNoteCard'
import { NoteCard, type NoteCardActions } from './NoteCard'
import { layoutNotes } from './note-layout'
import './NotesRail.css'
import { Orphans, type OrphanActions } from './Orphans'

/** A highlight with the height of its passage's first line in the scrolled page; null where it is not shown. */
export interface PlacedHighlight {
  readonly highlight: Highlight
  readonly middle: number | null
}

export interface NotesRailProps {
  readonly highlights: readonly PlacedHighlight[]
  readonly orphans: readonly Highlight[]
  readonly orphanActions: OrphanActions
  /** The highlight that waits for words to be put on. */
  readonly waitingFor: AnnotationId | null
  readonly articleNote: ArticleNote | null
  /** Beside the passages, or one under the other. */
  readonly arrangement: 'margin' | 'list'
  readonly activeId: AnnotationId | null
  readonly hoveredId: AnnotationId | null
  readonly editing: { readonly id: AnnotationId; readonly what: 'note' | 'tags' } | null
  readonly colourNames: Readonly<Record<HighlightColour, string>>
  readonly knownTags: readonly string[]
  readonly actions: NoteCardActions
  readonly onEditArticleNote: () => void
}

/** Half of a note's first line and what is above it, in pixels: how far its top lies above the passage's middle. */
const FIRST_LINE = 21

/** The notes of an article: its own, those that lost their passage, and those beside their passages. */
export function NotesRail(props: NotesRailProps & { readonly backlinks: ReactNode }) {
  const { highlights, orphans, articleNote, arrangement, activeId, hoveredId, editing, actions } = props
  const isEmpty = highlights.length === 0 && orphans.length === 0

  const card = (highlight: Highlight, isOrphan: boolean) => {
    const isEditing = editing?.id === highlight.id
    const what = editing?.what === 'tags' ? 'tagging' : 'writing'
    return (
      <NoteCard
        highlight={highlight}
        state={isEditing ? what : activeId === highlight.id ? 'active' : 'rest'}
        isHovered={hoveredId === highlight.id}
        isOrphan={isOrphan}
        showsQuote={arrangement === 'list'}
        colourNames={props.colourNames}
        knownTags={props.knownTags}
        actions={actions}
      />
    )
  }

  return (
    <div className="notes-rail">
      <ArticleNoteCard
        note={articleNote}
        isWriting={articleNote !== null && editing?.id === articleNote.id}
        onEdit={props.onEditArticleNote}
        onDone={actions.onDone}
        takeTyped={actions.takeTyped}
        onLink={actions.onLink}
      />
      <div className="notes-rail__backlinks">{props.backlinks}</div>
      <Orphans
        orphans={orphans}
        waitingFor={props.waitingFor}
        card={(highlight) => card(highlight, true)}
        {...props.orphanActions}
      />
      {isEmpty ? (
        <EmptyNotes />
      ) : arrangement === 'list' ? (
        <div className="notes-rail__list">
          {highlights.map(({ highlight }) => (
            <div key={highlight.id}>{card(highlight, false)}</div>
          ))}
        </div>
      ) : (
        <Margin
          highlights={highlights.filter(
            ({ highlight }) =>
              !isEmptyNote(highlight.body) ||
              highlight.tags.length > 0 ||
              highlight.id === activeId ||
              highlight.id === editing?.id,
          )}
          activeId={editing?.id ?? activeId}
          card={(highlight) => card(highlight, false)}
        />
      )}
    </div>
  )
}

interface MarginProps {
  readonly highlights: readonly PlacedHighlight[]
  readonly activeId: string | null
  readonly card: (highlight: Highlight) => React.ReactNode
}

/** Notes beside their passages. It scrolls with the page, so heights are those of the page. */
function Margin({ highlights, activeId, card }: MarginProps) {
  const margin = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const [offset, setOffset] = useState(0)
  const ids = highlights.map(({ highlight }) => highlight.id).join()

  useEffect(() => {
    const box = margin.current
    if (!box) return undefined
    const measure = () => {
      setOffset(box.offsetTop)
      setHeights(
        new Map(
          [...box.children].flatMap((slot) =>
            slot instanceof HTMLElement ? [[slot.dataset['id'] ?? '', slot.offsetHeight] as const] : [],
          ),
        ),
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    // What stands above the margin grows and shrinks, and moves it.
    for (const sibling of box.parentElement?.children ?? []) observer.observe(sibling)
    for (const slot of box.children) observer.observe(slot)
    return () => observer.disconnect()
  }, [ids])

  const placed = highlights.flatMap(({ highlight, middle }) =>
    middle === null
      ? []
      : [{ id: highlight.id, passage: middle - FIRST_LINE - offset, height: heights.get(highlight.id) ?? 60 }],
  )
  const tops = layoutNotes(placed, activeId, 8)
  const bottom = Math.max(0, ...placed.map(({ id, height }) => (tops.get(id) ?? 0) + height))

  return (
    <div ref={margin} className="notes-rail__margin" style={{ minHeight: bottom + 24 }}>
      {highlights.map(({ highlight }) => (
        <div
          key={highlight.id}
          className="notes-rail__slot"
          data-id={highlight.id}
          data-placed={heights.has(highlight.id) && tops.has(highlight.id)}
          style={{ top: tops.get(highlight.id) ?? 0 }}
        >
          {card(highlight)}
        </div>
      ))}
    </div>
  )
}

function EmptyNotes() {
  return (
    <div className="notes-rail__empty">
      <h2>Mark as you read</h2>
      <p>
        Select a passage and press <Kbd keys="1" /> to highlight it, or <Kbd keys="N" /> to write beside it. Notes line
        up with the text.
      </p>
    </div>
  )
}
