import type { Features } from './features'
import type { Signals } from './signals'

// Made by `npm run bench:ask -- --train`; not written by hand.

/** How much each feature says for a sentence. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  byPassage: 2.082,
  byPassageSquared: 1.575,
  byTitle: 1.284,
  namesByPassage: 1.403,
  relevance: 1.454,
  rank: 0.844,
  articleShare: 1.624,
  articleBest: 1.316,
  rarestMissingInPassage: -0.523,
  covered: -1.001,
  withBefore: 2.154,
  withBehind: 0.854,
  withTitle: 3.036,
  names: 0.527,
  actions: 1.043,
  pairs: -0.48,
  subsequence: 3.05,
  window: 0.179,
  exact: 1.491,
  density: 0.206,
  typeFound: 0.669,
  typeMissing: -0.705,
  typeCount: 0.202,
  length: -0.347,
  short: -3.552,
  first: 0.015,
  rarestMissing: 0.359,
  refersBack: 1.574,
}

/** How much each signal says for an answer. */
export const CONFIDENCE: Readonly<Record<keyof Signals, number>> = {
  covered: -0.716,
  byPassage: 5.533,
  byPassageSquared: -4.616,
  withTitle: 2.536,
  withNeighbours: 3.527,
  names: -0.565,
  namesByPassage: 2.25,
  rarestMissing: -0.047,
  pairs: 1.253,
  subsequence: 1.438,
  typeMissing: -0.501,
  relevance: 8.29,
  relevanceSquared: -5.33,
  unknown: 4.282,
  terms: 1.772,
  articleShare: 3.668,
  passageOdds: 1.168,
  gap: 1.458,
}

/** What is left when every signal is nought. */
export const CONFIDENCE_AT_NOTHING = -13.62
