import {
  type Document,
  type Element,
  type Node,
  append,
  attr,
  classes,
  closest,
  createElement,
  createText,
  elements,
  hasClass,
  isElement,
  isText,
  plainText,
  remove,
  removeAttr,
  replace,
  setAttr,
  setChildren,
  textContent,
} from '../html/html-tree'

const GUTTER = new Set([
  'gutter',
  'lineno',
  'linenos',
  'linenodiv',
  'line-number',
  'line-numbers',
  'line-numbers-rows',
  'lnt',
  'ln',
  'hljs-ln-numbers',
  'rouge-gutter',
  'blob-num',
  'linenumber',
  'react-syntax-highlighter-line-number',
  'copy-btn',
  'copy-button',
  'clipboard',
])
const NOT_A_LANGUAGE = /^(?:none|plain|plaintext|text|txt|hljs|highlight|code|block|wrapper|toolbar)$/iu

/**
 * Makes code blocks plain: one `<pre><code class="language-x">` with the text as it is, line numbers and copy buttons gone, and
 * wrappers without the class names that extraction takes for decoration.
 */
export function plainCode(page: Document): void {
  const tables = new Set<Element>()
  for (const pre of elements(page, 'pre')) {
    if (closest(pre, (element) => element !== pre && element.tagName === 'pre')) continue
    for (const inner of elements(pre))
      if (hasClass(inner, ...GUTTER) || inner.tagName === 'button' || isLineNumber(inner)) remove(inner)
    const table = closest(pre, ({ tagName }) => tagName === 'table')
    if (table === null || tables.has(table)) continue
    tables.add(table)
    if (isCodeTable(table)) liftFromTable(table)
  }
  const blocks = elements(page, 'pre')
  const crowded = aroundSeveral(blocks)
  for (const pre of blocks) {
    const language = languageOf(pre, crowded)
    unstyleWrappers(pre, crowded)
    const code = elements(pre, 'code')
    if (code.length > 1 || language === null) {
      if (code.length === 1 && code[0]) flatten(code[0])
      continue
    }
    const target = code[0] ?? wrapInCode(pre)
    flatten(target)
    setAttr(target, 'class', `language-${language}`)
  }
}

/** A number that cannot be selected, or that a style sheet draws. */
function isLineNumber(element: Element): boolean {
  if (attr(element, 'data-line-number') !== null) return true
  if (!/user-select\s*:\s*none/iu.test(attr(element, 'style') ?? '') && attr(element, 'aria-hidden') !== 'true')
    return false
  return /^\s*\d{1,5}\s*$/u.test(textContent(element))
}

function isCodeTable(table: Element): boolean {
  return (
    elements(table, 'tr').length === 1 && elements(table, 'pre').length <= 2 && elements(table, 'table').length === 0
  )
}

/** Line numbers in the first cell, code in the last: only the code is kept. */
function liftFromTable(table: Element): void {
  const blocks = elements(table, 'pre')
  const last = blocks[blocks.length - 1]
  const numbers = blocks.length === 1 || /^[\d\s]*$/u.test(plainText(blocks[0] ?? table))
  if (last && numbers && table.parentNode) replace(table, last)
}

/** Highlighters wrap every token and sometimes every line; only the text matters, with the lines that block elements stand for. */
function flatten(code: Element): void {
  const text = linesOf(code)
  code.childNodes = []
  append(code, createText(text))
}

function linesOf(code: Element): string {
  const parts: string[] = []
  const pending: (Node | { readonly endOfLine: number })[] = [...code.childNodes].reverse()
  for (let step = pending.pop(); step; step = pending.pop()) {
    if ('endOfLine' in step) {
      if (parts.length === step.endOfLine || !parts[parts.length - 1]?.endsWith('\n')) parts.push('\n')
    } else if (isText(step)) {
      if (step.value !== '') parts.push(step.value)
    } else if (isElement(step)) {
      if (step.tagName === 'br') parts.push('\n')
      else if (/^(?:div|p|li|tr)$/u.test(step.tagName)) pending.push({ endOfLine: parts.length })
      for (let at = step.childNodes.length - 1; at >= 0; at--) {
        const child = step.childNodes[at]
        if (child) pending.push(child)
      }
    }
  }
  return parts.join('')
}

function wrapInCode(pre: Element): Element {
  const code = createElement('code')
  setChildren(code, pre.childNodes)
  pre.childNodes = []
  append(pre, code)
  return code
}

function languageOf(pre: Element, crowded: ReadonlySet<Element>): string | null {
  const places = [pre, ...elements(pre, 'code'), ...ancestors(pre, 3, crowded)]
  for (const place of places) {
    const stated = attr(place, 'data-lang') ?? attr(place, 'data-language')
    const found =
      stated ??
      classes(place)
        .map(languageInClass)
        .find((name) => name !== null) ??
      null
    if (found !== null && /^[\w+#.-]{1,30}$/u.test(found) && !NOT_A_LANGUAGE.test(found)) return found.toLowerCase()
  }
  const own = classes(pre)
  return own[0] === 'sourceCode' && own[1] !== undefined && /^[\w+#-]{1,20}$/u.test(own[1])
    ? own[1].toLowerCase()
    : null
}

function languageInClass(name: string): string | null {
  return (
    /^(?:language|lang|highlight-source|highlight-text|highlight|brush:?|src)-?:?([\w+#.]{1,30})$/iu.exec(name)?.[1] ??
    null
  )
}

/** Elements that hold more than one of these. */
function aroundSeveral(blocks: readonly Element[]): Set<Element> {
  const once = new Set<Element>()
  const several = new Set<Element>()
  for (const block of blocks)
    for (let at = block.parentNode; at && isElement(at) && !several.has(at); at = at.parentNode)
      if (once.has(at)) several.add(at)
      else once.add(at)
  return several
}

/** What is around this block and no other. */
function ancestors(pre: Element, count: number, crowded: ReadonlySet<Element>): Element[] {
  const found: Element[] = []
  for (let at = pre.parentNode; at && isElement(at) && found.length < count && !crowded.has(at); at = at.parentNode)
    found.push(at)
  return found
}

function unstyleWrappers(pre: Element, crowded: ReadonlySet<Element>): void {
  removeAttr(pre, 'class')
  for (const wrapper of ancestors(pre, 4, crowded)) {
    const others = wrapper.childNodes.some((node) => isText(node) && node.value.trim() !== '')
    if (
      others ||
      !/^(?:div|figure|section|span)$/u.test(wrapper.tagName) ||
      plainText(wrapper).length > plainText(pre).length + 80
    )
      break
    removeAttr(wrapper, 'class')
    removeAttr(wrapper, 'id')
  }
}
