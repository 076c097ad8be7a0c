import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/react/LexicalHorizontalRuleNode'
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  STRIKETHROUGH,
  type TextMatchTransformer,
  type Transformer,
  UNORDERED_LIST,
} from '@lexical/markdown'
import { $createTableNodeWithDimensions, $isTableRowNode, TableNode } from '@lexical/table'
import { $createParagraphNode, $createTextNode, $isElementNode, type ElementNode, type LexicalNode } from 'lexical'
import { $createMathNode, MathBlockNode, MathNode } from './nodes/MathNode'

/** Puts a block in place of what was typed for it; the caret goes to what stood behind. */
function $putBefore(parent: ElementNode, children: readonly LexicalNode[], block: LexicalNode): void {
  const rest = $createParagraphNode()
  rest.append(...children)
  parent.replace(rest)
  rest.insertBefore(block)
  rest.selectStart()
}

const notExported = () => null

/** `---` and a space, or Enter, draws a line. */
const RULE: ElementTransformer = {
  dependencies: [HorizontalRuleNode],
  export: notExported,
  regExp: /^(?:-{3,}|\*{3,}|_{3,})\s?$/u,
  replace: (parent, children) => $putBefore(parent, children, $createHorizontalRuleNode()),
  triggerOnEnter: true,
  type: 'element',
}

/** `$$` and a space, or Enter, begins a formula on its own line; `$$x$$` is one. */
const MATH_BLOCK: ElementTransformer = {
  dependencies: [MathBlockNode],
  export: notExported,
  regExp: /^\$\$(?:([^$]+)\$\$)?\s?$/u,
  replace: (parent, children, match) => $putBefore(parent, children, $createMathNode((match[1] ?? '').trim(), true)),
  triggerOnEnter: true,
  type: 'element',
}

/** `$x$` is a formula in the line; not where white space stands inside at either end, as in prices. */
const MATH: TextMatchTransformer = {
  dependencies: [MathNode],
  regExp: /(?<![\\$])\$(?![\s$])([^$\n]*[^\s$\\])\$$/u,
  replace: (node, match) => {
    node.replace($createMathNode(match[1] ?? '', false)).selectNext()
  },
  trigger: '$',
  type: 'text-match',
}

/** `| | |` and a space, or Enter, makes a table with as many columns; words between the lines name them. */
const TABLE: ElementTransformer = {
  dependencies: [TableNode],
  export: notExported,
  regExp: /^\|((?:[^|]*\|)+)\s?$/u,
  replace: (parent, children, match) => {
    const names = (match[1] ?? '').split('|').slice(0, -1)
    const table = $createTableNodeWithDimensions(2, names.length, { rows: true, columns: false })
    $putBefore(parent, children, table)
    const row = table.getFirstChild()
    const cells = $isTableRowNode(row) ? row.getChildren() : []
    for (const [at, name] of names.entries()) $fill(cells[at], name.trim())
    const start = names.some((name) => name.trim() !== '') ? table.getLastChild() : row
    if ($isElementNode(start)) start.getFirstDescendant()?.selectStart()
  },
  triggerOnEnter: true,
  type: 'element',
}

function $fill(cell: LexicalNode | undefined, text: string): void {
  const paragraph = $isElementNode(cell) ? cell.getFirstChild() : null
  if ($isElementNode(paragraph) && text !== '') paragraph.append($createTextNode(text))
}

/** The Markdown that becomes what it means as it is typed. */
export const SHORTCUTS: Transformer[] = [
  RULE,
  MATH_BLOCK,
  TABLE,
  HEADING,
  QUOTE,
  CODE,
  CHECK_LIST,
  UNORDERED_LIST,
  ORDERED_LIST,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  MATH,
  LINK,
]
