import type { Ranked } from '../rank/rank'
import type { Candidate } from '../retrieve/candidate'
import type { Question } from '../question/question'
import { bagOf, createLikeness, wordsOf } from '../rank/words'

/** What stands between a thing and what it is. */
const COPULA =
  /(?<![\p{L}])(?:(?:is|are|was|were)(?: (?:also )?(?:called|known as|defined as|used to))?\s+(?:an?|the|one of|any|some|used|when|what)?|means|refers? to|consists? of|ist|sind|war|waren|bezeichnet|bedeutet|est|sont|était|désigne|es|son|era|è|sono|—|–)(?![\p{L}])|是|指|とは/u
const ENOUGH = 0.6
/** The subject stands so near the beginning; UTF-16 units. */
const BEGINNING = 220

/** Puts the sentence first that says what something is: one with the thing before an `is`. */
export function definitionFirst(
  ranked: readonly Ranked[],
  candidates: readonly Candidate[],
  question: Question,
): readonly Ranked[] {
  if (question.terms.length === 0) return ranked
  const likeness = createLikeness(question.terms)
  const strength = (one: Ranked): number => {
    const candidate = candidates[one.passage]
    if (candidate === undefined) return 0
    const sentence = candidate.text.slice(one.start, one.end)
    const copula = COPULA.exec(sentence.slice(0, BEGINNING))
    if (copula === null) return 0
    const subject = bagOf(wordsOf(sentence.slice(0, copula.index)), question.terms, likeness).match
    if (!subject.every((value) => value >= ENOUGH)) return 0
    // The nearer the thing stands to the beginning, the more is the sentence about it.
    return 1 / (1 + wordsOf(sentence.slice(0, copula.index)).length - question.terms.length) + one.odds / 10
  }
  const best = ranked.reduce<{ one: Ranked; value: number } | null>((top, one) => {
    const value = strength(one)
    return value > (top?.value ?? 0.12) ? { one, value } : top
  }, null)
  return best === null ? ranked : [best.one, ...ranked.filter((one) => one !== best.one)]
}
