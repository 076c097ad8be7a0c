import { Plus, StickyNote } from 'lucide-react'
import type { NoteId } from '@shared/domain/ids'
import { useNotes } from '../../client/notes'
import { counted } from '../../ui/words/article-words'
import { Button } from '../../ui/controls/Button'
import { useCommands } from '../../ui/commands/use-commands'
import { EmptyState } from '../../ui/layout/EmptyState'
import { Kbd } from '../../ui/controls/Kbd'
import { PageHeader } from '../../ui/layout/PageHeader'
import { navigate } from '../../ui/places/route'
import { NoteList } from './NoteList'
import { NotePane } from './NotePane'
import './NotesPage.css'
import { useNoteActions } from './use-note-actions'

interface NotesPageProps {
  readonly noteId: NoteId | null
  /** Set where the sidebar is hidden, to bring it back. */
  readonly onShowSidebar: (() => void) | null
}

/** The notes that stand alone or belong to a topic: a list, and the one that is read and written. */
export function NotesPage({ noteId, onShowSidebar }: NotesPageProps) {
  const { data: notes, error } = useNotes()
  const actions = useNoteActions()
  const toList = () => document.querySelector<HTMLElement>('.notes-page__list [role="option"][tabindex="0"]')?.focus()
  useCommands([{ id: 'notes.make', title: 'New note', group: 'List', keys: ['N'], run: () => actions.make() }])

  return (
    <main className="pane page notes-page" aria-label="Notes" data-pane data-open={noteId !== null}>
      <div className="notes-page__list">
        <PageHeader title="Notes" summary={notes ? counted(notes.length, 'note') : ''} onShowSidebar={onShowSidebar}>
          <Button onPress={() => actions.make()} aria-keyshortcuts="N">
            <Plus className="icon" aria-hidden />
            New note
          </Button>
        </PageHeader>
        {error ? (
          <EmptyState title="The notes could not be read">{error.message}</EmptyState>
        ) : notes?.length === 0 ? (
          <EmptyState icon={<StickyNote aria-hidden />} title="No notes yet">
            A note can stand on its own and link to articles and other notes. Press <Kbd keys="N" /> to write one.
          </EmptyState>
        ) : (
          notes && (
            <NoteList
              label="Notes"
              notes={notes}
              openId={noteId}
              showsTopic
              actions={actions}
              onOpen={(id) => navigate({ page: 'notes', noteId: id })}
            />
          )
        )}
      </div>
      {noteId === null ? (
        <div className="notes-page__none">
          {notes && notes.length > 0 ? (
            <EmptyState title="Choose a note">Or press N to write a new one.</EmptyState>
          ) : null}
        </div>
      ) : (
        <NotePane key={noteId} id={noteId} actions={actions} onDone={toList} />
      )}
    </main>
  )
}
