import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { HorizontalRulePlugin } from '@lexical/react/LexicalHorizontalRulePlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { TablePlugin } from '@lexical/react/LexicalTablePlugin'
import type { ReactNode } from 'react'
import type { NoteDocument } from '@shared/domain/note-document'
import { CheckListRoles } from './CheckListRoles'
import { TagsInText } from './completion/TagsInText'
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
import { SHORTCUTS } from './shortcuts'
import type { TypedAhead } from './typing-ahead'
import { WritingAids } from './WritingAids'

interface NoteEditorProps {
  /** What it begins with; later changes come through `replacement`. */
  readonly initial: NoteDocument
  /** A text to show instead of what is there, each time it is another object. */
  readonly replacement: NoteDocument | null
  /** Names the editor for assistive technology. */
  readonly label: string
  readonly placeholder: string
  /** Whether it takes the focus when it appears. */
  readonly takesFocus?: boolean
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
              aria-multiline
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
      <CheckListPlugin />
      <CheckListRoles />
      <LinkPlugin validateUrl={isNoteLink} />
      <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} />
      <HorizontalRulePlugin />
      <MarkdownShortcutPlugin transformers={SHORTCUTS} />
      <TagsInText />
      <WritingAids />
      <NotePurity />
      <NoteSync replacement={replacement} takesFocus={props.takesFocus ?? true} onChange={onChange} />
      <EditorKeys onDone={onDone} />
      <NoteTypedAhead take={takeTyped} onDone={onDone} />
      {children}
    </LexicalComposer>
  )
}
