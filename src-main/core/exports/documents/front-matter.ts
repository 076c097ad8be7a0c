import { parse } from 'yaml'
import type { Flavour } from '../flavours/flavour'
import { isEmpty, readFront } from '../merging/front-entries'
import type { OurProperty } from '../merging/merge-front'

/** The property that says which document a file is of. */
export const ID_KEY = 'lectern-id'

/**
 * Properties from a rendered template, the document's id before all; a line without a value is left out.
 * @throws Error when the template made something that is no front matter
 */
export function frontMatter(id: string, rendered: string, { syntax }: Flavour): OurProperty[] {
  const between = syntax === 'yaml' ? ':' : '::'
  const text = `${ID_KEY}${between} ${id}\n${rendered.trim()}\n`
  const parts = readFront(syntax === 'yaml' ? `---\n${text}---\n` : text, syntax)
  if (parts === null) throw new Error('The front matter is not made of `key: value` lines.')
  return parts.entries.flatMap(({ key, lines }) => {
    const said = lines
      .map((line) => line.text.trimEnd())
      .join('\n')
      .trimEnd()
    return key === null || isEmpty(said, syntax) ? [] : [{ key, text: said }]
  })
}

const BLOCK = /^\ufeff?---[ \t]*\r?\n(?<yaml>(?:[\s\S]*?\n)??)---[ \t]*(?:\r?\n|$)/u
const PROPERTY = /^\ufeff?(?:[^\s:#-][^\s:]*:: ?.*\r?\n)*?lectern-id:: ?(?<id>\S+)\s*$/mu

/** The document that a file says it was exported from; null for any other file. */
export function lecternIdOf(text: string): string | null {
  const yaml = BLOCK.exec(text)?.groups?.['yaml']
  if (yaml === undefined) return PROPERTY.exec(text.slice(0, 64 * 1024))?.groups?.['id'] ?? null
  if (!yaml.includes(ID_KEY)) return null
  const plain = /^lectern-id:[ \t]*["']?(?<id>[0-9a-f-]{36})["']?[ \t]*\r?$/mu.exec(yaml)?.groups?.['id']
  if (plain !== undefined) return plain
  try {
    const fields: unknown = parse(yaml, { maxAliasCount: 0 })
    if (typeof fields !== 'object' || fields === null || !(ID_KEY in fields)) return null
    return typeof fields[ID_KEY] === 'string' ? fields[ID_KEY] : null
  } catch {
    return null
  }
}
