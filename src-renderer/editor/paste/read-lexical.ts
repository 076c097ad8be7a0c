import type { LexicalJson } from '../lexical-to-note'

/** The type that Lexical gives what is copied from one of its editors. */
export const LEXICAL_TYPE = 'application/x-lexical-editor'

const INLINE = new Set(['text', 'linebreak', 'link', 'autolink', 'note-tag', 'note-math', 'note-reference', 'tab'])

type Loose = Readonly<Record<string, unknown>>

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null

const TEXTS = ['text', 'url', 'tag', 'language', 'listType', 'tex', 'asset', 'alt', 'title'] as const
const NUMBERS = ['start', 'headerState'] as const

/** Any page can put this type on the clipboard, so each field is looked at. */
function readNode(value: unknown, depth: number): LexicalJson[] {
  if (!isLoose(value) || typeof value['type'] !== 'string' || depth > 100) return []
  const node: Record<string, unknown> = {}
  for (const name of TEXTS) if (typeof value[name] === 'string') node[name] = value[name]
  for (const name of NUMBERS) if (typeof value[name] === 'number') node[name] = value[name]
  const children = Array.isArray(value['children'])
    ? { children: value['children'].flatMap((child: unknown) => readNode(child, depth + 1)) }
    : {}
  const { format, checked, target } = value
  return [
    {
      ...node,
      type: value['type'],
      ...children,
      ...(typeof format === 'number' ? { format } : {}),
      ...(typeof checked === 'boolean' ? { checked } : {}),
      ...(target === undefined ? {} : { target }),
    },
  ]
}

/** What was copied from an editor, as the root of a document; null when it is not what it says. */
export function readLexicalClipboard(json: string): LexicalJson | null {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return null
  }
  if (!isLoose(data) || !Array.isArray(data['nodes'])) return null
  const blocks: LexicalJson[] = []
  let line: LexicalJson[] = []
  const endLine = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', children: line })
    line = []
  }
  for (const node of data['nodes'].flatMap((each: unknown) => readNode(each, 0))) {
    if (INLINE.has(node.type)) line.push(node)
    else {
      endLine()
      blocks.push(node)
    }
  }
  endLine()
  return { type: 'root', children: blocks }
}
