import { SaxesParser } from 'saxes'
import { MAX_DEPTH, MAX_VALUES, type PlistValue } from './plist'

interface Open {
  readonly isDictionary: boolean
  readonly values: PlistValue[]
  readonly names: string[]
}

/** Reads a property list in XML. Null when it is none, or has more values than any web archive. */
export function readXmlPlist(xml: string): PlistValue {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const top: Open = { isDictionary: false, values: [], names: [] }
  const open = [top]
  let words: string[] = []
  let count = 0
  parser.on('error', () => undefined)
  parser.on('text', (piece) => words.push(piece))
  parser.on('cdata', (piece) => words.push(piece))
  parser.on('opentag', ({ name }) => {
    words = []
    if (++count > MAX_VALUES || open.length > MAX_DEPTH) throw new RangeError('too large')
    if (name === 'dict' || name === 'array') open.push({ isDictionary: name === 'dict', values: [], names: [] })
  })
  parser.on('closetag', ({ name }) => {
    const current = open[open.length - 1]
    if (!current || name === 'plist') return
    const content = words.join('')
    words = []
    if (name === 'key') return void current.names.push(content)
    if (name !== 'dict' && name !== 'array') return void current.values.push(valueOf(name, content))
    open.pop()
    const { isDictionary, names, values } = current
    const value = isDictionary ? new Map(names.map((key, at) => [key, values[at] ?? null])) : values
    open[open.length - 1]?.values.push(value)
  })
  try {
    parser.write(xml).close()
  } catch {
    return null
  }
  return top.values[0] ?? null
}

function valueOf(name: string, content: string): PlistValue {
  switch (name) {
    case 'string':
      return content
    case 'data':
      return new Uint8Array(Buffer.from(content, 'base64'))
    case 'integer':
    case 'real':
      return Number(content)
    case 'true':
    case 'false':
      return name === 'true'
    default:
      return null
  }
}
