import { parse } from 'yaml'

/** What stands at the top of a Markdown file, as the names and plain values it gives. */
export interface FrontMatter {
  /** Names in lower case, without `_` and `-`. Only values that are text, or lists of text. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** The text below it. */
  readonly body: string
}

const MAX_CHARACTERS = 64 * 1024
const YAML_BLOCK = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u
const TOML_BLOCK = /^\+\+\+[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??\+\+\+[ \t]*(?:\r?\n|$)/u

/** Splits YAML (`---`) or TOML (`+++`) front matter from a Markdown text; a text without any is all body. */
export function splitFrontMatter(text: string): FrontMatter {
  const head = text.slice(0, MAX_CHARACTERS)
  const yaml = YAML_BLOCK.exec(head)
  const found = yaml ?? TOML_BLOCK.exec(head)
  if (!found) return { values: new Map(), body: text }
  const [whole, block = ''] = found
  const values = yaml ? (fromYaml(block) ?? fromYaml(quoted(block)) ?? fromLines(block)) : fromLines(block)
  // Two rules with prose between them are no front matter.
  if (values.size === 0 && block.trim() !== '') return { values, body: text }
  return { values, body: text.slice(whole.length) }
}

/** Quotes what YAML would not take: `title: Hamlet: a reading` is not YAML, however often it is written. */
function quoted(block: string): string {
  return block.replace(
    /^([\w-]+):[ \t]+(?!["'[{|>&*!])(.*:[ \t].*)$/gmu,
    (_, name: string, value: string) => `${name}: ${JSON.stringify(value)}`,
  )
}

/** Null when it is not YAML. */
function fromYaml(yaml: string): Map<string, string[]> | null {
  let parsed: unknown
  try {
    // A bomb of aliases throws.
    parsed = parse(yaml, { maxAliasCount: 20, prettyErrors: false, logLevel: 'error' })
  } catch {
    return null
  }
  const values = new Map<string, string[]>()
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return values
  for (const [name, value] of Object.entries(parsed)) {
    const texts = textsOf(value)
    if (texts.length > 0) values.set(key(name), texts)
  }
  return values
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((entry: unknown) => textsOf(entry))
  if (typeof value === 'object' && value !== null && 'name' in value) return textsOf(value.name)
  return []
}

function fromLines(block: string): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const line of block.split(/\r?\n/u)) {
    const [, name, value = ''] = /^([\w-]+)\s*[:=]\s*(.*?)\s*$/u.exec(line) ?? []
    const text = value.replace(/^(["'])(.*)\1$/u, '$2')
    if (name !== undefined && text !== '' && !/^[[{|>]/u.test(text)) values.set(key(name), [text])
  }
  return values
}

function key(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/gu, '')
}
