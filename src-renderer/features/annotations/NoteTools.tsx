import { $isCodeNode, $createCodeNode } from '@lexical/code'
import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link'
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { ListNode } from '@lexical/list'
import {
  Bold,
  Code,
  Heading,
  Italic,
  Link as LinkIcon,
  List,
  ListOrdered,
  type LucideIcon,
  SquareCode,
  Strikethrough,
  Tag,
  TextQuote,
} from 'lucide-react'
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { useEffect, useState } from 'react'
import { isNoteLink } from '../../editor/note-normal'
import './NoteTools.css'

/** What is set at the caret. */
interface Current {
  readonly bold: boolean
  readonly italic: boolean
  readonly strikethrough: boolean
  readonly code: boolean
  readonly link: boolean
  readonly block: string
}

const NOTHING: Current = {
  bold: false,
  italic: false,
  strikethrough: false,
  code: false,
  link: false,
  block: 'paragraph',
}

function readCurrent(): Current {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return NOTHING
  const node = selection.anchor.getNode()
  const list = $getNearestNodeOfType(node, ListNode)
  const top = $findMatchingParent(node, (each) => $isHeadingNode(each) || $isQuoteNode(each) || $isCodeNode(each))
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    strikethrough: selection.hasFormat('strikethrough'),
    code: selection.hasFormat('code'),
    link: $findMatchingParent(node, $isLinkNode) !== null,
    block: $isListNode(list) ? list.getListType() : (top?.getType() ?? 'paragraph'),
  }
}

function setBlock(editor: LexicalEditor, isSet: boolean, make: () => ElementNode): void {
  editor.update(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $setBlocksType(selection, isSet ? $createParagraphNode : make)
  })
}

/** The toolbar of a note that is being written. */
export function NoteTools({ onTag }: { readonly onTag: (() => void) | null }) {
  const [editor] = useLexicalComposerContext()
  const [current, setCurrent] = useState(NOTHING)
  const [address, setAddress] = useState<string | null>(null)

  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setCurrent(editorState.read(readCurrent))),
    [editor],
  )

  const tool = (label: string, Icon: LucideIcon, pressed: boolean, press: () => void) => (
    <button
      type="button"
      className="note-tools__button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <Icon className="icon" aria-hidden />
    </button>
  )
  const format = (name: 'bold' | 'italic' | 'strikethrough' | 'code', label: string, Icon: LucideIcon) =>
    tool(label, Icon, current[name], () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, name))
  const list = (type: 'bullet' | 'number', label: string, Icon: LucideIcon) =>
    tool(label, Icon, current.block === type, () => {
      const insert = type === 'bullet' ? INSERT_UNORDERED_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND
      editor.dispatchCommand(current.block === type ? REMOVE_LIST_COMMAND : insert, undefined)
    })

  if (address !== null) {
    const leave = () => {
      setAddress(null)
      editor.focus()
    }
    return (
      <form
        className="note-tools"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = address.trim()
          const url = isNoteLink(typed) ? typed : `https://${typed}`
          if (typed !== '') editor.dispatchCommand(TOGGLE_LINK_COMMAND, url)
          leave()
        }}
      >
        <input
          className="note-tools__address"
          aria-label="Address of the link"
          placeholder="https://"
          autoFocus
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            leave()
          }}
        />
      </form>
    )
  }

  return (
    <div className="note-tools" role="toolbar" aria-label="Formatting">
      {format('bold', 'Bold', Bold)}
      {format('italic', 'Italic', Italic)}
      {format('strikethrough', 'Strikethrough', Strikethrough)}
      {format('code', 'Code', Code)}
      {list('bullet', 'List', List)}
      {list('number', 'Numbered list', ListOrdered)}
      {tool('Heading', Heading, current.block === 'heading', () =>
        setBlock(editor, current.block === 'heading', () => $createHeadingNode('h2')),
      )}
      {tool('Quote', TextQuote, current.block === 'quote', () =>
        setBlock(editor, current.block === 'quote', $createQuoteNode),
      )}
      {tool('Code block', SquareCode, current.block === 'code', () =>
        setBlock(editor, current.block === 'code', () => $createCodeNode()),
      )}
      {tool('Link', LinkIcon, current.link, () =>
        current.link ? editor.dispatchCommand(TOGGLE_LINK_COMMAND, null) : setAddress(''),
      )}
      {onTag ? tool('Tag', Tag, false, onTag) : null}
    </div>
  )
}
