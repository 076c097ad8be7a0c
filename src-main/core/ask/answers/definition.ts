import type { Citation } from '@shared/contract/ask'
import type { AskStore, Reach } from '../ask-store'
import { citationOf } from '../cite/citation-of'
import { sentencesOf } from '../cite/sentences'
import { contentStems } from '../question/stop-words'
import type { Ranked } from '../rank/rank'
import { isHatnote } from '../retrieve/apparatus'
import type { Candidate } from '../retrieve/candidate'
import type { Question } from '../question/question'
import { bagOf, createLikeness, wordsOf } from '../rank/words'

/** What stands between a thing and what it is. */
const COPULA =
  /(?<![\p{L}])(?:(?:is|are|was|were)(?: (?:also )?(?:called|known as|defined as|used to))?\s+(?:an?|the|one of|any|some|used|when|what)?|means|refers? to|consists? of|ist|sind|war|waren|bezeichnet|bedeutet|est|sont|était|désigne|es|son|era|è|sono|—|–)(?![\p{L}])|是|指|とは/u
const ENOUGH = 0.6
/** The subject stands so near the beginning; UTF-16 units. */
const BEGINNING = 220

/** What a sentence says something of: all before its first `is`, if that stands near the beginning; null otherwise. */
export function beforeCopula(sentence: string): string | null {
  const copula = COPULA.exec(sentence.slice(0, BEGINNING))
  return copula === null ? null : sentence.slice(0, copula.index)
}

/** The sentence that says what something is: one with the thing before an `is`; null where none does. */
export function definingSentence(
  ranked: readonly Ranked[],
  candidates: readonly Candidate[],
  question: Question,
): Ranked | null {
  if (question.terms.length === 0) return null
  const likeness = createLikeness(question.terms)
  const strength = (one: Ranked): number => {
    const candidate = candidates[one.passage]
    if (candidate === undefined) return 0
    const sentence = candidate.text.slice(one.start, one.end)
    const before = beforeCopula(sentence)
    if (before === null) return 0
    const subject = bagOf(wordsOf(before), question.terms, likeness).match
    if (!subject.every((value) => value >= ENOUGH)) return 0
    // The nearer the thing stands to the beginning, the more is the sentence about it.
    return 1 / (1 + wordsOf(before).length - question.terms.length) + one.odds / 10
  }
  const best = ranked.reduce<{ one: Ranked; value: number } | null>((top, one) => {
    const value = strength(one)
    return value > (top?.value ?? 0.12) ? { one, value } : top
  }, null)
  return best?.one ?? null
}

/** So far from its beginning an article says what it is about. */
const LEAD = 4
/** A question for a thing or a person as such. */
const BARE = /^\s*(?:(?:what|who) (?:is|are|was|were|'s)|(?:was|wer) (?:ist|sind|war|waren)|define)\b/iu

/**
 * Where an article on just what is asked says what that is, in its first passages; null where there is none, or where more than
 * the thing itself is asked.
 */
export function leadDefinition(store: AskStore, question: Question, reach: Reach): Citation | null {
  if (!BARE.test(question.text) || question.terms.length === 0) return null
  const stems = question.terms.map(({ stem }) => stem)
  const article = store.titled(stems, reach)
  if (article === undefined) return null
  const title = contentStems(article.title.replace(/\s*\([^)]*\)$/u, ''))
  if ([...title].some((stem) => !stems.includes(stem))) return null
  const likeness = createLikeness(question.terms)
  for (const candidate of store.inOrder(store.reach({ kind: 'article', articleId: article.articleId }), LEAD)) {
    for (const range of sentencesOf(candidate.text, candidate, candidate.breaks)) {
      const sentence = candidate.text.slice(range.start, range.end)
      const before = beforeCopula(sentence)
      if (before === null || isHatnote(sentence)) continue
      const subject = bagOf(wordsOf(before), question.terms, likeness).match
      if (subject.every((value) => value >= ENOUGH)) return citationOf(candidate, range, range, 1)
    }
  }
  return null
}
