import { isMap, isScalar, parse, parseDocument } from 'yaml'
import type { Line } from './lines'
import { toLines } from './lines'

/** How a file says its properties: YAML between `---` lines, or Logseq's `key:: value` lines. */
export type FrontSyntax = 'yaml' | 'properties'

/** One property of a file's front matter, or the lines that are none, such as comments. */
export interface FrontEntry {
  /** Null for what is no property. */
  readonly key: string | null
  readonly lines: readonly Line[]
}

/** A file cut into its front matter and the rest. */
export interface FrontParts {
  /** What comes before the properties: a byte order mark, `---`. */
  readonly open: string
  readonly entries: readonly FrontEntry[]
  /** What ends the front matter: `---`. */
  readonly close: string
  readonly body: string
}

const YAML = /^(?<open>\ufeff?---[ \t]*\r?\n)(?<yaml>(?:[\s\S]*?\n)??)(?<close>---[ \t]*(?:\r?\n|$))/u
const YAML_KEY =
  /^(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^']|'')*)'|(?<plain>[^\s#&*!|>'"%@`,[\]{}?-][^#:]*?|-[^\s:]+))\s*:(?:\s|$)/u
const PROPERTY = /^(?<key>[^\s:#-][^\s:]*):: ?(?<value>.*)$/u

/** Takes a file apart; null when it has no front matter, or one that cannot be read with certainty. */
export function readFront(text: string, syntax: FrontSyntax): FrontParts | null {
  return syntax === 'yaml' ? readYaml(text) : readProperties(text)
}

function readYaml(text: string): FrontParts | null {
  const match = YAML.exec(text)
  const { open, yaml, close } = match?.groups ?? {}
  if (match === null || open === undefined || yaml === undefined || close === undefined) return null
  const entries: { key: string | null; lines: Line[] }[] = []
  for (const line of toLines(yaml)) {
    const key = keyOf(line.text)
    const last = entries.at(-1)
    const isComment = line.text.startsWith('#')
    if (key !== null || isComment || last === undefined) entries.push({ key, lines: [line] })
    else if (last.key !== null || !isComment) last.lines.push(line)
  }
  const keys = entries.flatMap(({ key }) => key ?? [])
  const known = keysOf(yaml)
  // The lines must say what a YAML parser says: otherwise something here is not understood, and is left alone.
  if (known === null || known.length !== keys.length || known.some((key, at) => key !== keys[at])) return null
  return { open, entries, close, body: text.slice(match[0].length) }
}

function keyOf(line: string): string | null {
  const { double, single, plain } = YAML_KEY.exec(line)?.groups ?? {}
  if (double !== undefined) return scalarOf(`"${double}"`)
  if (single !== undefined) return single.replaceAll("''", "'")
  return plain ?? null
}

function scalarOf(yaml: string): string | null {
  const value: unknown = parseYaml(yaml)
  return typeof value === 'string' ? value : null
}

/** A scalar in one line that every reader of YAML takes for one: plain, or in double quotes. */
const WORDS = String.raw`(?:[\p{L}\p{N}](?:[^\s:]| (?=[^\s:#])|:(?=[^\s:]))*|"[^"\\]*")`
/** A key with such a scalar or none, or an item of a list of them. */
const SIMPLE = new RegExp(String.raw`^(?:(?<key>[A-Za-z][\w-]*):(?: (?<value>${WORDS})?)?|  - ${WORDS})$`, 'u')

/** The keys of a front matter of simple lines, none twice; null for any other, which takes a parser. */
function simpleKeys(yaml: string): string[] | null {
  const keys: string[] = []
  let open = false
  for (const line of yaml.split(/\r?\n/u)) {
    if (line === '') continue
    const { key, value } = SIMPLE.exec(line)?.groups ?? {}
    if (key === undefined ? !open || !SIMPLE.test(line) : keys.includes(key)) return null
    if (key === undefined) continue
    keys.push(key)
    open = value === undefined
  }
  return keys
}

function keysOf(yaml: string): string[] | null {
  const simple = simpleKeys(yaml)
  if (simple !== null) return simple
  const document = parseDocument(yaml, { uniqueKeys: true })
  if (document.errors.length > 0) return null
  if (document.contents === null) return []
  if (!isMap(document.contents)) return null
  const keys = document.contents.items.map(({ key }) => (isScalar(key) ? (key.source ?? String(key.value)) : null))
  return keys.flatMap((key) => key ?? []).length === keys.length ? keys.flatMap((key) => key ?? []) : null
}

function readProperties(text: string): FrontParts | null {
  const open = text.startsWith('\ufeff') ? '\ufeff' : ''
  const lines = toLines(text.slice(open.length))
  const entries: FrontEntry[] = []
  for (const line of lines) {
    const key = PROPERTY.exec(line.text)?.groups?.['key']
    if (key === undefined) break
    entries.push({ key, lines: [line] })
  }
  if (entries.length === 0) return null
  const length = entries
    .flatMap((entry) => entry.lines)
    .reduce((sum, { text: said, end }) => sum + said.length + end.length, 0)
  return { open, entries, close: '', body: text.slice(open.length + length) }
}

/** What a property's lines say, as something that can be compared; undefined when that cannot be read. */
export function valueOf(text: string, syntax: FrontSyntax): unknown {
  if (syntax === 'properties') return PROPERTY.exec(text)?.groups?.['value']?.trim() ?? text
  const value: unknown = parseYaml(text)
  if (typeof value !== 'object' || value === null) return undefined
  return Object.values(value)[0]
}

/** Whether a property has no value. */
export function isEmpty(text: string, syntax: FrontSyntax): boolean {
  const simple = syntax === 'yaml' ? SIMPLE.exec(text)?.groups : undefined
  if (simple?.['key'] !== undefined) return /^(?:null|"")?$/iu.test(simple['value'] ?? '')
  const value = valueOf(text, syntax)
  return value === null || value === undefined || value === '' || (syntax === 'properties' && value === text)
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 })
  } catch {
    return undefined
  }
}
