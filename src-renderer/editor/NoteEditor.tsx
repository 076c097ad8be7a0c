import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CODE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  UNORDERED_LIST,
} from '@lexical/markdown'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import type { ReactNode } from 'react'
import type { NoteDocument } from '@shared/domain/note-document'
import { EditorKeys } from './EditorKeys'
import './NoteEditor.css'
import './NoteText.css'
import { NotePurity } from './NotePurity'
import { NoteSync } from './NoteSync'
import { NoteTypedAhead } from './NoteTypedAhead'
import { NOTE_NODES } from './note-nodes'
import { isNoteLink } from './note-normal'
import { NOTE_THEME } from './note-theme'
import { noteToLexical } from './note-to-lexical'
import type { TypedAhead } from './typing-ahead'

const SHORTCUTS = [
  HEADING,
  QUOTE,
  CODE,
  UNORDERED_LIST,
  ORDERED_LIST,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  LINK,
]

interface NoteEditorProps {
  /** What it begins with; later changes come through `replacement`. */
  readonly initial: NoteDocument
  /** A text to show instead of what is there, each time it is another object. */
  readonly replacement: NoteDocument | null
  /** Names the editor for assistive technology. */
  readonly label: string
  readonly placeholder: string
  readonly onChange: (note: NoteDocument) => void
  /** Escape or Mod+Enter: the person is done with it. */
  readonly onDone: () => void
  readonly onBlur: () => void
  /** Gives what was typed before the editor was there. */
  readonly takeTyped: () => TypedAhead | null
  /** Shown under the text, with access to the editor's context: the toolbar. */
  readonly children?: ReactNode
}

/** The rich-text editor of a note. Takes the focus when it appears, with the caret at the end. */
export function NoteEditor(props: NoteEditorProps) {
  const { initial, replacement, label, placeholder, onChange, onDone, onBlur, takeTyped, children } = props
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'lectern-note',
        nodes: NOTE_NODES,
        theme: NOTE_THEME,
        editorState: (editor) => editor.setEditorState(editor.parseEditorState(noteToLexical(initial))),
        onError: (error) => {
          throw error
        },
      }}
    >
      <div className="note-editor">
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="note-text note-editor__content"
              aria-label={label}
              aria-placeholder={placeholder}
              placeholder={<div className="note-editor__placeholder">{placeholder}</div>}
              onBlur={onBlur}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <HistoryPlugin />
      <ListPlugin hasStrictIndent />
      <LinkPlugin validateUrl={isNoteLink} />
      <MarkdownShortcutPlugin transformers={SHORTCUTS} />
      <NotePurity />
      <NoteSync replacement={replacement} onChange={onChange} />
      <EditorKeys onDone={onDone} />
      <NoteTypedAhead take={takeTyped} onDone={onDone} />
      {children}
    </LexicalComposer>
  )
}
