import type { Block, HeadingLevel, Inline, List, ListItem, Mark, NoteDocument } from '@shared/domain/note-document'
import { isAssetId } from '../../ui/places/ids'
import { tidyNote } from '../note-normal'
import { foldSpace, inlinesOf, isHidden, texOf } from './html-inlines'
import { findIn, type HtmlNode, textIn } from './html-node'

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|li|main|nav|ol|p|pre|search|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|caption|#document|#document-fragment|math-block)$/u

const LEVELS: Readonly<Record<string, HeadingLevel>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

/** Whether an element begins a block of its own, itself or through what it holds. */
function isBlock(node: HtmlNode): boolean {
  if (BLOCKS.test(node.name)) return true
  if (node.name === 'img') return ownAsset(node) !== null
  if (node.name === 'math') return node.attribute('display') === 'block'
  return node.children.some(isBlock)
}

/** The asset of a picture that is in the library already. */
function ownAsset(node: HtmlNode) {
  const id = /^(?:(?:https?|app):\/\/[^/]+)?\/assets\/([0-9a-f]{64})$/u.exec(node.attribute('src') ?? '')?.[1] ?? null
  return isAssetId(id) ? id : null
}

function paragraphOf(inlines: readonly Inline[]): Block[] {
  const children = foldSpace(inlines)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

/** The blocks in a list of siblings: what stands loose in lines between blocks becomes paragraphs. */
function blocksOf(nodes: readonly HtmlNode[], marks: readonly Mark[]): Block[] {
  const blocks: Block[] = []
  let line: Inline[] = []
  for (const node of nodes) {
    if (isHidden(node)) continue
    if (!isBlock(node)) {
      line.push(...inlinesOf(node, marks))
      continue
    }
    blocks.push(...paragraphOf(line))
    line = []
    blocks.push(...blockOf(node, marks))
  }
  return [...blocks, ...paragraphOf(line)]
}

function blockOf(node: HtmlNode, marks: readonly Mark[]): Block[] {
  const level = LEVELS[node.name]
  if (level !== undefined) {
    const children = foldSpace(linesOf(node))
    return children.length === 0 ? [] : [{ type: 'heading', level, children }]
  }
  switch (node.name) {
    case 'blockquote':
      return [{ type: 'quote', children: foldSpace(linesOf(node)) }]
    case 'pre':
      return [{ type: 'code', language: languageOf(node), text: textIn(node).replace(/^\n|\n$/gu, '') }]
    case 'ul':
    case 'ol':
      return [listOf(node)]
    case 'table':
      return tableOf(node)
    case 'hr':
      return [{ type: 'rule' }]
    case 'math-block':
      return [{ type: 'math', tex: textIn(node) }]
    case 'math': {
      const tex = texOf(node)
      return tex === null ? [] : [{ type: 'math', tex }]
    }
    case 'img': {
      const asset = ownAsset(node)
      return asset === null ? [] : [{ type: 'image', asset, alt: (node.attribute('alt') ?? '').slice(0, 1000) }]
    }
    default:
      return blocksOf(node.children, marks)
  }
}

/** Everything in a node as one run of lines, its blocks parted by breaks: what a quote, an item or a cell can hold. */
function linesOf(node: HtmlNode): Inline[] {
  return node.children
    .flatMap((child): Inline[] => {
      if (isHidden(child)) return []
      if (!isBlock(child)) return inlinesOf(child, [])
      if (child.name === 'img') return []
      return [{ type: 'break' }, ...linesOf(child), { type: 'break' }]
    })
    .filter((piece, at, all) => piece.type !== 'break' || all[at - 1]?.type !== 'break')
}

function languageOf(pre: HtmlNode): string | null {
  const code = findIn(pre, 'code')
  const named = pre.attribute('data-language') ?? code?.attribute('data-language')
  const classes = `${pre.attribute('class') ?? ''} ${code?.attribute('class') ?? ''}`
  const language = named ?? /(?:^|\s)(?:language|lang|highlight-source)-([\w+#-]+)/u.exec(classes)?.[1] ?? null
  return language === null || language === '' ? null : language.slice(0, 40)
}

function listOf(node: HtmlNode): List {
  const items: ListItem[] = []
  for (const child of node.children) {
    if (isHidden(child) || (child.name === '#text' && child.text.trim() === '')) continue
    // Some pages nest lists beside their items.
    if (child.name === 'ul' || child.name === 'ol') addNested(items, listOf(child))
    else items.push(...itemsOf(child))
  }
  const start = Number(node.attribute('start') ?? '1')
  return {
    type: 'list',
    ordered: node.name === 'ol',
    start: Number.isSafeInteger(start) && start >= 0 ? start : 1,
    items,
  }
}

function itemsOf(node: HtmlNode): ListItem[] {
  const isList = (child: HtmlNode) => child.name === 'ul' || child.name === 'ol'
  const own: HtmlNode = {
    ...node,
    attribute: node.attribute,
    children: node.children.filter((child) => !isList(child)),
  }
  const children = foldSpace(linesOf(node.name === '#text' ? { ...own, children: [node] } : own))
  const item: ListItem = { children, ...boxOf(node), nested: null }
  const items = [item]
  for (const child of node.children) if (isList(child)) addNested(items, listOf(child))
  return items
}

function boxOf(item: HtmlNode): { checked?: boolean } {
  const own = item.children.flatMap((child) =>
    child.name === 'ul' || child.name === 'ol' ? [] : [findIn(child, 'input')],
  )
  const box = own.find((input) => input?.attribute('type') === 'checkbox')
  if (box) return { checked: box.attribute('checked') !== null }
  return item.attribute('role') === 'checkbox' ? { checked: item.attribute('aria-checked') === 'true' } : {}
}

function addNested(items: ListItem[], nested: List): void {
  const last = items.at(-1)
  if (last === undefined) items.push({ children: [], nested })
  else if (last.nested === null) last.nested = nested
  else last.nested.items.push(...nested.items)
}

function tableOf(node: HtmlNode): Block[] {
  const rows: HtmlNode[] = []
  const collect = (each: HtmlNode) => {
    for (const child of each.children) {
      if (child.name === 'tr') rows.push(child)
      else if (/^t(?:head|body|foot)$/u.test(child.name)) collect(child)
    }
  }
  collect(node)
  const cells = rows.map((row) => row.children.filter(({ name }) => name === 'td' || name === 'th'))
  const header = (cells[0] ?? []).length > 0 && (cells[0] ?? []).every(({ name }) => name === 'th')
  const caption = node.children.find(({ name }) => name === 'caption')
  return [
    ...(caption ? paragraphOf(linesOf(caption)) : []),
    {
      type: 'table',
      header,
      rows: cells
        .filter((row) => row.length > 0)
        .map((row) => row.map((cell) => ({ children: foldSpace(linesOf(cell)) }))),
    },
  ]
}

/** A page or piece of one as a note: what a note can hold, and the words of everything else. */
export function htmlToNote(root: HtmlNode): NoteDocument {
  return tidyNote({ version: 1, blocks: blocksOf([root], []) })
}
