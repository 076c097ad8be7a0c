import {
  type Document,
  type Node,
  type Text,
  attr,
  closest,
  createText,
  descendants,
  elements,
  isElement,
  isText,
  parseFragment,
  replace,
  textContent,
} from '../html/html-tree'
import { texHtml } from '../cleaning/tex'

const PROGRAM = /mathjax|katex/iu
/** What both programs take for formulas unless told otherwise; longer ones than these are whole documents. */
const DELIMITED = /\\\(([\s\S]{1,3000}?)\\\)|\\\[([\s\S]{1,3000}?)\\\]|\$\$([\s\S]{1,3000}?)\$\$/gu
const WITH_DOLLARS =
  /\\\(([\s\S]{1,3000}?)\\\)|\\\[([\s\S]{1,3000}?)\\\]|\$\$([\s\S]{1,3000}?)\$\$|(?<![\\$\w])\$(?=\S)([^$\n]{1,300}?\S|\S)\$(?![\d$])/gu
const MAX_FORMULAS = 3000
/** A longer piece of text is not searched: delimiters without an end would take it long. */
const MAX_TEXT = 200_000

/** Formulas that the page's own program would have drawn from TeX in its text. Without such a program, a dollar is a dollar. */
export function drawRawTex(page: Document): void {
  const scripts = elements(page, 'script')
  const program = scripts.some((script) => PROGRAM.test(attr(script, 'src') ?? '') || PROGRAM.test(textContent(script)))
  if (!program) return
  const dollars = scripts.some((script) => /(?:inlineMath|left)\W{1,20}\$\W/u.test(textContent(script)))
  const pattern = dollars ? WITH_DOLLARS : DELIMITED
  let left = MAX_FORMULAS
  for (const node of descendants(page)) {
    if (!isText(node) || left <= 0 || node.value.length > MAX_TEXT || !/\\[([]|\$/u.test(node.value)) continue
    const isElsewhere = closest(node, ({ tagName }) =>
      /^(?:script|style|pre|code|textarea|math|head|svg)$/u.test(tagName),
    )
    if (isElsewhere) continue
    const nodes = parts(node, pattern)
    left -= nodes.length
    if (nodes.length > 1 || nodes.some(isElement)) replace(node, ...nodes)
  }
}

function parts({ value }: Text, pattern: RegExp): Node[] {
  const nodes: Node[] = []
  let end = 0
  for (const match of value.matchAll(pattern)) {
    const [whole, inline, block, displayed, dollars] = match
    if (match.index > end) nodes.push(createText(value.slice(end, match.index)))
    nodes.push(...formula(inline ?? dollars ?? block ?? displayed ?? '', (block ?? displayed) !== undefined))
    end = match.index + whole.length
  }
  if (end < value.length) nodes.push(createText(value.slice(end)))
  return nodes
}

/** A formula in TeX as nodes: MathML, or code where it cannot be read. */
export function formula(tex: string, isBlock: boolean): Node[] {
  return [...parseFragment(texHtml(tex, isBlock).replace(/^<p>([\s\S]*)<\/p>$/u, '$1')).childNodes]
}
