import { isBlank } from './lines'
import type { Found } from './locate-blocks'
import type { Edit, OurBlock } from './merge-blocks'

/** Blocks that go in at one place, and the blocks that come before them in reading order. */
export interface Run {
  readonly blocks: readonly OurBlock[]
  /** Keys of all blocks that come before, the nearest first. */
  readonly before: readonly string[]
  /** Keys of all blocks that come after, the nearest first. */
  readonly after: readonly string[]
}

/** New blocks in runs that follow each other in reading order. */
export function inTurn(ours: readonly OurBlock[], missing: ReadonlySet<string>): Run[] {
  const runs: Run[] = []
  const keys = ours.map(({ key }) => key)
  for (let at = 0; at < ours.length; at += 1) {
    let end = at
    while (end < ours.length && missing.has(keys[end] ?? '')) end += 1
    if (end === at) continue
    runs.push({
      blocks: ours.slice(at, end),
      before: keys
        .slice(0, at)
        .reverse()
        .filter((key) => !missing.has(key)),
      after: keys.slice(end).filter((key) => !missing.has(key)),
    })
    at = end
  }
  return runs
}

/**
 * Where new blocks go: behind the nearest block before them and what a person wrote under it, but before the next heading
 * or block.
 */
export function insertAt(
  run: Run,
  found: (key: string) => Found,
  claimed: Uint8Array,
  file: readonly string[],
  bullets: boolean,
): Edit {
  const at = placeOf(run, found, claimed, file, bullets)
  const lines = run.blocks.flatMap(({ text, tight }, index) => [
    ...(tight || bullets || (index === 0 && (at === 0 || isBlank(file[at - 1]))) ? [] : ['']),
    ...text.split('\n'),
  ])
  const first = run.blocks[0]
  const parted = bullets || first?.tight === true || at === file.length || isBlank(file[at])
  return { start: at, end: at, lines: parted ? lines : [...lines, ''] }
}

function placeOf(
  { before, after }: Run,
  found: (key: string) => Found,
  claimed: Uint8Array,
  file: readonly string[],
  bullets: boolean,
): number {
  for (const key of before) {
    const place = found(key)
    if (place.state !== 'missing') return behind(place.end, claimed, file, bullets)
  }
  for (const key of after) {
    const place = found(key)
    if (place.state !== 'missing') return place.start
  }
  let end = file.length
  while (end > 0 && isBlank(file[end - 1])) end -= 1
  return end
}

/** The end of what a person wrote under a block. */
function behind(start: number, claimed: Uint8Array, file: readonly string[], bullets: boolean): number {
  let fence: string | null = null
  let last = start
  for (let at = start; at < file.length && claimed[at] === 0; at += 1) {
    const text = file[at] ?? ''
    const mark = /^\s*(`{3,}|~{3,})/u.exec(text)?.[1]
    if (mark !== undefined) fence = fence === null ? mark : text.trim().startsWith(fence) ? null : fence
    else if (fence === null && /^(?:- )?#{1,6}(?:\s|$)|^(?:-{3,}|\*{3,}|_{3,})\s*$/u.test(text)) break
    if (!isBlank(text) || (bullets && fence !== null)) last = at + 1
  }
  return last
}
