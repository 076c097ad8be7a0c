import { fromParse5 } from 'hast-util-from-parse5'
import { defaultHandlers, toMdast, type State } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { parseFragment } from 'parse5'
import type { NodeOf } from '../core/exports/mdast'

/** An article's stored HTML as Markdown with GitHub's tables. Images, which stay in the library, give their alt texts. */
export function htmlToMarkdown(html: string): string {
  const tree = fromParse5(parseFragment(html))
  const mdast = toMdast(tree, {
    handlers: {
      img: (_: State, element: { properties: Record<string, unknown> }) => altText(element.properties['alt']),
      sup: defaultHandlers['span'],
    },
  })
  return toMarkdown(mdast, { bullet: '-', fences: true, rule: '-', extensions: [gfmToMarkdown()] })
}

function altText(alt: unknown): NodeOf<'text'> | undefined {
  return typeof alt === 'string' && alt !== '' ? { type: 'text', value: alt } : undefined
}
