import MarkdownItClass, { type MarkdownIt, type Token } from 'markdown-it'
import definitionLists from 'markdown-it-deflist'
import footnote from 'markdown-it-footnote'
import { addHeadingIds } from './heading-ids'
import { addMath } from './math'
import { addObsidian } from './obsidian'

/**
 * CommonMark with tables, strikethrough and addresses as in GFM, footnotes, task lists, definition lists, formulas, and what notes
 * have beside (obsidian.ts). HTML in the text stays, since everything is sanitised later.
 */
export function createMarkdown(): MarkdownIt {
  const md = new MarkdownItClass({ html: true, linkify: true })
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  md.use(footnote)
  md.use(definitionLists)
  addMath(md)
  addObsidian(md)
  md.core.ruler.after('inline', 'task-list', ({ tokens }) => tokens.forEach((token, at) => taskItem(tokens, token, at)))
  addHeadingIds(md)
  md.renderer.rules['footnote_block_open'] = () => '<section class="footnotes">\n<ol>\n'
  return md
}

function taskItem(tokens: readonly Token[], token: Token, at: number): void {
  if (token.type !== 'inline' || tokens[at - 2]?.type !== 'list_item_open') return
  const first = token.children?.[0]
  const box = first?.type === 'text' ? /^\[([ xX/-])\]\s+/u.exec(first.content) : null
  if (first && box) first.content = `${/[xX]/u.test(box[1] ?? '') ? '☑' : '☐'} ${first.content.slice(box[0].length)}`
}
