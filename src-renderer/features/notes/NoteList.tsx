import { useEffect, useState } from 'react'
import type { NoteId } from '@shared/domain/ids'
import type { NoteSummary } from '@shared/domain/note'
import { useTopics } from '../../client/topics'
import { useCommands } from '../../ui/commands/use-commands'
import { VirtualList } from '../../ui/layout/VirtualList'
import { NoteRow } from './NoteRow'
import type { NoteActions } from './use-note-actions'

interface NoteListProps {
  readonly label: string
  readonly notes: readonly NoteSummary[]
  readonly openId: NoteId | null
  readonly showsTopic: boolean
  readonly actions: NoteActions
  readonly onOpen: (id: NoteId) => void
}

/** Notes, newest change first, to be walked through and opened by keys. */
export function NoteList({ label, notes, openId, showsTopic, actions, onOpen }: NoteListProps) {
  const topics = useTopics()
  const [focused, setFocused] = useState(0)
  const openIndex = notes.findIndex(({ id }) => id === openId)
  useEffect(() => {
    if (openIndex >= 0) setFocused(openIndex)
  }, [openIndex])
  const at = Math.max(0, Math.min(focused, notes.length - 1))
  const note = notes[at]

  const step = (by: number) => setFocused(Math.max(0, Math.min(notes.length - 1, at + by)))
  useCommands([
    { id: 'notes.next', title: 'Next note', group: 'List', keys: ['J'], run: () => step(1) },
    { id: 'notes.previous', title: 'Previous note', group: 'List', keys: ['K'], run: () => step(-1) },
    {
      id: 'notes.remove',
      title: 'Move note to Trash',
      group: 'List',
      keys: ['Delete'],
      enabled: note !== undefined,
      run: () => note && actions.remove(note.id, note.title),
    },
  ])

  return (
    <VirtualList
      label={label}
      count={notes.length}
      estimate={78}
      focused={at}
      onFocusedChange={setFocused}
      keyOf={(index) => notes[index]?.id ?? index}
      isSelected={(index) => notes[index]?.id === openId}
      padding={6}
      onPress={(index) => {
        const pressed = notes[index]
        if (pressed) onOpen(pressed.id)
      }}
      row={(index) => {
        const each = notes[index]
        if (!each) return null
        const topic = showsTopic ? topics.find(({ id }) => id === each.topicId)?.title : null
        return <NoteRow note={each} isOpen={each.id === openId} topic={topic ?? null} />
      }}
    />
  )
}
