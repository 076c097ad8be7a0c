import type { CslTree } from 'citeproc'
import { SaxesParser } from 'saxes'

/** The namespace of CSL 1.0. */
const CSL_NAMESPACE = 'http://purl.org/net/xbiblio/csl'
const MAX_ELEMENTS = 20_000
const MAX_DEPTH = 100

interface Open {
  readonly name: string
  readonly attrs: Record<string, string>
  readonly children: (CslTree | string)[]
  text: string
}

/**
 * Reads a style or locale, strictly: citeproc's own reader takes XML apart by patterns. What is not CSL is left out, comments too.
 * @throws Error for what is not well-formed, has a document type, or is larger or deeper than any real style
 */
export function readCslTree(xml: string): CslTree {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Open[] = []
  let root: CslTree | null = null
  let foreign = 0
  let count = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('it has a document type')
  })
  parser.on('text', (text) => {
    const last = open[open.length - 1]
    if (last !== undefined && foreign === 0) last.text += text
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++count > MAX_ELEMENTS || open.length > MAX_DEPTH) throw new Error('it is too large')
    if (foreign > 0 || uri !== CSL_NAMESPACE) {
      foreign += 1
      return
    }
    const attrs = Object.values(attributes).flatMap(({ name, prefix, value }): [string, string][] =>
      prefix === '' || name === 'xml:lang' ? [[name, value]] : [],
    )
    open.push({ name: local, attrs: Object.fromEntries(attrs), children: [], text: '' })
  })
  parser.on('closetag', () => {
    if (foreign > 0) {
      foreign -= 1
      return
    }
    const closed = open.pop()
    if (closed === undefined) return
    const { name, attrs, children, text } = closed
    const isLeaf = children.length === 0
    // A term that says nothing is one: it takes the place of the language's own.
    const isWords = name === 'term' || name === 'single' || name === 'multiple'
    const words = isLeaf && (isWords || text.trim() !== '') ? [isWords ? text : text.trim()] : children
    const element = { name, attrs, children: words }
    const parent = open[open.length - 1]
    if (parent === undefined) root = element
    else parent.children.push(element)
  })
  parser.write(xml.replace(/^\uFEFF/u, '')).close()
  if (root === null) throw new Error('it is not written in the Citation Style Language')
  return root
}

/** An element's children, without its text. */
export function elementsOf(tree: CslTree | undefined, name?: string): CslTree[] {
  return (tree?.children ?? []).flatMap((child) =>
    typeof child === 'string' || (name !== undefined && child.name !== name) ? [] : [child],
  )
}

/** The text of an element's first child of that name. */
export function textOf(tree: CslTree | undefined, name: string): string | null {
  const words = elementsOf(tree, name)[0]?.children.find((child) => typeof child === 'string')
  return words === undefined ? null : words.replace(/\s+/gu, ' ').trim()
}
