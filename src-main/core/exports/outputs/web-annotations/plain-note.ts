import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Block, Inline, List, Mark, NoteDocument } from '@shared/domain/note-document'
import { Link } from '@shared/domain/note-document'
import type { BlockContent, NodeOf, PhrasingContent, Root } from '../../mdast'

/** A text from elsewhere as a note: Markdown as what it means, any other text as its lines. Nothing in it becomes markup of a page. */
export function noteFrom(text: string, format: string | null): NoteDocument | null {
  const blocks =
    format === 'text/markdown' ? markdownBlocks(text) : lineBlocks(format === 'text/html' ? withoutTags(text) : text)
  return blocks.length === 0 ? null : { version: 1, blocks }
}

type RootContent = Root['children'][number]

function lineBlocks(text: string): Block[] {
  return text
    .split(/\r?\n\s*\r?\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', children: [run(paragraph.trim())] }))
}

/** HTML's words alone. */
function withoutTags(html: string): string {
  const spaced = html.replace(/<(?:br|\/p|\/div|\/li|\/h[1-6])\b[^>]*>/giu, '\n\n').replace(/<[^>]*>/gu, '')
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
  return spaced.replace(
    /&(?:#(?<code>\d{1,7})|(?<name>[a-z]+));/giu,
    (all, code: string | undefined, name: string | undefined) => {
      const point = code === undefined ? NaN : Number(code)
      if (point <= 0x10ffff) return String.fromCodePoint(point)
      return name === undefined ? all : (named[name.toLowerCase()] ?? all)
    },
  )
}

function markdownBlocks(text: string): Block[] {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return tree.children.flatMap((node) => blockOf(node))
}

function blockOf(node: BlockContent | RootContent): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: inlines(node.children) }]
    case 'heading':
      return [{ type: 'heading', level: node.depth, children: inlines(node.children) }]
    case 'blockquote':
      return node.children.flatMap((child): Block[] =>
        child.type === 'paragraph' ? [{ type: 'quote', children: inlines(child.children) }] : blockOf(child),
      )
    case 'code':
      return [{ type: 'code', language: node.lang ?? null, text: node.value }]
    case 'thematicBreak':
      return [{ type: 'rule' }]
    case 'list':
      return [list(node)]
    case 'table': {
      const columns = Math.max(1, ...node.children.map(({ children }) => children.length))
      const rows = node.children.map(({ children }) =>
        Array.from({ length: columns }, (_, at) => ({ children: inlines(children[at]?.children ?? []) })),
      )
      return [{ type: 'table', header: true, rows }]
    }
    case 'html':
      return node.value.trim() === '' ? [] : [{ type: 'paragraph', children: [run(node.value)] }]
    default:
      return []
  }
}

function list({ ordered, start, children }: NodeOf<'list'>): List {
  const isChecked = children.some(({ checked }) => checked != null)
  return {
    type: 'list',
    ordered: ordered === true,
    start: start ?? 1,
    items: children.map((item) => ({
      children: item.children.flatMap((child, at): Inline[] =>
        child.type === 'paragraph'
          ? [...(at === 0 ? [] : [{ type: 'break' as const }]), ...inlines(child.children)]
          : [],
      ),
      ...(isChecked ? { checked: item.checked === true } : {}),
      nested:
        item.children.map((child) => (child.type === 'list' ? list(child) : null)).find((each) => each !== null) ??
        null,
    })),
  }
}

function inlines(nodes: readonly PhrasingContent[], marks: readonly Mark[] = []): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
      case 'html':
        return [run(node.value, marks)]
      case 'inlineCode':
        return [run(node.value, [...marks, 'code'])]
      case 'emphasis':
        return inlines(node.children, [...marks, 'italic'])
      case 'strong':
        return inlines(node.children, [...marks, 'bold'])
      case 'delete':
        return inlines(node.children, [...marks, 'strikethrough'])
      case 'break':
        return [{ type: 'break' }]
      case 'link': {
        const children = inlines(node.children, marks).flatMap((child) =>
          child.type === 'text' || child.type === 'break' ? [child] : [],
        )
        const link = Link.safeParse({ type: 'link', url: node.url, children })
        return link.success ? [link.data] : children
      }
      case 'image':
        return [run(node.alt ?? '', marks)]
      default:
        return []
    }
  })
}

function run(text: string, marks: readonly Mark[] = []): Extract<Inline, { type: 'text' }> {
  return { type: 'text', text, marks: [...new Set(marks)] }
}
