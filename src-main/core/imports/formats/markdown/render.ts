import MarkdownItClass, { type MarkdownIt, type StateInline, type Token } from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { escapeHtml } from '../escape-html'

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/iu

/** A wiki link has at most so many characters. */
const MAX_LINK = 500

/**
 * CommonMark with tables, strikethrough and addresses as in GFM, footnotes, task lists, wiki links and Obsidian's callouts.
 * HTML in the text stays, since everything is sanitised later.
 */
export function createMarkdown(): MarkdownIt {
  const md = new MarkdownItClass({ html: true, linkify: true })
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  md.use(footnote)
  md.inline.ruler.before('link', 'wiki-link', wikiLink)
  md.core.ruler.after('inline', 'task-list', ({ tokens }) => tokens.forEach((token, at) => taskItem(tokens, token, at)))
  md.core.ruler.after('inline', 'callout', ({ tokens }) => tokens.forEach((token, at) => callout(tokens, token, at)))
  md.renderer.rules['wiki_text'] = (tokens, at) => escapeHtml(tokens[at]?.content ?? '')
  md.renderer.rules['footnote_block_open'] = () => '<section class="footnotes">\n<ol>\n'
  return md
}

/** `[[page|words]]` becomes its words; `![[picture.png|alt]]` the picture. */
function wikiLink(state: StateInline, silent: boolean): boolean {
  const isEmbed = state.src.startsWith('![[', state.pos)
  if (!isEmbed && !state.src.startsWith('[[', state.pos)) return false
  const start = state.pos + (isEmbed ? 3 : 2)
  // Not looked for to the end: a text of nothing but `[[` would take for ever.
  const inside = /^([^[\]\n]*\S[^[\]\n]*)\]\]/u.exec(
    state.src.slice(start, Math.min(start + MAX_LINK, state.posMax)),
  )?.[1]
  if (inside === undefined) return false
  if (!silent) {
    const [target = '', words] = inside.split('|').map((part) => part.trim())
    if (isEmbed && IMAGE.test(target)) {
      const image = state.push('html_inline', '', 0)
      const alternative = words === undefined || /^\d+(?:x\d+)?$/u.test(words) ? '' : words
      image.content = `<img src="${escapeHtml(encodeURI(target))}" alt="${escapeHtml(alternative)}">`
    } else state.push('wiki_text', '', 0).content = words || target.replace(/^#/u, '').replace(/#\^?/gu, ' › ')
  }
  state.pos = start + inside.length + 2
  return true
}

function taskItem(tokens: readonly Token[], token: Token, at: number): void {
  if (token.type !== 'inline' || tokens[at - 2]?.type !== 'list_item_open') return
  const first = token.children?.[0]
  const box = first?.type === 'text' ? /^\[([ xX])\]\s+/u.exec(first.content) : null
  if (first && box) first.content = `${box[1] === ' ' ? '☐' : '☑'} ${first.content.slice(box[0].length)}`
}

/** `> [!NOTE] Title` begins a callout: its first line is set in bold. */
function callout(tokens: readonly Token[], token: Token, at: number): void {
  if (token.type !== 'inline' || tokens[at - 2]?.type !== 'blockquote_open') return
  const first = token.children?.[0]
  const mark = first?.type === 'text' ? /^\[!([\w-]+)\][+-]?\s*(.*)$/u.exec(first.content) : null
  if (!first || !mark) return
  const [, kind = '', title = ''] = mark
  const words = title || kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
  first.type = 'html_inline'
  first.content = `<strong>${escapeHtml(words)}</strong>`
  const next = token.children?.[1]
  if (next?.type === 'softbreak') next.type = 'hardbreak'
}
