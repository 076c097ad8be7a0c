import type { Block, Inline, List, Mark, NoteDocument, Table } from '@shared/domain/note-document'
import type { SerializedLexicalNode } from 'lexical'
import { tidyNote } from './note-normal'

/** Lexical's bit for each mark (its `TextFormatType`). */
export const FORMAT_BITS: Readonly<Record<Mark, number>> = { bold: 1, italic: 2, strikethrough: 4, code: 16 }

/** A node in the JSON that Lexical reads. */
export type Serialized = SerializedLexicalNode & Record<string, unknown>

const leaf = (type: string, more: object): Serialized => ({ type, version: 1, ...more })

const element = (type: string, children: Serialized[], more: object = {}): Serialized =>
  leaf(type, { format: '', indent: 0, direction: null, children, ...more })

const paragraph = (children: Serialized[]): Serialized =>
  element('paragraph', children, { textFormat: 0, textStyle: '' })

const text = (value: string, marks: readonly Mark[]): Serialized =>
  leaf('text', {
    text: value,
    format: marks.reduce((bits, mark) => bits | FORMAT_BITS[mark], 0),
    detail: 0,
    mode: 'normal',
    style: '',
  })

const lineBreak = (): Serialized => leaf('linebreak', {})

/** A line feed inside a run is a break in the editor, which keeps one line in each text node. */
const lines = (value: string, marks: readonly Mark[]): Serialized[] =>
  value.split('\n').flatMap((line, index) => {
    const run = line === '' ? [] : [text(line, marks)]
    return index === 0 ? run : [lineBreak(), ...run]
  })

function inlines(children: readonly Inline[]): Serialized[] {
  return children.flatMap((inline) => {
    switch (inline.type) {
      case 'break':
        return [lineBreak()]
      case 'text':
        return lines(inline.text, inline.marks)
      case 'math':
        return [leaf('note-math', { tex: inline.tex })]
      case 'tag':
        return [leaf('note-tag', { tag: inline.tag })]
      case 'reference':
        return [leaf('note-reference', { target: inline.target, title: inline.title })]
      case 'link':
        return [element('link', inlines(inline.children), { url: inline.url, rel: null, target: null, title: null })]
    }
  })
}

/** The editor keeps a nested list as an item of its own that follows the item it belongs to. */
function list(block: List): Serialized {
  const hasBoxes = block.items.some(({ checked }) => checked !== undefined)
  const children: Serialized[] = []
  let value = block.start
  for (const item of block.items) {
    children.push(element('listitem', inlines(item.children), { value, checked: item.checked }))
    value += 1
    if (item.nested) children.push(element('listitem', [list(item.nested)], { value }))
  }
  return element('list', children, {
    listType: hasBoxes ? 'check' : block.ordered ? 'number' : 'bullet',
    start: block.ordered ? block.start : 1,
    tag: block.ordered ? 'ol' : 'ul',
  })
}

/** Lexical's `TableCellHeaderStates.ROW`: the cell heads its column. */
export const IN_HEADER_ROW = 1

function table({ header, rows }: Table): Serialized {
  return element(
    'table',
    rows.map((cells, at) =>
      element(
        'tablerow',
        cells.map(({ children }) =>
          element('tablecell', [paragraph(inlines(children))], {
            headerState: header && at === 0 ? IN_HEADER_ROW : 0,
            colSpan: 1,
            rowSpan: 1,
          }),
        ),
      ),
    ),
  )
}

function blockNode(block: Block): Serialized {
  switch (block.type) {
    case 'paragraph':
      return paragraph(inlines(block.children))
    case 'heading':
      return element('heading', inlines(block.children), { tag: `h${block.level}` })
    case 'quote':
      return element('quote', inlines(block.children))
    case 'code':
      return element('code', lines(block.text, []), { language: block.language ?? undefined })
    case 'list':
      return list(block)
    case 'table':
      return table(block)
    case 'image':
      return leaf('note-image', { asset: block.asset, alt: block.alt })
    case 'math':
      return leaf('note-math-block', { tex: block.tex })
    case 'rule':
      return leaf('horizontalrule', {})
  }
}

/** The blocks of a note as the editor's nodes, in JSON. */
export function blocksToLexical(note: NoteDocument): Serialized[] {
  return tidyNote(note).blocks.map(blockNode)
}

/** A stored note as the editor's state, in the JSON that `parseEditorState` reads. */
export function noteToLexical(note: NoteDocument): string {
  const blocks = blocksToLexical(note)
  const last = blocks.at(-1)
  // The caret needs a line to stand in, behind a picture or table too.
  const needsLine =
    last === undefined || ['table', 'note-image', 'note-math-block', 'horizontalrule'].includes(last.type)
  return JSON.stringify({ root: element('root', needsLine ? [...blocks, paragraph([])] : blocks) })
}
