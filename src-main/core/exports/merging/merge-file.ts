import { readFront, type FrontEntry, type FrontSyntax } from './front-entries'
import { fromLines, lineEnd, toLines, type Line } from './lines'
import {
  mergeBlocks,
  type BaseBlock,
  type BlockOutcome,
  type Edit,
  type MergeMarks,
  type OurBlock,
} from './merge-blocks'
import { mergeFront, type OurProperty } from './merge-front'

/** A merge is looked over at most so often. */
const MOST_ROUNDS = 4

/** A file as Lectern would write it anew. */
export interface OurFile {
  readonly front: readonly OurProperty[]
  readonly blocks: readonly OurBlock[]
}

/** What was exported last. */
export interface BaseFile {
  readonly front: readonly OurProperty[]
  readonly blocks: readonly BaseBlock[]
}

export interface MergeFormat {
  readonly syntax: FrontSyntax
  readonly marks: MergeMarks
  /** Whether blocks that a person took out are put in again. */
  readonly restore?: boolean
}

export interface MergedFile {
  readonly text: string
  readonly base: BaseFile
  readonly blocks: readonly { readonly key: string; readonly outcome: BlockOutcome }[]
  /** Names of properties that changed in the file. */
  readonly properties: readonly string[]
}

/** The whole file for something that has none yet. */
export function newFile(ours: OurFile, format: MergeFormat): MergedFile {
  const front = ours.front.map(({ text }) => `${text}\n`).join('')
  const open = format.syntax === 'yaml' ? `---\n${front}---\n` : front
  const body = ours.blocks.map(({ text, tight }, at) => (at === 0 || tight ? text : `\n${text}`)).join('\n')
  return {
    text: `${open}${body === '' ? '' : `\n${body}\n`}`,
    base: { front: ours.front, blocks: ours.blocks.map((block) => ({ ...block, offered: null })) },
    blocks: ours.blocks.map(({ key }) => ({ key, outcome: 'added' })),
    properties: ours.front.map(({ key }) => key),
  }
}

/**
 * Brings an exported file up to what Lectern has now, and changes nothing else in it: not a byte of what a person wrote, nor
 * of line ends, byte order mark or white space around it.
 * @param base what was exported last; null when that is not known
 */
export function mergeFile(base: BaseFile | null, ours: OurFile, text: string, format: MergeFormat): MergedFile {
  const first = mergeOnce(base, ours, text, format)
  let result = first
  // In a file that was thrown about, what one merge has put right can show the next one more.
  for (let round = 0; round < MOST_ROUNDS && (round === 0 ? first.text !== text : true); round += 1) {
    const next = mergeOnce(result.base, ours, result.text, format)
    if (next.text === result.text) return { ...result, base: next.base }
    result = {
      ...next,
      blocks: [...result.blocks.filter(({ key }) => !next.blocks.some((one) => one.key === key)), ...next.blocks],
      properties: [...new Set([...result.properties, ...next.properties])],
    }
  }
  return result
}

function mergeOnce(base: BaseFile | null, ours: OurFile, text: string, format: MergeFormat): MergedFile {
  const parts = readFront(text, format.syntax)
  const end = lineEnd(toLines(text))
  const front = parts === null ? null : mergeFront(base?.front ?? [], ours.front, parts.entries, format.syntax, end)
  const body = toLines(parts?.body ?? text)
  const merged = mergeBlocks(
    base?.blocks ?? null,
    ours.blocks,
    body.map((line) => line.text),
    format.marks,
    format.restore ?? false,
  )
  return {
    text: `${parts?.open ?? ''}${textOf(front?.entries ?? [])}${parts?.close ?? ''}${fromLines(applied(body, merged.edits, end))}`,
    base: { front: front?.base ?? base?.front ?? ours.front, blocks: merged.base },
    blocks: merged.outcomes,
    properties: front?.changed ?? [],
  }
}

function textOf(entries: readonly FrontEntry[]): string {
  return fromLines(entries.flatMap(({ lines }) => lines))
}

/** Lines with the edits made. A file without a last line end keeps none, unless something is put behind its last line. */
function applied(lines: readonly Line[], edits: readonly Edit[], end: '\n' | '\r\n'): Line[] {
  const result: Line[] = []
  const open = lines.at(-1)?.end === ''
  let at = 0
  for (const edit of edits) {
    if (edit.start > at) result.push(...lines.slice(at, edit.start))
    result.push(...edit.lines.map((text) => ({ text, end })))
    at = Math.max(at, edit.end)
  }
  result.push(...lines.slice(at))
  return result.map((line, index) => {
    if (index < result.length - 1) return line.end === '' ? { ...line, end } : line
    return open ? { ...line, end: '' } : line
  })
}
