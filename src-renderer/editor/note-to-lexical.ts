import type { Block, Inline, List, Mark, NoteDocument } from '@shared/domain/note-document'
import type { SerializedLexicalNode } from 'lexical'
import { tidyNote } from './note-normal'

/** Lexical's bit for each mark (its `TextFormatType`). */
export const FORMAT_BITS: Readonly<Record<Mark, number>> = { bold: 1, italic: 2, strikethrough: 4, code: 16 }

type Serialized = SerializedLexicalNode & Record<string, unknown>

const element = (type: string, children: Serialized[], more: object = {}): Serialized => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: null,
  children,
  ...more,
})

const text = (value: string, marks: readonly Mark[]): Serialized => ({
  type: 'text',
  version: 1,
  text: value,
  format: marks.reduce((bits, mark) => bits | FORMAT_BITS[mark], 0),
  detail: 0,
  mode: 'normal',
  style: '',
})

const lineBreak = (): Serialized => ({ type: 'linebreak', version: 1 })

/** A line feed inside a run is a break in the editor, which keeps one line in each text node. */
const lines = (value: string, marks: readonly Mark[]): Serialized[] =>
  value.split('\n').flatMap((line, index) => {
    const run = line === '' ? [] : [text(line, marks)]
    return index === 0 ? run : [lineBreak(), ...run]
  })

function inlines(children: readonly Inline[]): Serialized[] {
  return children.flatMap((inline) => {
    if (inline.type === 'break') return [lineBreak()]
    if (inline.type === 'text') return lines(inline.text, inline.marks)
    return [element('link', inlines(inline.children), { url: inline.url, rel: null, target: null, title: null })]
  })
}

/** The editor keeps a nested list as an item of its own that follows the item it belongs to. */
function list(block: List): Serialized {
  const children: Serialized[] = []
  let value = block.start
  for (const item of block.items) {
    children.push(element('listitem', inlines(item.children), { value }))
    value += 1
    if (item.nested) children.push(element('listitem', [list(item.nested)], { value }))
  }
  return element('list', children, {
    listType: block.ordered ? 'number' : 'bullet',
    start: block.ordered ? block.start : 1,
    tag: block.ordered ? 'ol' : 'ul',
  })
}

function blockNode(block: Block): Serialized {
  switch (block.type) {
    case 'paragraph':
      return element('paragraph', inlines(block.children), { textFormat: 0, textStyle: '' })
    case 'heading':
      return element('heading', inlines(block.children), { tag: `h${block.level}` })
    case 'quote':
      return element('quote', inlines(block.children))
    case 'code':
      return element('code', lines(block.text, []), { language: block.language ?? undefined })
    case 'list':
      return list(block)
  }
}

/** A stored note as the editor's state, in the JSON that `parseEditorState` reads. */
export function noteToLexical(note: NoteDocument): string {
  const blocks = tidyNote(note).blocks.map(blockNode)
  const children = blocks.length > 0 ? blocks : [element('paragraph', [], { textFormat: 0, textStyle: '' })]
  return JSON.stringify({ root: element('root', children) })
}
