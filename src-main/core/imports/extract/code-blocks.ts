import {
  type Document,
  type Element,
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
  some,
  textContent,
} from '../html-tree'

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
  for (const pre of elements(page, 'pre')) {
    if (closest(pre, (element) => element !== pre && element.tagName === 'pre')) continue
    for (const inner of elements(pre))
      if (hasClass(inner, ...GUTTER) || inner.tagName === 'button' || attr(inner, 'data-line-number') !== null)
        remove(inner)
    const table = closest(pre, ({ tagName }) => tagName === 'table')
    if (table && isCodeTable(table)) liftFromTable(table)
  }
  for (const pre of elements(page, 'pre')) {
    const language = languageOf(pre)
    unstyleWrappers(pre)
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
  let text = ''
  for (const br of elements(code, 'br')) replace(br, createText('\n'))
  const lines = elements(code).filter((line) => /^(?:div|p|li|tr)$/u.test(line.tagName))
  for (const line of lines) if (!textContent(line).endsWith('\n')) append(line, createText('\n'))
  text = textContent(code)
  for (const child of [...code.childNodes]) remove(child)
  append(code, createText(text))
}

function wrapInCode(pre: Element): Element {
  const code = createElement('code')
  for (const child of [...pre.childNodes]) append(code, child)
  append(pre, code)
  return code
}

function languageOf(pre: Element): string | null {
  const places = [pre, ...elements(pre, 'code'), ...ancestors(pre, 3)]
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

function ancestors(pre: Element, count: number): Element[] {
  const found: Element[] = []
  for (
    let at = pre.parentNode;
    at && isElement(at) && found.length < count && !some(at, (element) => element.tagName === 'pre' && element !== pre);
    at = at.parentNode
  )
    found.push(at)
  return found
}

function unstyleWrappers(pre: Element): void {
  removeAttr(pre, 'class')
  for (const wrapper of ancestors(pre, 4)) {
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
