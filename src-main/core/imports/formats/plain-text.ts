import { parseDate } from '../metadata/date-text'
import { fileTitle } from './file-title'
import type { FormatReader } from './format'
import { blocksOf, joinLines, type TextBlock } from './plain-text/blocks'
import { bodyHtml } from './plain-text/body'
import { headerOf } from './plain-text/header'
import { headingOf, mayBeTitle } from './plain-text/heading'
import { withoutPageEdges } from './plain-text/page-edges'

/** Reads text that has no markup: what its author meant is seen from its lines. */
export const plainTextReader = {
  matches: () => true,
  read({ source, text }) {
    const blocks = blocksOf(withoutPageEdges(text()))
    const header = headerOf(blocks)
    const opening = blocks.find((block) => !header.used.has(block))
    const isTitled = header.title === null && blocks.length > 1 && opening !== undefined && mayBeTitle(opening)
    const body = blocks.filter((block) => !header.used.has(block) && !(isTitled && block === opening))
    return {
      format: 'text',
      title: header.title ?? (isTitled ? titleOf(opening) : fileTitle(source.name)),
      byline: header.byline,
      siteName: null,
      sourceUrl: null,
      publishedAt: header.date === null ? null : parseDate(header.date),
      declaredLanguage: null,
      excerpt: null,
      html: bodyHtml(body),
      baseUrl: null,
      facts: [],
      references: [],
      categories: [],
      licence: null,
      truncated: false,
      packaged: null,
    }
  },
} satisfies FormatReader

function titleOf(block: TextBlock): string {
  return headingOf(block)?.text ?? joinLines(block.lines).replace(/^#+\s*/u, '')
}
