import type { Note } from '@shared/domain/note'
import { noteParts } from '@shared/text/note-parts'
import { useKnownTags } from '../../client/tags'
import { TagField } from '../../ui/controls/TagField'
import './NoteTags.css'
import type { NoteActions } from './use-note-actions'

/** The tags of a note, given by hand or written in its text. Those of the text are taken away there. */
export function NoteTags({ note, actions }: { readonly note: Note; readonly actions: NoteActions }) {
  const known = useKnownTags()
  const written = new Set(noteParts(note.body).tags.map((tag) => tag.toLowerCase()))
  const isWritten = (tag: string) => written.has(tag.toLowerCase())
  const set = (tags: readonly string[]) => actions.setTags(note.id, tags, note.tags)
  return (
    <section className="note-tags" aria-label="Tags of the note">
      <TagField
        tags={note.tags.filter((tag) => !isWritten(tag))}
        fixed={note.tags.filter(isWritten)}
        known={known.filter((tag) => !note.tags.includes(tag))}
        list="typing"
        takesFocus={false}
        onAdd={(added) => {
          const all = [...new Set([...note.tags, ...added])]
          if (all.length > note.tags.length) set(all)
        }}
        onRemove={(tag) => set(note.tags.filter((each) => each !== tag))}
      />
    </section>
  )
}
