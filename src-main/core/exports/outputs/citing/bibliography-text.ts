import type { NodeOf, PhrasingContent } from '../../mdast'
import { escapeHtml } from '../html/escape'
import { writeMarkdown } from '../markdown/write-markdown'
import type { CslEntry } from './html-runs'
import type { Run, RunMark } from './runs'

/** Elements that Markdown has no sign for, as they stand in it; HTML pages may hold these very ones. */
const ELEMENTS: Readonly<Record<Exclude<RunMark, 'italic' | 'bold'>, readonly [open: string, close: string]>> = {
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  underline: ['<u>', '</u>'],
  'small-caps': ['<span style="font-variant: small-caps">', '</span>'],
}

/** A bibliography as Markdown. */
export function bibliographyText(entries: readonly CslEntry[]): string {
  return writeMarkdown(bibliographyNodes(entries))
}

/** A numbered list where the style counts sources plainly; else a paragraph for each, with what the style puts before it. */
export function bibliographyNodes(entries: readonly CslEntry[]): (NodeOf<'list'> | NodeOf<'paragraph'>)[] {
  const isCounted =
    entries.length > 0 && entries.every(({ label }, at) => label?.replace(/\.$/u, '') === String(at + 1))
  const paragraphs = entries.map(({ label, runs }): NodeOf<'paragraph'> => {
    const nodes = runs.flatMap(runNodes)
    return {
      type: 'paragraph',
      children: label === null || isCounted ? nodes : [{ type: 'text', value: `${label} ` }, ...nodes],
    }
  })
  if (!isCounted) return paragraphs
  const children = paragraphs.map((child) => ({ type: 'listItem' as const, spread: false, children: [child] }))
  return [{ type: 'list', ordered: true, start: 1, spread: false, children }]
}

/** A written-out citation as HTML, for the clipboard. */
export function runsToHtml(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks }) =>
      marks.reduceRight((inner, mark) => {
        if (mark === 'italic') return `<i>${inner}</i>`
        if (mark === 'bold') return `<b>${inner}</b>`
        return ELEMENTS[mark].join(inner)
      }, escapeHtml(text)),
    )
    .join('')
}

function runNodes({ text, marks }: Run): PhrasingContent[] {
  return marks.reduceRight<PhrasingContent[]>(
    (children, mark) => {
      if (mark === 'italic') return [{ type: 'emphasis', children }]
      if (mark === 'bold') return [{ type: 'strong', children }]
      const [open, close] = ELEMENTS[mark]
      return [{ type: 'html', value: open }, ...children, { type: 'html', value: close }]
    },
    [{ type: 'text', value: text }],
  )
}
