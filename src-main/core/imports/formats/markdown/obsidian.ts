import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it'
import { escapeHtml } from '../escape-html'
import { slug } from './heading-ids'

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg)$/iu

/** How links to notes are written until it is known where notes are; the note's name follows, encoded. */
export const NOTE_LINK = 'wiki-note:'

/** A wiki link, or a marked passage, has at most so many characters. */
const MAX_LINK = 500
const MAX_MARKED = 2000

/** What notes have beside Markdown: wiki links, embedded pictures, `==marks==`, `%%comments%%`, callouts and names of blocks. */
export function addObsidian(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wiki-link', wikiLink)
  md.inline.ruler.before('emphasis', 'mark', mark)
  md.inline.ruler.before('emphasis', 'comment', comment)
  md.block.ruler.before('paragraph', 'comment', commentBlock, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  md.core.ruler.after('inline', 'callout', ({ tokens }) => tokens.forEach((token, at) => callout(tokens, token, at)))
  md.core.ruler.after('inline', 'block-name', ({ tokens }) => tokens.forEach(dropBlockName))
  md.renderer.rules['wiki_text'] = (tokens, at) => escapeHtml(tokens[at]?.content ?? '')
}

/**
 * `[[note|words]]` becomes a link to that note, `[[#Heading]]` one to a place in the same text, `![[picture.png|alt]]` the picture;
 * another note that is embedded becomes its name.
 */
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
    // In a table the bar is escaped.
    const [target = '', ...more] = inside.split(/\\?\|/u).map((part) => part.trim())
    if (isEmbed && IMAGE.test(target.replace(/#.*$/u, ''))) embed(state, target.replace(/#.*$/u, ''), more)
    else {
      const words = more[0] || target.replace(/^#/u, '').replace(/#\^?/gu, ' › ')
      const href = isEmbed ? null : hrefOf(target)
      if (href !== null) state.push('link_open', 'a', 1).attrs = [['href', href]]
      state.push('wiki_text', '', 0).content = words
      if (href !== null) state.push('link_close', 'a', -1)
    }
  }
  state.pos = start + inside.length + 2
  return true
}

/** A place in the same text, or another note by its name: markdown.ts knows where that is. */
function hrefOf(target: string): string | null {
  const [note = '', ...places] = target.split('#')
  const place = places[places.length - 1] ?? ''
  const fragment = place === '' || place.startsWith('^') ? '' : `#${slug(place)}`
  if (note.trim() === '') return fragment === '' ? null : fragment
  return NOTE_LINK + encodeURIComponent(note.trim().replace(/\p{Cs}/gu, '')) + fragment
}

function embed(state: StateInline, target: string, more: readonly string[]): void {
  const size = more.map((part) => /^(\d{1,4})(?:x(\d{1,4}))?$/u.exec(part)).find((found) => found !== null)
  const words = more.find((part) => !/^\d+(?:x\d+)?$/u.test(part)) ?? ''
  const token = state.push('image', 'img', 0)
  token.attrs = [
    ['src', encodeURI(target)],
    ['alt', ''],
    ...(size?.[1] === undefined ? [] : [['width', size[1]] satisfies [string, string]]),
    ...(size?.[2] === undefined ? [] : [['height', size[2]] satisfies [string, string]]),
  ]
  token.content = words
  token.children = []
  state.md.inline.parse(words, state.md, state.env, token.children)
}

function mark(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('==', state.pos) || state.src[state.pos - 1] === '=') return false
  const rest = state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_MARKED))
  const inside = /^==(?![\s=])([^\n]*?[^\s=])==(?!=)/u.exec(rest)?.[1]
  if (inside === undefined) return false
  if (!silent) {
    const { pos, posMax } = state
    state.push('mark_open', 'mark', 1)
    state.pos = pos + 2
    state.posMax = state.pos + inside.length
    state.md.inline.tokenize(state)
    state.posMax = posMax
    state.pos = pos
    state.push('mark_close', 'mark', -1)
  }
  state.pos += inside.length + 4
  return true
}

function comment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('%%', state.pos)) return false
  const end = state.src.indexOf('%%', state.pos + 2)
  if (end < 0 || end + 2 > state.posMax) return false
  if (!silent) state.push('wiki_text', '', 0).content = ''
  state.pos = end + 2
  return true
}

/** A comment of many lines, blank ones too. Without an end it is none. */
function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0)
  const first = lineOf(startLine)
  if (!first.startsWith('%%')) return false
  for (let line = startLine; line < endLine; line++) {
    const text = line === startLine ? first.slice(2) : lineOf(line)
    const at = text.indexOf('%%')
    if (at < 0) continue
    if (text.slice(at + 2).trim() !== '') return false
    if (!silent) state.line = line + 1
    return true
  }
  return false
}

/** `> [!NOTE] Title` begins a callout: its first line is set in bold. */
function callout(tokens: readonly Token[], token: Token, at: number): void {
  if (token.type !== 'inline' || tokens[at - 2]?.type !== 'blockquote_open') return
  const first = token.children?.[0]
  const found = first?.type === 'text' ? /^\[!([\w-]+)(?:\|[^\]]*)?\][+-]?\s*(.*)$/u.exec(first.content) : null
  if (!first || !found) return
  const [, kind = '', title = ''] = found
  const words = title || kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase().replace(/-/gu, ' ')
  first.type = 'html_inline'
  first.content = `<strong>${escapeHtml(words)}</strong>`
  const next = token.children?.[1]
  if (next?.type === 'softbreak') next.type = 'hardbreak'
}

/** ` ^name` at a paragraph's end names it for links. */
function dropBlockName(token: Token): void {
  if (token.type !== 'inline') return
  const last = token.children?.[token.children.length - 1]
  if (last?.type === 'text') last.content = last.content.replace(/(?:^|\s)\^[A-Za-z\d-]+\s*$/u, '')
}
