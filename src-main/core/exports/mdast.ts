// Declares the nodes for maths.
/// <reference types="mdast-util-math" />
import type { toMarkdown } from 'mdast-util-to-markdown'

/** Text that is Markdown already, such as `#tag` or `[[link]]`. */
interface Raw {
  readonly type: 'raw'
  readonly value: string
}
declare module 'mdast' {
  interface PhrasingContentMap {
    raw: Raw
  }
  interface RootContentMap {
    raw: Raw
  }
}

/** A node of a Markdown syntax tree (github.com/syntax-tree/mdast). */
export type Node = Parameters<typeof toMarkdown>[0]
/** The node of that name. */
export type NodeOf<Type extends Node['type']> = Extract<Node, { type: Type }>

export type Root = NodeOf<'root'>
export type Paragraph = NodeOf<'paragraph'>
/** What stands in a document, a quote or a list item. */
export type BlockContent = NodeOf<'blockquote'>['children'][number]
/** What stands in a paragraph. */
export type PhrasingContent = Paragraph['children'][number]
