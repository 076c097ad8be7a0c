import type { Evidence } from '../retrieve/candidate'
import { measure, type Measured } from './features'
import type { Question } from '../question/question'
import { RANKING } from './weights'

/** A sentence, and how likely it is to answer, beside all the others. */
export interface Ranked extends Measured {
  /** 0 to 1; all sentences together make 1. */
  readonly odds: number
}

/** Orders the sentences of what was found by how well they answer: a log-linear model over their features. */
export function rank(question: Question, evidence: Evidence): Ranked[] {
  const measured = measure(question, evidence)
  const scores = measured.map((one) => weigh(one.features, RANKING) - lessFor(one))
  const top = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - top))
  const all = parts.reduce((total, part) => total + part, 0)
  return measured
    .map((one, at) => ({ ...one, odds: (parts[at] ?? 0) / all }))
    .sort((first, second) => second.odds - first.odds || first.passage - second.passage || first.start - second.start)
}

/** What the sets of questions hold too little of to learn from them: less is said by a caption or a heading than by a sentence. */
const OF_FRAGMENT = 1.5

/** What a stretch that is no sentence is worth less, in the logarithm of its odds. */
export function lessFor({ fragment }: Pick<Measured, 'fragment'>): number {
  return fragment ? OF_FRAGMENT : 0
}

/** The weighted sum of features. */
export function weigh<Name extends string>(
  features: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let total = 0
  for (const name in weights) total += weights[name] * features[name]
  return total
}

/** Places of the passages among the candidates, the likeliest first. */
export function passageOrder(ranked: readonly Ranked[]): number[] {
  const odds = new Map<number, number>()
  for (const { passage, odds: part } of ranked) odds.set(passage, (odds.get(passage) ?? 0) + part)
  const first = ranked[0]?.passage
  const others = [...odds].filter(([passage]) => passage !== first).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return first === undefined ? [] : [first, ...others.map(([passage]) => passage)]
}
