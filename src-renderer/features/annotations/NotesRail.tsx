import { type ReactNode, useMemo } from 'react'
import type { ArticleNote, Highlight } from '@shared/domain/annotation'
import type { HighlightColour } from '@shared/domain/colour'
import type { AnnotationId } from '@shared/domain/ids'
import { isEmptyNote } from '../../editor/note-normal'
import { Kbd } from '../../ui/controls/Kbd'
import { ArticleNoteCard } from './ArticleNoteCard'
import { NoteCard, type NoteCardActions } from './NoteCard'
import { NoteSlots, type PlacedHighlight } from './NoteSlots'
import './NotesRail.css'
import { Orphans, type OrphanActions } from './Orphans'
import { shortDate } from './short-date'

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

/** The notes of an article: its own, those that lost their passage, and those beside their passages. */
export function NotesRail(props: NotesRailProps & { readonly backlinks: ReactNode }) {
  const { highlights, orphans, articleNote, arrangement, activeId, hoveredId, editing, actions } = props
  const editingId = editing?.id ?? null
  const shown = useMemo(
    () =>
      arrangement === 'list'
        ? highlights
        : highlights.filter(
            ({ highlight }) =>
              !isEmptyNote(highlight.body) ||
              highlight.tags.length > 0 ||
              highlight.id === activeId ||
              highlight.id === editingId,
          ),
    [highlights, arrangement, activeId, editingId],
  )
  const isEmpty = highlights.length === 0 && orphans.length === 0

  const card = (
    highlight: Highlight,
    isOrphan: boolean,
    among: { readonly at: number; readonly of: number } | null,
  ) => {
    const isEditing = editing?.id === highlight.id
    const what = editing?.what === 'tags' ? 'tagging' : 'writing'
    return (
      <NoteCard
        highlight={highlight}
        when={shortDate(highlight.updatedAt)}
        state={isEditing ? what : activeId === highlight.id ? 'active' : 'rest'}
        isHovered={hoveredId === highlight.id}
        isOrphan={isOrphan}
        showsQuote={arrangement === 'list'}
        colourNames={props.colourNames}
        knownTags={props.knownTags}
        actions={actions}
        at={among?.at}
        of={among?.of}
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
        card={(highlight) => card(highlight, true, null)}
        {...props.orphanActions}
      />
      {isEmpty && <EmptyNotes />}
      {/* There without highlights, too: the focus of the last one that was deleted stays in it. */}
      <NoteSlots
        arrangement={arrangement}
        highlights={shown}
        activeId={editing?.id ?? activeId}
        card={(highlight, at, of) => card(highlight, false, { at, of })}
      />
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
