import { ArrowLeft, Ellipsis, Trash2, Waypoints } from 'lucide-react'
import { useState } from 'react'
import type { Note } from '@shared/domain/note'
import type { NoteId } from '@shared/domain/ids'
import { useNote } from '../../client/notes'
import { useTopics } from '../../client/topics'
import { Backlinks } from '../../editor/Backlinks'
import { ownNoteKey } from '../../editor/writing/note-saving'
import { NoteWriting } from '../../editor/writing/NoteWriting'
import { Button } from '../../ui/controls/Button'
import { dayInWords } from '../../ui/words/day-words'
import { EmptyState } from '../../ui/layout/EmptyState'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu, type MenuAction } from '../../ui/controls/Menu'
import { navigate, showAlike } from '../../ui/places/route'
import './NotePane.css'
import { NoteTags } from './NoteTags'
import type { NoteActions } from './use-note-actions'

const nothingTyped = () => null

interface NotePaneProps {
  readonly id: NoteId
  readonly actions: NoteActions
  /** The person is done with writing. */
  readonly onDone: () => void
}

/** One note: its text, always ready to be written, and what links to it. */
export function NotePane({ id, actions, onDone }: NotePaneProps) {
  const { data: note, error } = useNote(id)
  return (
    <div className="note-pane">
      <div className="bar note-pane__bar">
        <IconButton
          label="Back to the notes"
          icon={<ArrowLeft aria-hidden />}
          onPress={() => navigate({ page: 'notes', noteId: null })}
        />
        <span className="grow" />
        {note ? <NoteMenu note={note} actions={actions} /> : null}
      </div>
      {error ? (
        <EmptyState title="This note is not in the library">
          It was deleted for good, or the link to it is wrong.
        </EmptyState>
      ) : note ? (
        <Written key={note.id} note={note} actions={actions} onDone={onDone} />
      ) : null}
    </div>
  )
}

function NoteMenu({ note, actions }: { readonly note: Note; readonly actions: NoteActions }) {
  const topics = useTopics()
  const topic = topics.find(({ id }) => id === note.topicId)
  const places: MenuAction[] = [
    {
      id: 'none',
      label: 'No topic',
      isChosen: note.topicId === null,
      run: () => actions.moveTo(note.id, null, note.topicId),
    },
    ...topics.map(({ id, title }) => ({
      id,
      label: title,
      isChosen: note.topicId === id,
      run: () => actions.moveTo(note.id, id, note.topicId),
    })),
  ]
  return (
    <>
      {topics.length > 0 ? (
        <Menu label="Topic of the note" actions={places}>
          <Button look="ghost">{topic?.title ?? 'No topic'}</Button>
        </Menu>
      ) : null}
      {note.removedAt === null ? (
        <Menu
          label="Note"
          actions={[
            {
              id: 'alike',
              label: 'More like this note',
              icon: <Waypoints className="icon icon--sm" aria-hidden />,
              run: () => showAlike({ kind: 'own-note', noteId: note.id }),
            },
            {
              id: 'remove',
              label: 'Move to Trash',
              keys: 'Delete',
              icon: <Trash2 className="icon icon--sm" aria-hidden />,
              isDanger: true,
              separated: true,
              run: () => {
                navigate({ page: 'notes', noteId: null })
                actions.remove(note.id, note.title)
              },
            },
          ]}
        >
          <IconButton label="More" icon={<Ellipsis aria-hidden />} />
        </Menu>
      ) : (
        <Button onPress={() => actions.restore(note.id)}>Restore from Trash</Button>
      )}
    </>
  )
}

interface WrittenProps {
  readonly note: Note
  readonly actions: NoteActions
  readonly onDone: () => void
}

function Written({ note, actions, onDone }: WrittenProps) {
  const [label] = useState(() => note.title || 'New note')
  return (
    <div className="note-pane__scroll">
      <div className="note-pane__page">
        <NoteWriting
          note={{ key: ownNoteKey(note.id), revision: note.revision, body: note.body }}
          label={`Note: ${label}`}
          placeholder="Write. The first line is its title. Press / for headings, lists, tables and more"
          onDone={onDone}
          onTag={null}
          takeTyped={nothingTyped}
        >
          <span>Changed {dayInWords(note.updatedAt)}</span>
        </NoteWriting>
        <NoteTags note={note} actions={actions} />
        <Backlinks target={{ kind: 'note', id: note.id }} />
      </div>
    </div>
  )
}
