import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { toMarkdown as serialise, type Options } from 'mdast-util-to-markdown'
import type { Root } from './mdast'

type Hazard = NonNullable<Options['unsafe']>[number]

/**
 * What CommonMark takes as plain text and Obsidian, Logseq or GitHub do not: `$maths$`, `==mark==`, `%%comment%%`,
 * `#tag`, `^block-id`, table pipes, `{{macro}}`, `~~strike~~`.
 */
const HAZARDS: readonly Hazard[] = [
  { character: '$' },
  { character: '^' },
  { character: '|' },
  { character: '~' },
  { character: '#', after: String.raw`[^\s#]` },
  { character: '=', after: '=' },
  { character: '%', after: '%' },
  { character: '{', after: '{' },
]

const OPTIONS: Options = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  unsafe: HAZARDS.map((hazard) => ({
    ...hazard,
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'reference', 'titleQuote', 'titleApostrophe'],
  })),
  extensions: [gfmStrikethroughToMarkdown()],
}

/** Markdown (CommonMark with GitHub's strikethrough) in which every text stays the text it is. Ends with `\n`. */
export function toMarkdown(root: Root): string {
  return serialise(root, OPTIONS)
}
