import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathToMarkdown } from 'mdast-util-math'
import { toMarkdown as serialise, type Options } from 'mdast-util-to-markdown'
import type { Root } from './mdast'

/** A character that must be escaped in text, with what stands around it where that matters. */
export type Hazard = Pick<NonNullable<Options['unsafe']>[number], 'character' | 'before' | 'after'>

/** How one program reads Markdown. */
export interface Dialect {
  readonly bullets: boolean
  readonly hazards: readonly Hazard[]
}

/** What the serialiser needs of each dialect: its patterns are compiled once, not for every text. */
const OPTIONS = new WeakMap<Dialect, Options>()

/** Markdown (CommonMark, GitHub's extensions, `$maths$`) in which every text stays the text it is. Ends with `\n`. */
export function toMarkdown(root: Root, dialect: Dialect): string {
  const options = OPTIONS.get(dialect) ?? optionsOf(dialect)
  OPTIONS.set(dialect, options)
  return serialise(root, options)
}

function optionsOf({ bullets, hazards }: Dialect): Options {
  return {
    // In Logseq `-` begins a block of its own.
    bullet: bullets ? '*' : '-',
    bulletOther: bullets ? '+' : '*',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    unsafe: hazards.map((hazard) => ({
      ...hazard,
      inConstruct: 'phrasing',
      notInConstruct: [
        'autolink',
        'destinationLiteral',
        'destinationRaw',
        'reference',
        'titleQuote',
        'titleApostrophe',
      ],
    })),
    handlers: { raw: (node: { readonly value: string }) => node.value },
    extensions: [
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      mathToMarkdown(),
    ],
  }
}
