import { createMover, type Mover } from '@shared/text/moving/mover'
import { passagesOf, printed, setText, traceable, type Paper } from '../adversary/document'
import { judge, type Verdict } from '../judge'
import type { Case, Passage } from '../make-case'
import { createRandom } from '../random'
import { writeArticle, writeOther } from './article'
import { REVISION_CLASSES, REVISIONS, type RevisionClass } from './classes'
import { blocksOf } from './paper-state'
import { isTwin } from './twins'

/** As judged, or on the same words in the same surroundings as at first, which nobody could tell from its own. */
export type ChainVerdict = Verdict | 'twin'

/** A highlight after one revision, against what is known to have happened to its words since the first. */
export interface Step {
  readonly generation: number
  readonly verdict: ChainVerdict
  readonly passage: Passage
  readonly answer: Passage | null
  readonly case: Case
  /** The text that the highlight stood in before, and where. */
  readonly from: string
  readonly at: Passage
}

/** Of a text that stands twice nobody could say which copy was edited, and what is edited of another article is nobody's. */
const ALONE: ReadonlySet<RevisionClass> = new Set<RevisionClass>(['text twice', 'another article'])
const TOGETHER = REVISION_CLASSES.filter((name) => !ALONE.has(name))

const GENERATIONS = 5
const HIGHLIGHTS = 30

/**
 * Revises an article several times, and moves each highlight each time from where it stood last, as a library does: an orphan waits in
 * the last text that had it.
 * @param name what every second revision does at the least
 */
export function traceChain(prose: readonly string[], name: RevisionClass, seed: number): Step[] {
  const random = createRandom(seed)
  const known = prose.slice(0, (prose.length * 2) / 3)
  const other = prose.slice(known.length).filter((sentence) => !known.includes(sentence))
  const blocks = writeArticle(known, random)
  const before = setText(blocks)
  const paper = traceable(blocks)
  const passages = passagesOf(before, paper, random, HIGHLIGHTS)
  const places = passages.map((at) => ({ text: before, at }))
  const steps: Step[] = []
  let revert: (() => void) | null = null
  for (let generation = 1; generation <= GENERATIONS; generation += 1) {
    if (revert !== null) {
      revert()
      revert = null
    } else revert = revise(paper, name, other, random.below(1e9))
    const after = printed(paper)
    const one: Case = { before, after, turned: new Set(paper.turned), passages }
    const movers = new Map<string, Mover>()
    passages.forEach((passage, index) => {
      const place = places[index]
      if (place === undefined) return
      const mover = movers.get(place.text) ?? createMover(place.text, after.text)
      movers.set(place.text, mover)
      const answer = mover.move(place.at, before.slice(passage.start, passage.end))?.position ?? null
      const judged = judge(one, passage, answer)
      const verdict =
        judged === 'wrong' &&
        answer !== null &&
        (isTwin(one, before, passage, answer, passage.start) ||
          isTwin(one, place.text, place.at, answer, passage.start))
          ? 'twin'
          : judged
      steps.push({ generation, verdict, passage, answer, case: one, from: place.text, at: place.at })
      if (answer !== null) places[index] = { text: after.text, at: answer }
    })
  }
  return steps
}

function revise(paper: Paper, name: RevisionClass, prose: readonly string[], seed: number): (() => void) | null {
  const random = createRandom(seed)
  let revert: (() => void) | null = null
  const more = ALONE.has(name) ? [] : Array.from({ length: random.below(3) }, () => random.pick(TOGETHER))
  for (const each of [name, ...more]) {
    if (paper.blocks.length < 3) break
    const undo = REVISIONS[each](paper, random, () => blocksOf(writeOther(prose, random)))
    revert ??= undo ?? null
  }
  return revert
}
