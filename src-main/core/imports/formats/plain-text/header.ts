import type { TextBlock } from './blocks'

/** What a text says of itself above its first paragraph. */
export interface TextHeader {
  readonly title: string | null
  readonly byline: string | null
  readonly date: string | null
  /** Blocks that said nothing else. */
  readonly used: ReadonlySet<TextBlock>
}

const FIELDS = /^(title|subject|author|by|date|from|published|source|url|language|release date)\s*:\s+(\S.*)$/iu
const BYLINE = /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Dd]oor)\s+(?=\p{Lu})([^.!?]{2,80})$/u
const LOOK_AT = 20

/**
 * Finds `Title:` and `Author:` lines (as in Project Gutenberg's books) and a line such as `By Jane Doe` under the title.
 */
export function headerOf(blocks: readonly TextBlock[]): TextHeader {
  const fields = new Map<string, string>()
  const used = new Set<TextBlock>()
  let byline: string | null = null
  for (const [at, block] of blocks.slice(0, LOOK_AT).entries()) {
    const found = block.lines.flatMap((line) => {
      const [, name, value] = FIELDS.exec(line.trim()) ?? []
      return name === undefined || value === undefined ? [] : [{ name: name.toLowerCase(), value }]
    })
    if (found.length === block.lines.length && (found.length > 1 || found[0]?.name === 'title')) used.add(block)
    for (const { name, value } of found) if (!fields.has(name)) fields.set(name, value)
    const by = at > 0 && at < 4 && block.lines.length === 1 ? BYLINE.exec(block.lines[0]?.trim() ?? '') : null
    if (by !== null && byline === null) {
      byline = by[1] ?? null
      used.add(block)
    }
  }
  const title = fields.get('title') ?? null
  return {
    title,
    byline: byline ?? (title === null ? null : (fields.get('author') ?? null)),
    date: title === null ? null : (fields.get('date') ?? fields.get('published') ?? null),
    used,
  }
}
