import { Plus } from 'lucide-react'
import type { TopicId } from '@shared/domain/ids'
import { useNotes } from '../../client/notes'
import { Button } from '../../ui/controls/Button'
import { EmptyState } from '../../ui/layout/EmptyState'
import { navigate } from '../../ui/places/route'
import { NoteList } from './NoteList'
import './TopicNotes.css'
import { useNoteActions } from './use-note-actions'

/** The notes of a topic, and the way to write another. */
export function TopicNotes({ topicId }: { readonly topicId: TopicId }) {
  const { data: notes, error } = useNotes({ topicId })
  const actions = useNoteActions()
  const make = (
    <Button onPress={() => actions.make(topicId)}>
      <Plus className="icon" aria-hidden />
      New note
    </Button>
  )
  if (error) return <EmptyState title="The notes could not be read">{error.message}</EmptyState>
  if (notes?.length === 0) return <EmptyState title="No notes on this topic yet">{make}</EmptyState>
  return (
    <div className="topic-notes">
      <div className="topic-notes__head">{make}</div>
      {notes && (
        <NoteList
          label="Notes on this topic"
          notes={notes}
          openId={null}
          showsTopic={false}
          actions={actions}
          onOpen={(id) => navigate({ page: 'notes', noteId: id })}
        />
      )}
    </div>
  )
}
