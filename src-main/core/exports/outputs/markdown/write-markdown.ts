import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { type Info, type State, toMarkdown } from 'mdast-util-to-markdown'
import { obsidian } from '../../flavours/obsidian'
import type { BlockContent, PhrasingContent, Root } from '../../mdast'

/** A document in Markdown: CommonMark with GitHub's tables, footnotes and check lists, `$maths$`, and `==highlights==`. Ends with `\n`. */
export function writeMarkdown(children: readonly BlockContent[]): string {
  const root: Root = { type: 'root', children: [...children] }
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    // What no program may act on; Obsidian's signs are the most.
    unsafe: obsidian.hazards.map((hazard) => ({
      ...hazard,
      inConstruct: 'phrasing' as const,
      notInConstruct: [
        'autolink',
        'destinationLiteral',
        'destinationRaw',
        'reference',
        'titleQuote',
        'titleApostrophe',
      ],
    })),
    handlers: {
      raw: (node: { readonly value: string }) => node.value,
      highlight: (
        node: { readonly type: 'highlight'; children: PhrasingContent[] },
        _: unknown,
        state: State,
        info: Info,
      ) =>
        `==${state.containerPhrasing({ type: 'paragraph', children: node.children }, { ...info, before: '=', after: '=' })}==`,
    },
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
  })
}
