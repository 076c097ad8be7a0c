import type { MarkdownIt } from 'markdown-it'
import { collapse } from '../../html/html-tree'

/** A heading's name in links, as GitHub makes it. */
export function slug(heading: string): string {
  return collapse(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .trim()
    .replace(/\s/gu, '-')
}

/** Gives headings the ids that tables of contents link to; `## Words {#name}` names one itself. */
export function addHeadingIds(md: MarkdownIt): void {
  md.core.ruler.push('heading-ids', ({ tokens }) => {
    const taken = new Map<string, number>()
    for (const [at, token] of tokens.entries()) {
      const inline = tokens[at + 1]
      if (token.type !== 'heading_open' || !inline) continue
      const last = inline.children?.[inline.children.length - 1]
      const own = last?.type === 'text' ? /\s*\{#([^\s{}]{1,100})\}\s*$/u.exec(last.content) : null
      if (own && last) last.content = last.content.slice(0, own.index)
      const words = (inline.children ?? []).map(({ type, content }) => (type === 'html_inline' ? '' : content)).join('')
      const base = own?.[1] ?? slug(words)
      if (base === '') continue
      const count = taken.get(base) ?? 0
      taken.set(base, count + 1)
      token.attrSet('id', count === 0 ? base : `${base}-${count}`)
    }
  })
}
