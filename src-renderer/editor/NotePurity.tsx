import { LinkNode } from '@lexical/link'
import { $isListItemNode, $isListNode, ListItemNode } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { TableCellNode } from '@lexical/table'
import { mergeRegister } from '@lexical/utils'
import {
  $createParagraphNode,
  $isElementNode,
  $isParagraphNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  TextNode,
} from 'lexical'
import { useEffect } from 'react'
import { isNoteLink } from './note-normal'
import { FORMAT_BITS } from './note-to-lexical'
import { $createMathNode, MathBlockNode } from './nodes/MathNode'

const ALLOWED = Object.values(FORMAT_BITS).reduce((bits, bit) => bits | bit, 0)

function $plainText(node: TextNode): void {
  if ((node.getFormat() & ~ALLOWED) !== 0) node.setFormat(node.getFormat() & ALLOWED)
  if (node.getStyle() !== '') node.setStyle('')
}

/** `- [ ]` begins a list and then asks for boxes: the list has begun before its box is written. */
function $boxes(node: TextNode): void {
  const item = node.getParent()
  if (!$isListItemNode(item) || item.getFirstChild() !== node) return
  const list = item.getParent()
  if (!$isListNode(list) || list.getListType() === 'check') return
  const box = /^\[([ xX]?)\]\s/u.exec(node.getTextContent())
  if (!box) return
  list.setListType('check')
  item.setChecked(box[1]?.toLowerCase() === 'x')
  const rest = node.getTextContent().slice(box[0].length)
  node.setTextContent(rest)
  node.select(0, 0)
}

/** The lines of something that a cell cannot hold. */
function lines(block: ElementNode): ElementNode[] {
  const items = $isListNode(block) ? block.getChildren() : [block]
  return items.flatMap((item) => {
    if (!$isElementNode(item)) return []
    const inner = item.getChildren().flatMap((child) => ($isListNode(child) ? lines(child) : []))
    const paragraph = $createParagraphNode()
    paragraph.append(...item.getChildren().filter((child) => !$isListNode(child)))
    return [paragraph, ...inner]
  })
}

/** A cell holds lines of text; headings, lists and the like in it become that. */
function $plainCell(cell: TableCellNode): void {
  for (const child of cell.getChildren<LexicalNode>()) {
    if ($isParagraphNode(child) || $isTextNode(child)) continue
    if (!$isElementNode(child)) {
      child.remove()
      continue
    }
    for (const line of lines(child)) child.insertBefore(line)
    child.remove()
  }
  if (cell.getChildrenSize() === 0) cell.append($createParagraphNode())
}

/** Takes out at once what a note cannot keep, so that nothing typed or pasted looks kept until the next opening. */
export function NotePurity() {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      mergeRegister(
        editor.registerNodeTransform(TextNode, (node) => {
          $plainText(node)
          $boxes(node)
        }),
        editor.registerNodeTransform(LinkNode, (node) => {
          if (isNoteLink(node.getURL())) return
          for (const child of node.getChildren()) node.insertBefore(child)
          node.remove()
        }),
        editor.registerNodeTransform(TableCellNode, $plainCell),
        editor.registerNodeTransform(MathBlockNode, (node) => {
          if (!(node.getParent() instanceof TableCellNode)) return
          const line = $createParagraphNode()
          line.append($createMathNode(node.getTextContent().slice(2, -2), false))
          node.replace(line)
        }),
        // Alignment has no place in a note.
        editor.registerNodeTransform(ListItemNode, (node) => {
          if (node.getFormatType() !== '') node.setFormat('')
        }),
      ),
    [editor],
  )
  return null
}
