import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { FORMAT_TEXT_COMMAND, UNDO_COMMAND, REDO_COMMAND } from 'lexical'
import {
  Bold,
  Code,
  Italic,
  Link as LinkIcon,
  List,
  ListChecks,
  type LucideIcon,
  Plus,
  Redo2,
  Strikethrough,
  Table,
  Tag,
  Undo2,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from '../../ui/controls/IconButton'
import { Menu, type MenuAction } from '../../ui/controls/Menu'
import { BLOCK_KINDS } from '../blocks/block-kinds'
import { pickImages, useAddImages } from '../use-add-images'
import { CodeLanguage } from './CodeLanguage'
import { $currentFormat, NO_FORMAT } from './current-format'
import { LinkAddress } from './LinkAddress'
import './NoteTools.css'
import { tableActions } from './table-actions'

/** The toolbar of a note that is being written. */
export function NoteTools({ onTag }: { readonly onTag: (() => void) | null }) {
  const [editor] = useLexicalComposerContext()
  const [current, setCurrent] = useState(NO_FORMAT)
  const [isLinking, setLinking] = useState(false)
  const addImages = useAddImages()

  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setCurrent(editorState.read($currentFormat))),
    [editor],
  )

  const insert = (id: string) =>
    editor.update(() => BLOCK_KINDS.find((kind) => kind.id === id)?.$insert(editor, () => pickImages(addImages)))
  const tool = (label: string, Icon: LucideIcon, pressed: boolean | null, press: () => void) => (
    <button
      type="button"
      className="note-tools__button"
      aria-label={label}
      title={label}
      aria-pressed={pressed ?? undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <Icon className="icon" aria-hidden />
    </button>
  )
  const format = (name: 'bold' | 'italic' | 'strikethrough' | 'code', label: string, Icon: LucideIcon) =>
    tool(label, Icon, current[name], () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, name))
  const list = (id: 'bullet' | 'check', label: string, Icon: LucideIcon) =>
    tool(label, Icon, current.block === id, () => insert(current.block === id ? 'paragraph' : id))
  const more: MenuAction[] = BLOCK_KINDS.map(({ id, label, icon: Icon, markdown }) => ({
    id,
    label,
    icon: <Icon aria-hidden />,
    keys: markdown === '' ? undefined : markdown,
    run: () => {
      editor.focus()
      insert(id)
    },
  }))

  if (isLinking) return <LinkAddress onLeave={() => setLinking(false)} />
  return (
    <div className="note-tools" role="toolbar" aria-label="Formatting">
      {format('bold', 'Bold', Bold)}
      {format('italic', 'Italic', Italic)}
      {format('strikethrough', 'Strikethrough', Strikethrough)}
      {format('code', 'Code', Code)}
      {list('bullet', 'List', List)}
      {list('check', 'Check list', ListChecks)}
      {tool('Link', LinkIcon, current.link, () =>
        current.link ? editor.dispatchCommand(TOGGLE_LINK_COMMAND, null) : setLinking(true),
      )}
      <Menu label="Insert" actions={more}>
        <IconButton label="Insert" keys="/" icon={<Plus aria-hidden />} />
      </Menu>
      {current.isInTable ? (
        <Menu label="Table" actions={tableActions(editor)}>
          <IconButton label="Table" icon={<Table aria-hidden />} />
        </Menu>
      ) : null}
      {current.language === null ? null : <CodeLanguage language={current.language} />}
      <span className="grow" />
      {tool('Undo', Undo2, null, () => editor.dispatchCommand(UNDO_COMMAND, undefined))}
      {tool('Redo', Redo2, null, () => editor.dispatchCommand(REDO_COMMAND, undefined))}
      {onTag ? tool('Tag', Tag, null, onTag) : null}
    </div>
  )
}
