import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'
import { texHtml } from '../../cleaning/tex'

/** A formula within a line has at most so many characters. */
const MAX_INLINE = 2000
/** So many lines below it a block's end is looked for. */
const MAX_LINES = 500

/** Formulas: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, and code fences of the language `math`. */
export function addMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'math', inlineMath)
  md.block.ruler.before('fence', 'math', blockMath, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  md.renderer.rules['math'] = (tokens, at) => texHtml(tokens[at]?.content ?? '', false)
  md.renderer.rules['math_block'] = (tokens, at) => `${texHtml(tokens[at]?.content ?? '', true)}\n`
  const fence = md.renderer.rules['fence']
  md.renderer.rules['fence'] = (tokens, at, ...rest) =>
    /^(?:math|latex|tex)\s*$/u.test(tokens[at]?.info ?? '') && tokens[at]?.info.startsWith('math')
      ? `${texHtml(tokens[at]?.content ?? '', true)}\n`
      : (fence?.(tokens, at, ...rest) ?? '')
}

/** Prices are no formulas: a dollar that ends one follows no space, and no digit follows it, as Pandoc has it. Code is none. */
const DOLLAR = /^\$(?![\s$])((?:\\[\s\S]|[^\\$`\n]|\n(?!\n))*?(?:\\[\s\S]|[^\\$`\s]))\$(?![\d$])/u
const DOLLARS = /^\$\$((?:\\[\s\S]|[^\\$])+?)\$\$/u
const ROUND = /^\\\(((?:(?!\\\))[\s\S])+?)\\\)/u
const SQUARE = /^\\\[((?:(?!\\\])[\s\S])+?)\\\]/u

function inlineMath(state: StateInline, silent: boolean): boolean {
  const first = state.src[state.pos]
  if (first !== '$' && first !== '\\') return false
  const rest = state.src.slice(state.pos, Math.min(state.posMax, state.pos + MAX_INLINE))
  const block = DOLLARS.exec(rest) ?? SQUARE.exec(rest)
  const found = block ?? DOLLAR.exec(rest) ?? ROUND.exec(rest)
  if (found === null || (found[1] ?? '').trim() === '') return false
  if (!silent) state.push('math', '', 0).content = found[1] ?? ''
  state.pos += found[0].length
  return true
}

function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0)
  const opening = /^(\$\$|\\\[)(.*)$/u.exec(lineOf(startLine))
  if (opening === null || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const end = opening[1] === '$$' ? '$$' : '\\]'
  const lines: string[] = []
  for (let line = startLine; line < Math.min(endLine, startLine + MAX_LINES); line++) {
    const text = line === startLine ? (opening[2] ?? '') : lineOf(line)
    const at = text.trimEnd().endsWith(end) ? text.trimEnd().length - end.length : -1
    lines.push(at < 0 ? text : text.slice(0, at))
    // Text behind the end makes it a formula within a line.
    if (at < 0 && text.includes(end)) return false
    if (at < 0) continue
    if (lines.join('').trim() === '') return false
    if (silent) return true
    state.line = line + 1
    state.push('math_block', 'math', 0).content = lines.join('\n')
    return true
  }
  return false
}
