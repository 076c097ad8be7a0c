import type { Evidence } from '../retrieve/candidate'
import { dot, sum } from './likeness'
import type { Question } from '../question/question'
import { weigh, type Ranked } from './rank'
import { CONFIDENCE, CONFIDENCE_AT_NOTHING } from './weights'

/** What tells whether the best sentence answers at all. Shares as in `Features`. */
export interface Signals {
  readonly covered: number
  readonly byPassage: number
  readonly byPassageSquared: number
  readonly withTitle: number
  readonly withNeighbours: number
  readonly names: number
  readonly namesByPassage: number
  readonly rarestMissing: number
  readonly pairs: number
  readonly subsequence: number
  readonly typeMissing: number
  /** BM25 of the passage as a share of the most that the question's terms could reach. */
  readonly relevance: number
  readonly relevanceSquared: number
  /** Share of the question that no passage of the library holds. */
  readonly unknown: number
  /** Logarithm of the number of terms. */
  readonly terms: number
  readonly articleShare: number
  /** Belief in the passage, and how much better than the next it covers the question. */
  readonly passageOdds: number
  readonly gap: number
  /** Share of the question that its article holds, anywhere. */
  readonly byArticle: number
  /** Weight of the rarest name that the passage lacks, and share of the names that the library lacks. */
  readonly missingName: number
  readonly unknownNames: number
  /** Whether anything is named. */
  readonly hasNames: number
  readonly secondMissing: number
  readonly passagePairs: number
  readonly actionsByPassage: number
  readonly withBoth: number
  readonly typeNear: number
  /** Weight of the rarest term. */
  readonly rarest: number
  /** What the best passage and the sentence lack, in the weight of the question's terms. */
  readonly missing: number
}

/** The weight of a rare word in a large library. */
const TELLING = 10
/** BM25 gives a term at most its weight times this (k1 + 1, with SQLite's k1 of 1.2). */
const MOST_PER_TERM = 2.2

/** The signals of a ranking; null when nothing was found. */
export function signalsOf(question: Question, evidence: Evidence, ranked: readonly Ranked[]): Signals | null {
  const [top] = ranked
  const candidate = top === undefined ? undefined : evidence.candidates[top.passage]
  if (top === undefined || candidate === undefined) return null
  const { features } = top
  const total = sum(evidence.weights) || 1
  const unknown = sum(evidence.weights.filter((_, at) => evidence.known[at] !== true)) / total
  const next = ranked.find(({ passage }) => passage !== top.passage)?.features.byPassage ?? 0
  const relevance = candidate.relevance / (total * MOST_PER_TERM)
  return {
    covered: features.covered,
    byPassage: features.byPassage,
    byPassageSquared: features.byPassageSquared,
    withTitle: features.withTitle,
    withNeighbours: Math.max(features.withBefore, features.withBehind, features.withTitle),
    names: features.names,
    namesByPassage: features.namesByPassage,
    rarestMissing: features.rarestMissingInPassage,
    pairs: features.pairs,
    subsequence: features.subsequence,
    typeMissing: features.typeMissing,
    relevance,
    relevanceSquared: relevance ** 2,
    unknown,
    terms: Math.log(1 + question.terms.length),
    articleShare: features.articleShare,
    passageOdds: sum(ranked.filter(({ passage }) => passage === top.passage).map(({ odds }) => odds)),
    gap: features.byPassage - next,
    byArticle: dot(evidence.inArticle(candidate.articleId).map(Number), evidence.weights) / total,
    ...namesOf(question, evidence, features.namesByPassage),
    secondMissing: features.secondMissingInPassage,
    passagePairs: features.passagePairs,
    actionsByPassage: features.actionsByPassage,
    withBoth: features.withBoth,
    typeNear: features.typeNear,
    rarest: Math.max(0, ...evidence.weights) / TELLING,
    missing: ((1 - features.byPassage) * total) / TELLING,
  }
}

function namesOf({ terms }: Question, { weights, known }: Evidence, byPassage: number) {
  const names = weights.flatMap((weight, at) =>
    terms[at]?.name === true ? [{ weight, known: known[at] === true }] : [],
  )
  const all = sum(names.map(({ weight }) => weight))
  return {
    missingName: ((1 - byPassage) * all) / TELLING,
    unknownNames: all === 0 ? 0 : sum(names.map((one) => (one.known ? 0 : one.weight))) / all,
    hasNames: Number(names.length > 0),
  }
}

/** How sure one may be that the best sentence answers, 0 to 1: a logistic model over the signals. */
export function confidenceOf(signals: Signals | null): number {
  if (signals === null) return 0
  return 1 / (1 + Math.exp(-(CONFIDENCE_AT_NOTHING + weigh({ ...signals }, CONFIDENCE))))
}
