import { PencilLine, Waypoints } from 'lucide-react'
import type { ArticleNote } from '@shared/domain/annotation'
import { isEmptyNote } from '../../editor/note-normal'
import type { TypedAhead } from '../../editor/typing-ahead'
import { NoteText } from '../../editor/NoteText'
import { NoteWriting } from '../../editor/writing/NoteWriting'
import { IconButton } from '../../ui/controls/IconButton'
import { showAlike } from '../../ui/places/route'
import './ArticleNoteCard.css'

interface ArticleNoteCardProps {
  readonly note: ArticleNote | null
  readonly isWriting: boolean
  readonly onEdit: () => void
  readonly onDone: () => void
  readonly takeTyped: () => TypedAhead | null
  readonly onLink: (url: string) => void
}

/** The note on the whole article, at the top of the rail. */
export function ArticleNoteCard(props: ArticleNoteCardProps) {
  const { note, isWriting, onEdit, onDone, takeTyped, onLink } = props
  return (
    <section className="article-note" data-writing={isWriting} aria-label="Article note">
      {isWriting && note ? (
        <>
          <h3 className="article-note__title">Article note</h3>
          <NoteWriting
            note={{ key: note.id, revision: note.revision, body: note.body }}
            label="Article note"
            placeholder="Write about the whole article"
            onDone={onDone}
            onTag={null}
            takeTyped={takeTyped}
          />
        </>
      ) : note?.body && !isEmptyNote(note.body) ? (
        <>
          <div className="article-note__head">
            <h3 className="article-note__title">Article note</h3>
            <IconButton
              label="More like this note"
              icon={<Waypoints aria-hidden />}
              onPress={() => showAlike({ kind: 'annotation', annotationId: note.id })}
            />
            <IconButton label="Edit article note" keys="Shift+N" icon={<PencilLine aria-hidden />} onPress={onEdit} />
          </div>
          <NoteText note={note.body} onLink={onLink} />
        </>
      ) : (
        <button type="button" className="article-note__open" aria-keyshortcuts="Shift+N" onClick={onEdit}>
          Write about the whole article
        </button>
      )}
    </section>
  )
}
