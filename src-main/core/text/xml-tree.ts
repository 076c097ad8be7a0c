import { SaxesParser } from 'saxes'

/** An element of a small XML document, such as a package document; text is what stands directly in it. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string
  /** By their names without prefix; of two such the one without prefix counts. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text within, children's too, white space collapsed. */
  readonly text: string
}

const MAX_ELEMENTS = 500_000
const MAX_DEPTH = 200

interface Open {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  readonly parts: string[]
}

/**
 * Reads XML as far as it goes: errors are passed over, entities of a document type are never expanded. Names lose their prefixes,
 * which real files get wrong more often than their names.
 * @returns the root; null when there is none, or the document is deeper or larger than any real one
 */
export function readXml(text: string): XmlElement | null {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: Open[] = [{ name: '', attributes: {}, children: [], parts: [] }]
  let count = 0
  const addText = (value: string) => open[open.length - 1]?.parts.push(value)
  parser.on('error', () => undefined)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > MAX_ELEMENTS || open.length > MAX_DEPTH) throw new RangeError('too large')
    open.push({ name: local(name), attributes: unprefixed(attributes), children: [], parts: [] })
  })
  parser.on('closetag', () => close(open))
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  while (open.length > 1) close(open)
  return open[0]?.children[0] ?? null
}

function close(open: Open[]): void {
  if (open.length < 2) return
  const done = open.pop()
  const parent = open[open.length - 1]
  if (!done || !parent) return
  const { name, attributes, children, parts } = done
  const text = parts.join('')
  parent.children.push({ name, attributes, children, text: text.replace(/\s+/gu, ' ').trim() })
  parent.parts.push(text)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function unprefixed(attributes: Record<string, string>): Record<string, string> {
  const own: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (name.includes(':')) own[local(name)] = value
  for (const [name, value] of Object.entries(attributes)) if (!name.includes(':')) own[name] = value
  return own
}

/** An element's children of one name. */
export function childrenOf(element: XmlElement | null | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Every element of one name below a root, in document order. */
export function allBelow(root: XmlElement | null, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const pending = root === null ? [] : [root]
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.name === name) found.push(at)
    for (let index = at.children.length - 1; index >= 0; index--) {
      const child = at.children[index]
      if (child) pending.push(child)
    }
  }
  return found
}
