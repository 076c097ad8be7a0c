import type { Features } from './features'
import type { Signals } from './signals'

// Made by `npm run bench:ask -- --train`; not written by hand.

/** How much each feature says for a sentence. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  byPassage: 1.624,
  byPassageSquared: 1.458,
  byTitle: 1.441,
  hanPassage: 4.24,
  byPassageExact: 1.35,
  passageCount: -0.289,
  passageLength: -0.422,
  namesByPassage: 1.372,
  relevance: 0.85,
  rank: 0.595,
  articleShare: 1.543,
  articleBest: 1.228,
  rarestMissingInPassage: -0.281,
  covered: -0.229,
  coveredSquared: -1.084,
  hanCovered: 1.142,
  withBefore: 2.166,
  withBehind: 1.081,
  withTitle: 2.943,
  names: 0.644,
  actions: 1.311,
  pairs: -0.039,
  subsequence: 3.053,
  window: 0.096,
  exact: 1.58,
  density: 0.081,
  typeFound: 0.713,
  typeMissing: -0.752,
  typeCount: 0.186,
  length: -0.477,
  short: -3.88,
  first: -0.036,
  rarestMissing: 0.548,
  refersBack: 1.225,
}

/** How much each signal says for an answer. */
export const CONFIDENCE: Readonly<Record<keyof Signals, number>> = {
  covered: -0.905,
  byPassage: 5.223,
  byPassageSquared: -4.06,
  withTitle: 2.844,
  withNeighbours: 3.951,
  names: -0.671,
  namesByPassage: 2.178,
  rarestMissing: 0.149,
  pairs: 1.236,
  subsequence: 1.395,
  typeMissing: -0.601,
  relevance: 2.287,
  relevanceSquared: -3.45,
  unknown: 4.405,
  terms: 1.473,
  articleShare: 3.701,
  passageOdds: 1.802,
  gap: 0.36,
  byArticle: 2.842,
  missing: 0.148,
}

/** What is left when every signal is nought. */
export const CONFIDENCE_AT_NOTHING = -13.88
