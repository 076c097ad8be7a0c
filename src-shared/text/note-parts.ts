import type { AssetId } from '../domain/ids'
import type { Block, Inline, LinkTarget, List, NoteDocument } from '../domain/note-document'
import type { Tag } from '../domain/tag'
import { inlineText } from './note-text'

/** What a note holds beside its words; each thing once, in the order it first stands. */
export interface NoteParts {
  readonly tags: readonly Tag[]
  readonly links: readonly LinkTarget[]
  readonly assets: readonly AssetId[]
}

/** Every run of inline content of a note: that of a paragraph, an item, a cell. */
export function inlineRuns(note: NoteDocument): (readonly Inline[])[] {
  return note.blocks.flatMap(runsOf)
}

function runsOf(block: Block): (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [block.children]
    case 'list':
      return listRuns(block)
    case 'table':
      return block.rows.flatMap((row) => row.map(({ children }) => children))
    case 'code':
    case 'image':
    case 'math':
    case 'rule':
      return []
  }
}

function listRuns({ items }: List): (readonly Inline[])[] {
  return items.flatMap(({ children, nested }) => [children, ...(nested === null ? [] : listRuns(nested))])
}

/** The tags, links and pictures of a note. */
export function noteParts(note: NoteDocument | null): NoteParts {
  if (note === null) return { tags: [], links: [], assets: [] }
  const tags = new Map<string, Tag>()
  const links = new Map<string, LinkTarget>()
  for (const inline of inlineRuns(note).flat()) {
    if (inline.type === 'tag' && !tags.has(inline.tag.toLowerCase())) tags.set(inline.tag.toLowerCase(), inline.tag)
    if (inline.type === 'reference') links.set(targetKey(inline.target), inline.target)
  }
  const assets = new Set(note.blocks.flatMap((block) => (block.type === 'image' ? [block.asset] : [])))
  return { tags: [...tags.values()], links: [...links.values()], assets: [...assets] }
}

/** A link's target as one string, for maps and comparisons. */
export function targetKey({ kind, id }: LinkTarget): string {
  return `${kind}:${id}`
}

/** How many characters of its line stand around a link in a list of backlinks. */
const AROUND = 90

/** The words around the first link of a note to a target; empty when there is none. */
export function wordsAround(note: NoteDocument, target: LinkTarget): string {
  const key = targetKey(target)
  for (const run of inlineRuns(note)) {
    const at = run.findIndex((inline) => inline.type === 'reference' && targetKey(inline.target) === key)
    if (at < 0) continue
    const before = inlineText(run.slice(0, at))
    const rest = inlineText(run.slice(at))
    const start = wordStart(before)
    return `${start > 0 ? '…' : ''}${before.slice(start)}${cutAfter(rest, AROUND * 2)}`.replace(/\s+/gu, ' ').trim()
  }
  return ''
}

function wordStart(before: string): number {
  if (before.length <= AROUND) return 0
  const space = before.indexOf(' ', before.length - AROUND)
  return space < 0 ? before.length : space + 1
}

function cutAfter(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  return `${text.slice(0, space > 0 ? space : most)}…`
}
