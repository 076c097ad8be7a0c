import type { AssetId } from '@shared/domain/ids'
import type { Inline, LinkTarget, Mark } from '@shared/domain/note-document'
import type { PhrasingContent } from './mdast'
import { safeTag } from './tags'

/** What a note needs to know of what is around it. */
export interface NoteSurroundings {
  /** How many levels lower its headings stand. */
  readonly headingShift: number
  /** A link to an article or note, as Markdown; null when it has no file. */
  readonly linkTo: (target: LinkTarget, title: string, inTable: boolean) => string | null
  /** The way to a picture's file, percent-encoded. */
  readonly imagePath: (asset: AssetId) => string
}

interface Run {
  readonly type: 'text'
  readonly text: string
  readonly marks: readonly Mark[]
}
type Piece = Run | { readonly type: 'break' }

/** From the outermost in. Code is always innermost: nothing can be set within it. */
const NESTING = [
  ['strikethrough', 'delete'],
  ['bold', 'strong'],
  ['italic', 'emphasis'],
] as const

/** Runs, breaks and links as Markdown nodes, without what Markdown cannot hold: breaks and white space at both ends. */
export function inlinesToMarkdown(
  children: readonly Inline[],
  around: NoteSurroundings,
  inTable = false,
): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let pieces: Piece[] = []
  for (const child of children) {
    if (child.type === 'text' || child.type === 'break') {
      pieces.push(...split(child))
      continue
    }
    const made = child.type === 'link' ? link(child.url, child.children) : special(child, around, inTable)
    // What leaves nothing behind does not part what is around it.
    if (made.length === 0) continue
    nodes.push(...nest(pieces))
    // Two formulas side by side would be read as one with dollars in it.
    if (child.type === 'math' && nodes.at(-1)?.type === 'inlineMath') nodes.push({ type: 'text', value: ' ' })
    nodes.push(...made)
    pieces = []
  }
  return trim([...nodes, ...nest(pieces)])
}

type Special = Exclude<Inline, { type: 'link' | 'text' | 'break' }>

function special(inline: Special, { linkTo }: NoteSurroundings, inTable: boolean): PhrasingContent[] {
  switch (inline.type) {
    case 'math': {
      const tex = inline.tex.replace(/\s+/gu, ' ').trim()
      // A pipe would end the cell; these say the same.
      const safe = inTable
        ? tex
            .replace(/\\\|/gu, String.raw`\Vert `)
            .replace(/\|/gu, String.raw`\vert `)
            .trim()
        : tex
      return safe === '' ? [] : [{ type: 'inlineMath', value: safe }]
    }
    case 'tag': {
      const tag = safeTag(inline.tag)
      return [tag === null ? { type: 'text', value: inline.tag } : { type: 'raw', value: `#${tag}` }]
    }
    case 'reference': {
      const made = linkTo(inline.target, inline.title, inTable)
      return [
        made === null ? { type: 'text', value: inline.title.replace(/\s+/gu, ' ') } : { type: 'raw', value: made },
      ]
    }
  }
}

function link(url: string, children: readonly (Run | { readonly type: 'break' })[]): PhrasingContent[] {
  const inside = trim(nest(children.flatMap(split)))
  const label: PhrasingContent[] = inside.length === 0 ? [{ type: 'text', value: url }] : inside
  return [{ type: 'link', url, children: label.filter(isLabel) }]
}

function isLabel(node: PhrasingContent): node is Exclude<PhrasingContent, { type: 'link' | 'linkReference' }> {
  return node.type !== 'link' && node.type !== 'linkReference'
}

/** A run cut into lines, and each line into white space and words, so that the white space can leave a mark's end. */
function split(piece: Piece): Piece[] {
  if (piece.type === 'break') return [piece]
  const { marks } = piece
  // eslint-disable-next-line no-control-regex -- control characters are what this takes out
  const text = piece.text.replace(/\r\n?/gu, '\n').replace(/[\0-\u0008\u000b\u000c\u000e-\u001f]/gu, '')
  if (marks.includes('code')) return text === '' ? [] : [{ type: 'text', text: text.replace(/\n/gu, ' '), marks }]
  return text.split('\n').flatMap((line, at): Piece[] => {
    const parts = (line.match(/^\s+|\s+$|\S(?:.*\S)?/gu) ?? []).map((part): Piece => ({
      type: 'text',
      text: part,
      marks,
    }))
    return at === 0 ? parts : [{ type: 'break' }, ...parts]
  })
}

/** Pieces as nodes, with one node around all neighbours that share a mark. */
function nest(pieces: readonly Piece[], depth = 0): PhrasingContent[] {
  const level = NESTING[depth]
  if (level === undefined) return leaves(pieces)
  const [mark, type] = level
  const nodes: PhrasingContent[] = []
  let at = 0
  while (at < pieces.length) {
    const inside = hasMark(pieces[at], mark)
    let end = at
    while (end < pieces.length && hasMark(pieces[end], mark) === inside) end += 1
    if (inside) {
      let first = at
      let last = end
      while (first < last && isSpace(pieces[first])) first += 1
      while (last > first && isSpace(pieces[last - 1])) last -= 1
      nodes.push(...nest(pieces.slice(at, first), depth + 1))
      const children = nest(pieces.slice(first, last), depth + 1)
      if (children.length > 0) nodes.push({ type, children })
      nodes.push(...nest(pieces.slice(last, end), depth + 1))
    } else nodes.push(...nest(pieces.slice(at, end), depth + 1))
    at = end
  }
  return merge(nodes)
}

function hasMark(piece: Piece | undefined, mark: Mark): boolean {
  return piece?.type === 'text' && piece.marks.includes(mark)
}

function isSpace(piece: Piece | undefined): boolean {
  return piece?.type === 'text' && !piece.marks.includes('code') && piece.text.trim() === ''
}

function leaves(pieces: readonly Piece[]): PhrasingContent[] {
  return merge(
    pieces.map((piece): PhrasingContent => {
      if (piece.type === 'break') return { type: 'break' }
      return { type: piece.marks.includes('code') ? 'inlineCode' : 'text', value: piece.text }
    }),
  )
}

/** Neighbours of one kind become one: two code spans side by side would be read as one with backticks in it. */
export function merge(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if ((node.type === 'text' || node.type === 'inlineCode') && last?.type === node.type) last.value += node.value
    else merged.push(node)
  }
  return merged
}

/** Takes away breaks and blanks at both ends, and blanks beside breaks. */
function trim(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  merge(nodes).forEach((node, at, all) => {
    const atStart = kept.length === 0 || kept.at(-1)?.type === 'break'
    if (node.type === 'break') {
      if (kept.length > 0) kept.push(node)
    } else if (node.type === 'text') {
      const next = all[at + 1]
      const start = atStart ? node.value.replace(/^[ \t]+/u, '') : node.value
      const value = next === undefined || next.type === 'break' ? start.replace(/[ \t]+$/u, '') : start
      if (value !== '') kept.push({ type: 'text', value })
    } else kept.push(node)
  })
  while (kept.at(-1)?.type === 'break') kept.pop()
  // Two breaks in a row would end the paragraph.
  return kept.filter((node, at) => node.type !== 'break' || kept[at - 1]?.type !== 'break')
}
