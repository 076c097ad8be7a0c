import { isBlock } from './block-elements'
import {
  type Element,
  type Node,
  type Parent,
  createText,
  descendants,
  elements,
  isElement,
  isText,
} from '../html/html-tree'

/** White space that is not one space already. */
const UNEVEN = /[\t\r\n\f\u2028\u2029][ \t\r\n\f\u2028\u2029]*| [ \t\r\n\f\u2028\u2029]+/gu
/** Inside these, text that is only white space has no meaning at all. */
const STRUCTURE = new Set(['table', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl'])

/** Text of nothing but the characters that HTML calls white space, or Unicode's separators of lines; a no-break space is not one. */
export function isBlank(node: Node): boolean {
  return isText(node) && /^[ \t\r\n\f\u2028\u2029]*$/u.test(node.value)
}

/**
 * Gives text its white space: runs of it are one space; blocks and lines stand on lines of their own, and cells behind a tab, so
 * that words never run together in the text; between elements where it says nothing there is none. What `pre` holds stays, but for
 * blank lines at its ends: a line break right behind `<pre>` would be lost when the HTML is read again.
 */
export function spaceText(root: Parent): void {
  const inPre = new Set<Parent>()
  for (const parent of [root, ...elements(root)]) {
    const within = 'parentNode' in parent && parent.parentNode !== null && inPre.has(parent.parentNode)
    if (within || parent.nodeName === 'pre') inPre.add(parent)
    const children = inPre.has(parent) ? linesOfPre(parent) : spaced(parent)
    for (const child of children) child.parentNode = parent
    parent.childNodes = children
  }
  for (const pre of elements(root, 'pre')) trimBlankLines(pre)
}

function linesOfPre(parent: Parent): Node[] {
  for (const child of parent.childNodes) if (isText(child)) child.value = child.value.replace(/[\u2028\u2029]/gu, '\n')
  return parent.childNodes.map((child) => (child.nodeName === 'br' ? createText('\n') : child))
}

function spaced(parent: Parent): Node[] {
  const structure = isElement(parent) && (STRUCTURE.has(parent.tagName) || isMathContainer(parent))
  const out: Node[] = []
  /** White space owed to what comes next. */
  let owed = ''
  const pay = () => {
    if (owed !== '' && out.length > 0) out.push(createText(owed))
    owed = ''
  }
  for (const child of joinedTexts(parent)) {
    if (isText(child)) {
      if (structure && isBlank(child)) continue
      owed = addText(out, child.value.replace(UNEVEN, ' '), owed)
    } else if (isElement(child) && isBlock(child)) {
      trimLast(out)
      if (owed === '' && (out.length > 0 || isInsideLine(parent))) owed = '\n'
      if (out.length === 0 && isInsideLine(parent)) out.push(createText(owed))
      else pay()
      out.push(child)
      owed = child.tagName === 'td' || child.tagName === 'th' ? '\t' : '\n'
    } else if (child.nodeName === 'br') {
      trimLast(out)
      pay()
      out.push(child)
      owed = '\n'
    } else {
      pay()
      out.push(child)
    }
  }
  return isBlock(parent) ? trimmed(out) : closed(out, parent, owed)
}

/** Children with text nodes side by side made one, as they are once the HTML is read again. */
function joinedTexts(parent: Parent): Node[] {
  const out: Node[] = []
  let run: string[] = []
  const end = () => {
    if (run.length > 0) out.push(createText(run.join('')))
    run = []
  }
  for (const child of parent.childNodes) {
    if (isText(child)) run.push(child.value)
    else {
      end()
      out.push(child)
    }
  }
  end()
  return out
}

/** @returns the white space that is still owed */
function addText(out: Node[], value: string, owed: string): string {
  const text = owed === '' ? value : value.replace(/^ /u, '')
  if (text === '') return owed
  out.push(createText(`${out.length > 0 ? owed : ''}${text}`))
  return ''
}

function trimLast(out: Node[]): void {
  const last = out[out.length - 1]
  if (!last || !isText(last)) return
  last.value = last.value.replace(/ $/u, '')
  if (last.value === '') out.pop()
}

/** A block neither begins nor ends with a space or an empty line. */
function trimmed(out: Node[]): Node[] {
  while (out.length > 1 && out[out.length - 1]?.nodeName === 'br') {
    out.pop()
    trimLast(out)
  }
  trimLast(out)
  const first = out[0]
  if (first && isText(first)) {
    first.value = first.value.replace(/^ /u, '')
    if (first.value === '') out.shift()
  }
  return out
}

function closed(out: Node[], parent: Parent, owed: string): Node[] {
  if (owed !== '' && isElement(parent)) out.push(createText(owed))
  return out
}

/** An inline element with something before it, in which a block has to begin a line. */
function isInsideLine(parent: Parent): boolean {
  return (
    isElement(parent) && !isBlock(parent) && parent.parentNode !== null && parent.parentNode.childNodes[0] !== parent
  )
}

function isMathContainer({ tagName }: Element): boolean {
  return tagName === 'math' || (/^m/u.test(tagName) && !/^(?:mark|mi|mn|mo|ms|mtext)$/u.test(tagName))
}

function trimBlankLines(pre: Element): void {
  const texts = descendants(pre).filter(isText)
  for (const text of texts) {
    text.value = text.value.replace(/^(?:[ \t]*\r?\n)+/u, '')
    if (text.value !== '') break
  }
  for (const text of texts.reverse()) {
    text.value = text.value.trimEnd()
    if (text.value !== '') break
  }
}
