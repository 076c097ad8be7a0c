import type { Ranked } from '../rank/rank'
import type { Range } from './sentences'

/** One to three sentences of a passage that belong together. */
export interface Cited extends Range {
  /** Place of the passage among the candidates. */
  readonly passage: number
  /** The sentence that speaks most for it. */
  readonly focus: Ranked
}

/** More is not a quotation any more; UTF-16 units. */
const LONGEST = 600
const MOST_SENTENCES = 3

/**
 * What to cite, best first: each of the best sentences with its likelier neighbours of the same paragraph, as long as it stays short. No sentence
 * is cited twice.
 */
export function cite(ranked: readonly Ranked[], most: number): Cited[] {
  const cited: Cited[] = []
  const used = new Set<Ranked>()
  for (const focus of ranked) {
    if (cited.length >= most) break
    if (used.has(focus)) continue
    const passage = ranked
      .filter((one) => one.passage === focus.passage && one.block === focus.block)
      .sort((a, b) => a.start - b.start)
    const sentences = around(passage, focus, used)
    for (const sentence of sentences) used.add(sentence)
    const { start } = sentences[0] ?? focus
    const { end } = sentences.at(-1) ?? focus
    cited.push({ start, end, passage: focus.passage, focus })
  }
  return cited
}

function around(passage: readonly Ranked[], focus: Ranked, used: ReadonlySet<Ranked>): readonly Ranked[] {
  let from = passage.indexOf(focus)
  let to = from + 1
  while (to - from < MOST_SENTENCES) {
    const before = passage[from - 1]
    const behind = passage[to]
    const first = passage[from] ?? focus
    const last = passage[to - 1] ?? focus
    const canBefore = before !== undefined && !used.has(before) && last.end - before.start <= LONGEST
    const canBehind = behind !== undefined && !used.has(behind) && behind.end - first.start <= LONGEST
    if (canBefore && (!canBehind || before.odds >= behind.odds)) from -= 1
    else if (canBehind) to += 1
    else break
  }
  return passage.slice(from, to)
}
