import type { Evidence } from '../retrieve/candidate'
import { dot, sum } from './likeness'
import type { AnswerType, Question } from '../question/question'
import { weigh, type Ranked } from './rank'
import { CONFIDENCE, CONFIDENCE_AT_NOTHING } from './weights'

/** What tells whether the best sentence answers at all. Shares as in `Features`; weights of terms are in tenths. */
export interface Signals {
  readonly byPassage: number
  readonly withNeighbours: number
  readonly byTitle: number
  readonly beyondTitle: number
  readonly beyondTitleByPassage: number
  readonly namesByPassage: number
  readonly actionsByPassage: number
  /** Share of the question that its article holds, anywhere. */
  readonly byArticle: number
  /** What the sentence holds of the question, by its length. */
  readonly density: number
  readonly phrases: number
  readonly typeMissing: number
  /** What the rarest term lacks in the passage, and how much it weighs. */
  readonly rarestMissing: number
  readonly rarest: number
  /** Weight of what the passage lacks. */
  readonly missing: number
  /** Weight of the rarest term that no passage of the library holds. */
  readonly rarestUnknown: number
  /** Share of the names that the library lacks, and whether anything is named. */
  readonly unknownNames: number
  readonly hasNames: number
  /** Logarithm of the number of terms. */
  readonly terms: number
  /** Share of its article in the relevance of all that was found, alone and with what the passage holds. */
  readonly articleShare: number
  readonly coveredInArticle: number
  /** Belief in the passage, how much better than the next one it covers the question, and how much likelier its best sentence is. */
  readonly passageOdds: number
  readonly gap: number
  readonly likelier: number
}

/** The weight of a rare word in a large library. */
const TELLING = 10
/** Logarithm of how many times likelier than any other passage one can be taken for, and for one that stands alone. */
const MOST_LIKELIER = 10
const LIKELIER_ALONE = 5

/** The signals of a ranking; null when nothing was found. */
export function signalsOf(question: Question, evidence: Evidence, ranked: readonly Ranked[]): Signals | null {
  const [top] = ranked
  const candidate = top === undefined ? undefined : evidence.candidates[top.passage]
  if (top === undefined || candidate === undefined) return null
  const { features } = top
  const { weights, known } = evidence
  const total = sum(weights) || 1
  const unknown = weights.filter((_, at) => known[at] !== true)
  const next = ranked.find(({ passage }) => passage !== top.passage)
  return {
    byPassage: features.byPassage,
    withNeighbours: Math.max(features.withBefore, features.withBehind, features.withTitle),
    byTitle: features.byTitle,
    beyondTitle: features.beyondTitle,
    beyondTitleByPassage: features.beyondTitleByPassage,
    namesByPassage: features.namesByPassage,
    actionsByPassage: features.actionsByPassage,
    byArticle: dot(evidence.inArticle(candidate.articleId).map(Number), weights) / total,
    density: features.density,
    phrases: features.phrases,
    typeMissing: features.typeMissing,
    rarestMissing: features.rarestMissingInPassage,
    rarest: Math.max(0, ...weights) / TELLING,
    missing: ((1 - features.byPassage) * total) / TELLING,
    rarestUnknown: Math.max(0, ...unknown) / TELLING,
    ...namesOf(question, evidence),
    terms: Math.log(1 + question.terms.length),
    articleShare: features.articleShare,
    coveredInArticle: features.byPassage * features.articleShare,
    passageOdds: sum(ranked.filter(({ passage }) => passage === top.passage).map(({ odds }) => odds)),
    gap: features.byPassage - (next?.features.byPassage ?? 0),
    likelier: next === undefined ? LIKELIER_ALONE : Math.min(MOST_LIKELIER, Math.log(top.odds / next.odds)),
  }
}

function namesOf({ terms }: Question, { weights, known }: Evidence) {
  const names = weights.flatMap((weight, at) =>
    terms[at]?.name === true ? [{ weight, known: known[at] === true }] : [],
  )
  const all = sum(names.map(({ weight }) => weight))
  return {
    unknownNames: all === 0 ? 0 : sum(names.map((one) => (one.known ? 0 : one.weight))) / all,
    hasNames: Number(names.length > 0),
  }
}

const TITLE_SAYS = 0.3
const HARDLY = 0.15

/** Whether the best passage has to do with a question by its title alone, and holds next to nothing of what is asked about that. */
export function isOnlyTitle({ features }: Ranked): boolean {
  return features.byTitle >= TITLE_SAYS && features.beyondTitleByPassage < HARDLY
}

/** How sure one may be that the best sentence answers, 0 to 1: a logistic model over the signals. */
export function confidenceOf(signals: Signals | null): number {
  if (signals === null) return 0
  return 1 / (1 + Math.exp(-(CONFIDENCE_AT_NOTHING + weigh({ ...signals }, CONFIDENCE))))
}

/** Kinds of things that a text which has none of them cannot answer with. */
const KINDS: ReadonlySet<AnswerType> = new Set(['person', 'number', 'place'])

/**
 * Whether somebody, a number or a place is asked for, and nothing of the kind stands in the paragraph of the best sentence; or nothing is
 * asked beyond what a title says ("Why is New Zealand called New Zealand?") and the sentence has nothing of the kind.
 */
export function lacksKind({ type }: Question, ranked: readonly Ranked[]): boolean {
  const [top] = ranked
  if (top === undefined || top.features.typeMissing === 0) return false
  if (top.features.byTitle === 1) return true
  return (
    KINDS.has(type) &&
    ranked.every(
      ({ passage, block, features }) => passage !== top.passage || block !== top.block || features.typeFound === 0,
    )
  )
}
