import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Block, HeadingLevel, Inline, List, ListItem, Mark, NoteDocument } from '@shared/domain/note-document'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Deeper elements give their words alone, so that no note overflows the stack. */
const DEEPEST = 40
const MARKS: Readonly<Record<string, Mark>> = {
  ...{ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', s: 'strikethrough', del: 'strikethrough' },
  ...{ strike: 'strikethrough', code: 'code', kbd: 'code', samp: 'code' },
}
const LEVELS: Readonly<Record<string, HeadingLevel>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }
const UNSEEN = /^(?:script|style|template|noscript|iframe|object|embed|head|title|svg|input|button|select|textarea)$/u
const BLOCKS = /^(?:p|div|section|article|header|footer|main|figure|figcaption|dl|dt|dd|td|th|tr|tbody|thead|table)$/u
const LINK = /^(?:https?:\/\/|mailto:)/iu

/**
 * A note written in HTML as a note of ours. Only what a note can hold comes over: paragraphs, headings, quotations, code, lists, marks
 * and links to the web; scripts, styles and everything that loads something are left out.
 */
export function htmlNote(html: string): NoteDocument {
  const blocks: Block[] = []
  collect(parseFragment(html).childNodes, blocks, 0)
  return { version: 1, blocks }
}

/** Adds the blocks that stand in some nodes; what stands between blocks is a paragraph. */
function collect(nodes: readonly Node[], blocks: Block[], depth: number): void {
  let loose: Inline[] = []
  const close = (): void => {
    const children = trimmed(loose)
    if (children.length > 0) blocks.push({ type: 'paragraph', children })
    loose = []
  }
  for (const node of nodes) {
    const block = 'tagName' in node ? blockOf(node, depth) : null
    if (block === 'blocks' && 'tagName' in node) {
      close()
      collect(node.childNodes, blocks, depth + 1)
    } else if (block !== null && block !== 'blocks') {
      close()
      blocks.push(...block)
    } else loose.push(...inlinesOf(node, [], depth))
  }
  close()
}

/** `blocks` where an element only holds others; null where it stands in a line. */
function blockOf(element: Element, depth: number): Block[] | 'blocks' | null {
  const { tagName } = element
  const level = LEVELS[tagName]
  if (level !== undefined) {
    const children = trimmed(childInlines(element, [], depth))
    return children.length === 0 ? [] : [{ type: 'heading', level, children }]
  }
  if (tagName === 'hr') return [{ type: 'rule' }]
  if (tagName === 'pre') return [{ type: 'code', language: null, text: words(element).replace(/\n$/u, '') }]
  if (tagName === 'blockquote') {
    const children = trimmed(childInlines(element, [], depth))
    return children.length === 0 ? [] : [{ type: 'quote', children }]
  }
  if (tagName === 'ul' || tagName === 'ol') {
    const list = depth > DEEPEST ? null : listOf(element, depth)
    return list === null ? [] : [list]
  }
  return BLOCKS.test(tagName) && depth <= DEEPEST ? 'blocks' : null
}

function listOf(element: Element, depth: number): List | null {
  const items: ListItem[] = []
  for (const child of element.childNodes) {
    if (!('tagName' in child) || child.tagName !== 'li') continue
    const isList = (node: Node): node is Element =>
      'tagName' in node && (node.tagName === 'ul' || node.tagName === 'ol')
    const lists = child.childNodes.filter(isList).flatMap((one) => listOf(one, depth + 1) ?? [])
    const own = child.childNodes.filter((node) => !isList(node)).flatMap((node) => inlinesOf(node, [], depth + 1))
    const [first, ...more] = lists
    const nested = first === undefined ? null : { ...first, items: [first, ...more].flatMap((one) => one.items) }
    items.push({ children: trimmed(own), nested: depth >= DEEPEST ? null : nested })
  }
  if (items.length === 0) return null
  const start = Number(element.attrs.find(({ name }) => name === 'start')?.value ?? '1')
  return {
    type: 'list',
    ordered: element.tagName === 'ol',
    start: Number.isSafeInteger(start) && start >= 0 ? start : 1,
    items,
  }
}

function childInlines(element: Element, marks: readonly Mark[], depth: number): Inline[] {
  return element.childNodes.flatMap((node) => inlinesOf(node, marks, depth + 1))
}

function inlinesOf(node: Node, marks: readonly Mark[], depth: number): Inline[] {
  if ('value' in node) return textRun(node.value.replace(/\s+/gu, ' '), marks)
  if (!('tagName' in node) || UNSEEN.test(node.tagName)) return []
  if (depth > DEEPEST) return textRun(words(node).replace(/\s+/gu, ' '), marks)
  if (node.tagName === 'br') return [{ type: 'break' }]
  const mark = MARKS[node.tagName]
  const inner = childInlines(node, mark === undefined || marks.includes(mark) ? marks : [...marks, mark], depth)
  if (node.tagName === 'a') {
    const url = node.attrs.find(({ name }) => name === 'href')?.value.trim() ?? ''
    const children = inner.filter((one) => one.type === 'text' || one.type === 'break')
    return LINK.test(url) && children.length > 0 ? [{ type: 'link', url, children }] : inner
  }
  // Blocks within a line, as in quotations and list items, begin a line of their own.
  const isBlock = BLOCKS.test(node.tagName) || /^(?:li|ul|ol|h[1-6]|blockquote|pre)$/u.test(node.tagName)
  return isBlock && inner.length > 0 ? [{ type: 'break' }, ...inner, { type: 'break' }] : inner
}

function textRun(text: string, marks: readonly Mark[]): Inline[] {
  return text === '' ? [] : [{ type: 'text', text, marks: [...marks] }]
}

/** Without white space and line breaks at both ends, and with one break where there are several. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const isBlank = (one: Inline | undefined) => one?.type === 'break' || (one?.type === 'text' && one.text.trim() === '')
  const kept = inlines.filter((one, at) => !(isBlank(one) && one.type === 'break' && inlines[at - 1]?.type === 'break'))
  while (isBlank(kept[0])) kept.shift()
  while (isBlank(kept.at(-1))) kept.pop()
  return kept.map((one, at) => {
    if (one.type !== 'text') return one
    const atStart = at === 0 || kept[at - 1]?.type === 'break' ? one.text.trimStart() : one.text
    return { ...one, text: at === kept.length - 1 ? atStart.trimEnd() : atStart }
  })
}

function words(node: Node): string {
  const found: string[] = []
  const stack: Node[] = [node]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('value' in next) found.push(next.value)
    else if ('childNodes' in next && !('tagName' in next && UNSEEN.test(next.tagName))) {
      stack.push(...[...next.childNodes].reverse())
    }
  }
  return found.join('')
}
