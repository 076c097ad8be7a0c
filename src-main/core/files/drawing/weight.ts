import { type DrawnElement, textIn } from './read-drawing'
import { referencesIn } from './safe-style'

/** Elements drawn, counting what stands elsewhere once for each reference to it. */
const MOST = 50_000
/** Elements and references within each other. */
const DEEPEST = 400

/**
 * Whether a drawing is drawn in the end, and soon: a handful of groups that each use the one before ten times would be drawn thousands
 * of millions of times.
 */
export function isDrawable(root: DrawnElement): boolean {
  const all = everything(root)
  const byId = new Map<string, DrawnElement>()
  for (const element of all) {
    const id = element.attributes.get('id')
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
  }
  const styled = styleReferences(all)
  const known = new Map<DrawnElement, number>()
  const open = new Set<DrawnElement>()
  const weigh = (element: DrawnElement): number => {
    const before = known.get(element)
    if (before !== undefined) return before
    // A drawing within itself is never done.
    if (open.has(element) || open.size > DEEPEST) return Infinity
    open.add(element)
    let weight = 1
    for (const child of element.children) if (typeof child !== 'string') weight += weigh(child)
    for (const id of [...references(element), ...styled(element)]) {
      const target = byId.get(id)
      if (target && weight <= MOST) weight += weigh(target)
    }
    open.delete(element)
    known.set(element, weight)
    return weight
  }
  return weigh(root) <= MOST
}

function references({ name, attributes }: DrawnElement): string[] {
  const found: string[] = []
  if (name === 'style') return found
  for (const [attribute, value] of attributes) {
    if (attribute === 'xlink:href' && value.startsWith('#')) found.push(value.slice(1))
    else if (value.includes('url(')) found.push(...referencesIn(value))
  }
  return found
}

/** What style sheets make an element refer to: by the last part of each selector, which is the element's own. */
function styleReferences(all: readonly DrawnElement[]): (element: DrawnElement) => string[] {
  const byKey = new Map<string, string[]>()
  for (const element of all) {
    if (element.name !== 'style') continue
    for (const rule of textIn(element).split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{')
      const ids = referencesIn(declarations)
      if (ids.length === 0) continue
      for (const selector of selectors.split(',')) {
        const own =
          selector
            .trim()
            .split(/[\s>+~]+/u)
            .pop() ?? ''
        const key = /[.#][\w-]+/u.exec(own)?.[0] ?? (own === '' ? '*' : own)
        byKey.set(key, [...(byKey.get(key) ?? []), ...ids])
      }
    }
  }
  if (byKey.size === 0) return () => []
  return ({ name, attributes }) => {
    const classes = (attributes.get('class') ?? '').split(/\s+/u).map((each) => `.${each}`)
    return ['*', name, `#${attributes.get('id') ?? ''}`, ...classes].flatMap((key) => byKey.get(key) ?? [])
  }
}

function everything(root: DrawnElement): DrawnElement[] {
  const found = [root]
  for (let at = 0; at < found.length; at++)
    for (const child of found[at]?.children ?? []) if (typeof child !== 'string') found.push(child)
  return found
}
