import type { TagInUse } from '@shared/contract/tags'

/** A tag with those nested in it. */
export interface TagNode {
  /** What the tree knows it by: the whole tag. */
  id: string
  tag: TagInUse
  /** Its last level: what it is called under its parent. */
  name: string
  children: TagNode[]
}

/** Nests tags by `/`. Each tag's parent is among them. */
export function nestTags(tags: readonly TagInUse[]): TagNode[] {
  const nodes = new Map(
    tags.map((tag): [string, TagNode] => [
      tag.tag.toLowerCase(),
      { id: tag.tag, tag, name: tag.tag.slice(tag.tag.lastIndexOf('/') + 1), children: [] },
    ]),
  )
  const top: TagNode[] = []
  for (const [key, node] of nodes) {
    const parent = nodes.get(key.slice(0, Math.max(0, key.lastIndexOf('/'))))
    if (parent) parent.children.push(node)
    else top.push(node)
  }
  return top
}

/** How many things carry a tag or one nested in it. */
export function weightOf({ articles, annotations, notes }: TagInUse): number {
  return articles + annotations + notes
}

/** The top tags that are used most, by name; and whether there are more. */
export function mostUsed(nodes: readonly TagNode[], most: number): { shown: TagNode[]; isAll: boolean } {
  if (nodes.length <= most) return { shown: [...nodes], isAll: true }
  const kept = new Set([...nodes].sort((a, b) => weightOf(b.tag) - weightOf(a.tag)).slice(0, most))
  return { shown: nodes.filter((node) => kept.has(node)), isAll: false }
}
