import { SaxesParser } from 'saxes'
import { type Element, type Parent, createElement, createText, parseDocument } from '../../html/html-tree'
import { preCheck } from '../../cleaning/pre-check'
import { withoutEmptyTags } from './empty-tags'
import { expandEntities } from './entities'

/** What is deeper is read as HTML is, which loses the tags there and keeps the text (pre-check.ts). */
const MAX_DEPTH = 400
const MAX_ELEMENTS = 600_000

const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.idpf.org/2007/ops': 'epub:',
  'http://www.w3.org/1999/xlink': 'xlink:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
}
const XHTML = 'http://www.w3.org/1999/xhtml'

/**
 * Parses a document that should be XHTML or SVG: as XML when it is that, so that namespaces, CDATA and empty elements mean what
 * they say, and else as browsers read HTML. Elements have no prefix and attributes their usual one: `epub:type`, `xlink:href`.
 * @param name what to call the document in a message
 * @throws LecternError too-large
 */
export function parseXhtml(text: string, name: string): Parent {
  return (
    fromXml(expandEntities(text)) ?? parseDocument(preCheck(withoutEmptyTags(text), name), { scriptingEnabled: false })
  )
}

/** Null when it is not well-formed, or larger or deeper than any real document. */
function fromXml(text: string): Element | null {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const root = createElement('div')
  const open: Element[] = [root]
  let count = 0
  const add = (child: Element | ReturnType<typeof createText>) => {
    const parent = open[open.length - 1]
    if (!parent) return
    child.parentNode = parent
    parent.childNodes.push(child)
  }
  const addText = (value: string) => {
    if (open.length > 1 && value !== '') add(createText(value))
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('opentag', ({ local, uri, attributes }) => {
    // Stopped at once: to look up a prefix, the parser goes through all that is open.
    if (++count > MAX_ELEMENTS || open.length > MAX_DEPTH) throw new RangeError('too large')
    const element = createElement(uri === XHTML || uri === '' ? local.toLowerCase() : local)
    for (const { local: attribute, uri: space, value } of Object.values(attributes)) {
      if (space === 'http://www.w3.org/2000/xmlns/') continue
      element.attrs.push({ name: `${PREFIXES[space] ?? ''}${attribute}`, value })
    }
    add(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  return root.childNodes.length === 0 ? null : root
}
