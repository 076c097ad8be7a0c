import { $isCodeNode } from '@lexical/code'
import { $isTableCellNode } from '@lexical/table'
import { $findMatchingParent } from '@lexical/utils'
import {
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  type LexicalNode,
} from 'lexical'
import type { Inline, NoteDocument } from '@shared/domain/note-document'
import { inlineRuns } from '@shared/text/note-parts'
import { blocksToLexical } from '../note-to-lexical'

const inOneParagraph = (note: NoteDocument): NoteDocument => ({
  version: 1,
  blocks: [
    {
      type: 'paragraph',
      children: inlineRuns(note).flatMap((run, at): Inline[] => [
        ...(at === 0 ? [] : [{ type: 'break' } as const]),
        ...run,
      ]),
    },
  ],
})

/**
 * Puts a note where the selection is: its words alone into code, in one line of breaks into a cell, a single paragraph
 * into the line that the caret stands in.
 * @param text what to put into code
 */
export function $insertNote(note: NoteDocument, text: string): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) {
    const at = selection.anchor.getNode()
    if ($findMatchingParent(at, $isCodeNode)) return selection.insertRawText(text.replace(/\r\n?/gu, '\n'))
    if ($findMatchingParent(at, $isTableCellNode)) return $put(inOneParagraph(note))
  }
  $put(note)
}

function $put(note: NoteDocument): void {
  const nodes: LexicalNode[] = blocksToLexical(note).map((node) => $parseSerializedNode(node))
  const [only] = nodes
  if (only === undefined) return
  const isLine = nodes.length === 1 && only.getType() === 'paragraph' && $isElementNode(only)
  $insertNodes(isLine ? only.getChildren() : nodes)
}
