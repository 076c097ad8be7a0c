import { CodeNode } from '@lexical/code'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import { ImageNode } from './nodes/ImageNode'
import { MathBlockNode, MathNode } from './nodes/MathNode'
import { ReferenceNode } from './nodes/ReferenceNode'
import { TagNode } from './nodes/TagNode'

/** Every kind of node a note may hold. What is pasted can become nothing else. */
export const NOTE_NODES = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  CodeNode,
  LinkNode,
  AutoLinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  HorizontalRuleNode,
  ImageNode,
  MathNode,
  MathBlockNode,
  ReferenceNode,
  TagNode,
]
