import type { NodeOf, PhrasingContent } from '../../mdast'

/** Words within `==`, as Obsidian and others write highlights. */
interface HighlightNode {
  readonly type: 'highlight'
  children: PhrasingContent[]
}
declare module 'mdast' {
  interface PhrasingContentMap {
    highlight: HighlightNode
  }
  interface RootContentMap {
    highlight: HighlightNode
  }
}

type Wrapper = NodeOf<'emphasis'> | NodeOf<'strong'> | NodeOf<'delete'> | NodeOf<'link'>

/**
 * Highlights tidied for Markdown, where `==` works within one run of words alone: a highlight within another is one with it, one
 * that fills a mark or a link goes around it, neighbours become one, and white space leaves both ends.
 */
export function tidyHighlights(children: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of children.flatMap(tidied)) {
    const last = merged.at(-1)
    if (node.type === 'highlight' && last?.type === 'highlight') last.children.push(...node.children)
    else merged.push(node)
  }
  return merged.flatMap(withoutEnds)
}

function tidied(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'highlight') {
    return [
      {
        type: 'highlight',
        children: node.children
          .flatMap(tidied)
          .flatMap((inner) => (inner.type === 'highlight' ? inner.children : [inner])),
      },
    ]
  }
  if (!isWrapper(node)) return [node]
  const inner = tidyHighlights(node.children)
  const [only] = inner
  if (inner.length === 1 && only?.type === 'highlight') {
    return [{ type: 'highlight', children: [{ ...node, children: only.children }] }]
  }
  return [{ ...node, children: inner }]
}

function isWrapper(node: PhrasingContent): node is Wrapper {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link'
}

/** A highlight that begins or ends with white space is no highlight; one of nothing but that is none at all. */
function withoutEnds(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'highlight') return [node]
  const children = [...node.children]
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  for (let first = children[0]; first !== undefined; first = children[0]) {
    const end = first.type === 'text' ? (/^\s*/u.exec(first.value)?.[0] ?? '') : ''
    if (first.type === 'break' || (first.type === 'text' && end === first.value)) {
      before.push(first)
      children.shift()
      continue
    }
    if (first.type === 'text' && end !== '') {
      before.push({ type: 'text', value: end })
      children[0] = { type: 'text', value: first.value.slice(end.length) }
    }
    break
  }
  for (let last = children.at(-1); last !== undefined; last = children.at(-1)) {
    const start = last.type === 'text' ? (/\s*$/u.exec(last.value)?.[0] ?? '') : ''
    if (last.type === 'break' || (last.type === 'text' && start === last.value)) {
      after.unshift(last)
      children.pop()
      continue
    }
    if (last.type === 'text' && start !== '') {
      after.unshift({ type: 'text', value: start })
      children[children.length - 1] = { type: 'text', value: last.value.slice(0, last.value.length - start.length) }
    }
    break
  }
  return [...before, ...(children.length === 0 ? [] : [{ type: 'highlight' as const, children }]), ...after]
}
