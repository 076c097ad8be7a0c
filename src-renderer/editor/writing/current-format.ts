import { $isCodeNode } from '@lexical/code'
import { $isLinkNode } from '@lexical/link'
import { $isListNode, ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $isTableNode } from '@lexical/table'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { $getSelection, $isRangeSelection } from 'lexical'

/** What is set at the caret. */
export interface CurrentFormat {
  readonly bold: boolean
  readonly italic: boolean
  readonly strikethrough: boolean
  readonly code: boolean
  readonly link: boolean
  /** A list's type, or the type of a block; `paragraph` when it is none in particular. */
  readonly block: string
  /** Of the code block that the caret is in; null outside of one. */
  readonly language: string | null
  readonly isInTable: boolean
}

export const NO_FORMAT: CurrentFormat = {
  bold: false,
  italic: false,
  strikethrough: false,
  code: false,
  link: false,
  block: 'paragraph',
  language: null,
  isInTable: false,
}

/** Reads what is set at the caret, within a read of the editor's state. */
export function $currentFormat(): CurrentFormat {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return NO_FORMAT
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
    language: $isCodeNode(top) ? (top.getLanguage() ?? '') : null,
    isInTable: $findMatchingParent(node, $isTableNode) !== null,
  }
}
