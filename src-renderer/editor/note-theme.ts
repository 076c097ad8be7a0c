import type { EditorThemeClasses } from 'lexical'

/** Class names that the editor sets, the same as those of a note that is only read (see NoteText.css). */
export const NOTE_THEME: EditorThemeClasses = {
  text: {
    bold: 'note-text__bold',
    italic: 'note-text__italic',
    strikethrough: 'note-text__struck',
    code: 'note-text__code',
  },
  code: 'note-text__block-code',
  list: {
    nested: { listitem: 'note-text__nested' },
    listitemChecked: 'note-text__check note-text__check--done',
    listitemUnchecked: 'note-text__check',
  },
}
