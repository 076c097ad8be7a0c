import type { CitationStyle } from '@shared/domain/output'
import type { BlockContent, PhrasingContent } from '../../mdast'
import { escapeHtml } from '../html/escape'
import { writeMarkdown } from '../markdown/write-markdown'
import type { CslItem } from './csl-item'
import type { Run } from './runs'
import { bibliographyOf } from './styles'

/** A bibliography as Markdown: a paragraph for each source, or a numbered list where the style counts them. */
export function bibliographyText(items: readonly CslItem[], style: CitationStyle): string {
  const paragraphs = bibliographyOf(items, style).map((entry): Extract<BlockContent, { type: 'paragraph' }> => ({
    type: 'paragraph',
    children: entry.map(runNode),
  }))
  if (style !== 'vancouver') return writeMarkdown(paragraphs)
  const children = paragraphs.map((child) => ({ type: 'listItem' as const, spread: false, children: [child] }))
  return writeMarkdown([{ type: 'list', ordered: true, start: 1, spread: false, children }])
}

/** A written-out citation as HTML. */
export function runsToHtml(entry: readonly Run[]): string {
  return entry.map(({ text, italic }) => (italic === true ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text))).join('')
}

function runNode({ text, italic }: Run): PhrasingContent {
  return italic === true
    ? { type: 'emphasis', children: [{ type: 'text', value: text }] }
    : { type: 'text', value: text }
}
