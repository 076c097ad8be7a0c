import { createMover } from '@shared/text/moving/mover'
import { anchorLikeHypothesis } from './hypothesis'
import { judge, type Verdict } from './judge'
import { makeCase, type Case, type Passage } from './make-case'
import type { Random } from './random'
import { isSamePlace } from './revisions/twins'

/** `twin`: on equal words between equal words, where the passage's own are gone. */
export type Tally = Record<Verdict | 'twin', number>

/** An answer that is not right, with what is needed to look into it. */
export interface Miss {
  readonly verdict: Verdict
  readonly before: string
  /** Where its words stand now, if they do. */
  readonly right: string | null
  readonly answer: string | null
  readonly how: string
}

export interface Result {
  readonly ours: Tally
  readonly theirs: Tally
  readonly anchors: number
  /** Milliseconds. */
  readonly oursTook: number
  readonly theirsTook: number
  readonly misses: readonly Miss[]
}

const none = (): Tally => ({ found: 0, lost: 0, wrong: 0, asked: 0, followed: 0, twin: 0 })

/** Edits articles in turn until enough highlights were moved. */
export function measure(articles: readonly string[], anchors: number, random: Random, withPeer: boolean): Result {
  const [ours, theirs] = [none(), none()]
  let [count, oursTook, theirsTook] = [0, 0, 0]
  const misses: Miss[] = []
  if (articles.length === 0) throw new Error('There are no articles to edit.')
  for (let turn = 0; count < anchors; turn += 1) {
    const one = makeCase(articles[turn % articles.length] ?? '', random, 40)
    const began = performance.now()
    const mover = createMover(one.before, one.after.text)
    const found = one.passages.map((passage) => mover.move(passage))
    oursTook += performance.now() - began
    one.passages.forEach((passage, at) => {
      const answer = found[at] ?? null
      const verdict = verdictOf(one, passage, answer?.position ?? null)
      ours[verdict] += 1
      if (verdict === 'wrong' || verdict === 'lost') misses.push(missOf(one, passage, verdict, answer))
    })
    if (withPeer) {
      const since = performance.now()
      const answers = one.passages.map((passage) => anchorLikeHypothesis(one.before, one.after.text, passage))
      theirsTook += performance.now() - since
      one.passages.forEach((passage, at) => {
        theirs[verdictOf(one, passage, answers[at] ?? null)] += 1
      })
    }
    count += one.passages.length
  }
  return { ours, theirs, anchors: count, oursTook, theirsTook, misses }
}

function verdictOf(one: Case, passage: Passage, answer: Passage | null): keyof Tally {
  const verdict = judge(one, passage, answer)
  const isTwin = verdict === 'wrong' && answer !== null && isSamePlace(one.before, passage, one.after.text, answer)
  return isTwin ? 'twin' : verdict
}

function missOf(
  { before, after }: Case,
  passage: Passage,
  verdict: Verdict,
  answer: ReturnType<ReturnType<typeof createMover>['move']>,
): Miss {
  const around = (text: string, { start, end }: Passage) => {
    const words = text.slice(start, end)
    const shown = words.length > 300 ? `${words.slice(0, 150)} … ${words.slice(-150)}` : words
    return `…${text.slice(Math.max(0, start - 60), start)}⟦${shown}⟧${text.slice(end, end + 60)}…`
  }
  const [from, to] = [after.origin.indexOf(passage.start), after.origin.indexOf(passage.end - 1) + 1]
  return {
    verdict,
    before: around(before, passage),
    right: from < 0 || to <= from ? null : around(after.text, { start: from, end: to }),
    answer: answer === null ? null : around(after.text, answer.position),
    how: answer === null ? '' : `${answer.method} ${answer.score.toFixed(2)}`,
  }
}
