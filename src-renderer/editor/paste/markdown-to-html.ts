import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import type { HtmlNode } from './html-node'

/** A formula's place while the rest is read: characters of a private use area, which no text that is pasted has. */
const OPEN = '\uF8A0'
const CLOSE = '\uF8A1'

// Code first, so that dollars in it stay dollars. Both kinds of formula as Pandoc reads them.
const CODE_OR_MATH =
  /(^|\n)([ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t]*\3[`~]*(?=\n|$)|$))|(`+)(?!`)[\s\S]*?[^`]\4(?!`)|\$\$([\s\S]+?)\$\$|(?<![\\$\w])\$(?![\s$])((?:[^$\n\\]|\\.)*?)(?<!\s)\$(?![\d$])/gu

/** Markdown (CommonMark with GitHub's tables, check lists and strikethrough) as HTML. Raw HTML in it is words. */
export function markdownToHtml(markdown: string): { html: string; formulas: readonly Formula[] } {
  const formulas: Formula[] = []
  const text = markdown.replace(
    CODE_OR_MATH,
    (whole: string, _start, _fenced, _fence, _ticks, block: string | undefined, inline: string | undefined) => {
      if (block === undefined && inline === undefined) return whole
      formulas.push({ tex: (block ?? inline ?? '').trim(), isBlock: block !== undefined })
      const place = `${OPEN}${formulas.length - 1}${CLOSE}`
      return block === undefined ? place : `\n\n${place}\n\n`
    },
  )
  return { html: micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }), formulas }
}

export interface Formula {
  readonly tex: string
  readonly isBlock: boolean
}

const PLACE = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'u')

/** Puts the formulas back where they stood. A line feed within a paragraph is a break, as the person saw it. */
export function withFormulas(node: HtmlNode, formulas: readonly Formula[], isCode = false): HtmlNode {
  if (node.name === 'pre' || node.name === 'code')
    return { ...node, children: node.children.map((child) => withFormulas(child, formulas, true)) }
  if (node.name !== '#text') {
    const children = node.children.flatMap((child) =>
      child.name === '#text' ? split(child, formulas, isCode) : [withFormulas(child, formulas, isCode)],
    )
    return { ...node, children }
  }
  return node
}

const element = (name: string, text: string): HtmlNode => ({
  name,
  text: '',
  attribute: () => null,
  children: text === '' ? [] : [words(text)],
})

const words = (text: string): HtmlNode => ({ name: '#text', text, attribute: () => null, children: [] })

function split(node: HtmlNode, formulas: readonly Formula[], isCode: boolean): HtmlNode[] {
  if (isCode) return [node]
  return node.text.split(/(\uF8A0\d+\uF8A1|\n)/u).flatMap((part): HtmlNode[] => {
    const formula = formulas[Number(PLACE.exec(part)?.[1] ?? -1)]
    if (formula) return [element(formula.isBlock ? 'math-block' : 'tex-source', formula.tex)]
    if (part === '\n' && node.text.trim() !== '') return [element('br', '')]
    return part === '' ? [] : [words(part)]
  })
}

const BLOCK_SIGNS =
  /^ {0,3}(?:#{1,6}\s|>\s?\S|[-*+]\s+\S|\d{1,9}[.)]\s+\S|```|~~~|\|.*\|[ \t]*$|\$\$|(?:-{3,}|\*{3,}|_{3,})[ \t]*$)/mu
const INLINE_SIGNS =
  /\*\*\S[^*\n]*\S?\*\*|(?<!\w)__\S[^_\n]*__(?!\w)|(?<![\w*])\*[^\s*][^*\n]*\*(?!\w)|`[^`\n]+`|~~\S[^~\n]*~~|\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)|(?<![\\$\w])\$[^\s$][^$\n]*[^\s$]\$(?!\d)|(?<![\\$\w])\$[^\s$\d]\$/u

/** Whether plain text was written as Markdown: it shows signs that nobody sets otherwise. */
export function looksLikeMarkdown(text: string): boolean {
  return BLOCK_SIGNS.test(text) || INLINE_SIGNS.test(text)
}
