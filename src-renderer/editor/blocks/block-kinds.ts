import { $createCodeNode } from '@lexical/code'
import { $createListItemNode, $createListNode, type ListType } from '@lexical/list'
import { $createHorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode'
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createTableNodeWithDimensions, $isTableCellNode } from '@lexical/table'
import { $findMatchingParent, $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createParagraphNode,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import {
  Code,
  Hash,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  Radical,
  Sigma,
  Table,
  TextQuote,
} from 'lucide-react'
import { $createMathNode } from '../nodes/MathNode'

/** Something that the slash menu and the toolbar put into a note. */
export interface BlockKind {
  readonly id: string
  readonly label: string
  /** Other words that find it, and the Markdown that makes it. */
  readonly words: string
  /** The Markdown that makes it while typing; shown beside it. */
  readonly markdown: string
  readonly icon: LucideIcon
  /** Puts it at the selection; runs within an update of the editor. `pick` asks for a picture. */
  readonly $insert: (editor: LexicalEditor, pick: () => void) => void
}

function $setBlock(make: () => ElementNode): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) $setBlocksType(selection, make)
}

function $setList(type: ListType): void {
  $setBlock(() => {
    const list = $createListNode(type)
    list.append($createListItemNode(type === 'check' ? false : undefined))
    return list
  })
}

/** Blocks stand under the note itself, never in a cell. */
function $insertBlock(node: LexicalNode): void {
  const selection = $getSelection()
  const cell = $isRangeSelection(selection) && $findMatchingParent(selection.anchor.getNode(), $isTableCellNode)
  if (cell) cell.getTopLevelElement()?.selectNext()
  const after = $getSelection()
  const empty = $isRangeSelection(after) && after.isCollapsed() ? after.anchor.getNode().getTopLevelElement() : null
  $insertNodeToNearestRoot(node)
  if (
    empty?.getType() === 'paragraph' &&
    empty.getTextContent() === '' &&
    empty.getChildrenSize() === 0 &&
    empty.getNextSibling() !== null
  )
    empty.remove()
}

function $insertTable(): void {
  const table = $createTableNodeWithDimensions(3, 3, { rows: true, columns: false })
  $insertBlock(table)
  if (table.getNextSibling() === null) table.insertAfter($createParagraphNode())
  table.getFirstDescendant()?.selectStart()
}

const heading = (tag: HeadingTagType, icon: LucideIcon): BlockKind => ({
  id: tag,
  label: `Heading ${tag.slice(1)}`,
  words: 'title section',
  markdown: '#'.repeat(Number(tag.slice(1))),
  icon,
  $insert: () => $setBlock(() => $createHeadingNode(tag)),
})

/** Everything that can be put into a note, in the order in which it is offered. */
export const BLOCK_KINDS: readonly BlockKind[] = [
  {
    id: 'paragraph',
    label: 'Text',
    words: 'paragraph plain normal',
    markdown: '',
    icon: Pilcrow,
    $insert: () => $setBlock($createParagraphNode),
  },
  heading('h1', Heading1),
  heading('h2', Heading2),
  heading('h3', Heading3),
  {
    id: 'bullet',
    label: 'List',
    words: 'bullet unordered points',
    markdown: '-',
    icon: List,
    $insert: () => $setList('bullet'),
  },
  {
    id: 'number',
    label: 'Numbered list',
    words: 'ordered',
    markdown: '1.',
    icon: ListOrdered,
    $insert: () => $setList('number'),
  },
  {
    id: 'check',
    label: 'Check list',
    words: 'todo task box tick checklist',
    markdown: '[ ]',
    icon: ListChecks,
    $insert: () => $setList('check'),
  },
  {
    id: 'quote',
    label: 'Quote',
    words: 'blockquote citation',
    markdown: '>',
    icon: TextQuote,
    $insert: () => $setBlock($createQuoteNode),
  },
  {
    id: 'code',
    label: 'Code block',
    words: 'program source monospace',
    markdown: '```',
    icon: Code,
    $insert: () => $setBlock(() => $createCodeNode()),
  },
  { id: 'table', label: 'Table', words: 'grid rows columns', markdown: '| |', icon: Table, $insert: $insertTable },
  {
    id: 'image',
    label: 'Picture…',
    words: 'image photo figure',
    markdown: '',
    icon: Image,
    $insert: (_, pick) => pick(),
  },
  {
    id: 'math',
    label: 'Formula',
    words: 'math equation tex latex block',
    markdown: '$$',
    icon: Sigma,
    $insert: () => $insertBlock($createMathNode('', true)),
  },
  {
    id: 'inline-math',
    label: 'Formula in the line',
    words: 'math equation tex latex inline',
    markdown: '$x$',
    icon: Radical,
    $insert: () => $insertNodes([$createMathNode('', false)]),
  },
  {
    id: 'rule',
    label: 'Line',
    words: 'rule divider horizontal separator',
    markdown: '---',
    icon: Minus,
    $insert: () => $insertBlock($createHorizontalRuleNode()),
  },
  {
    id: 'link',
    label: 'Link to article or note',
    words: 'reference',
    markdown: '[[',
    icon: Link2,
    $insert: () => $type('[['),
  },
  { id: 'tag', label: 'Tag', words: 'label', markdown: '#tag', icon: Hash, $insert: () => $type('#') },
]

function $type(text: string): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

/** The kinds whose name or other words begin with what is typed; all of them for nothing. */
export function kindsFor(query: string): BlockKind[] {
  const wanted = query.toLowerCase().trim()
  const begins = (text: string) => ` ${text.toLowerCase()}`.includes(` ${wanted}`)
  const byName = BLOCK_KINDS.filter(({ label }) => begins(label))
  return [...byName, ...BLOCK_KINDS.filter((kind) => !byName.includes(kind) && begins(kind.words))]
}
