import type { Block, Inline, List, NoteDocument } from '@shared/domain/note-document'
import { inlinesToMarkdown } from './inline-markdown'
import type { BlockContent, NodeOf, Paragraph } from './mdast'

/** Headings of a note stand below those of the exported file, which end at level 3. */
const HEADING_DEPTH = { 1: 4, 2: 5, 3: 6 } as const
/** CommonMark reads list numbers of at most nine digits. */
const HIGHEST_NUMBER = 999_999_999

/** A note as Markdown nodes. Empty blocks are left out. */
export function noteToMarkdown(note: NoteDocument): BlockContent[] {
  return note.blocks.flatMap(blockToMarkdown)
}

function blockToMarkdown(block: Block): BlockContent[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.children)
    case 'heading': {
      const children = inlinesToMarkdown(block.children.map(inOneLine))
      return children.length === 0 ? [] : [{ type: 'heading', depth: HEADING_DEPTH[block.level], children }]
    }
    case 'quote': {
      const children = paragraph(block.children)
      return children.length === 0 ? [] : [{ type: 'blockquote', children }]
    }
    case 'code': {
      const lang = (block.language ?? '').replace(/[\s`~]+/gu, '')
      return [{ type: 'code', lang: lang === '' ? null : lang, value: block.text.replace(/\r\n?/gu, '\n') }]
    }
    case 'list':
      return list(block)
  }
}

/** A heading is one line. */
function inOneLine(inline: Inline): Inline {
  return inline.type === 'link' ? { ...inline, children: inline.children.map(pieceInOneLine) } : pieceInOneLine(inline)
}

function pieceInOneLine(piece: Exclude<Inline, { type: 'link' }>): Exclude<Inline, { type: 'link' }> {
  if (piece.type === 'break') return { type: 'text', text: ' ', marks: [] }
  return { ...piece, text: piece.text.replace(/[\r\n]+/gu, ' ') }
}

function list({ ordered, start, items }: List): NodeOf<'list'>[] {
  const children = items.flatMap(({ children: inlines, nested }): NodeOf<'listItem'>[] => {
    const words = paragraph(inlines)
    const below = nested === null ? [] : list(nested)
    // Bullets behind bullets are not always read as lists, so an item without words gives way to those below it.
    if (words.length === 0) return below.flatMap((one) => one.children)
    return [{ type: 'listItem', spread: false, children: [...words, ...below] }]
  })
  if (children.length === 0) return []
  const first = ordered ? Math.min(start, HIGHEST_NUMBER - children.length) : null
  return [{ type: 'list', ordered, start: first, spread: false, children }]
}

function paragraph(children: readonly Inline[]): Paragraph[] {
  const content = inlinesToMarkdown(children)
  return content.length === 0 ? [] : [{ type: 'paragraph', children: content }]
}
