import { tokenise } from '../../text/fold'
import type { Measured } from '../rank/features'
import type { Question } from '../question/question'
import { bagOf, createLikeness, wordsOf } from '../rank/words'

const NEGATION =
  /(?<![\p{L}])(?:not|never|no|none|nor|neither|without|cannot|nobody|nothing|false(?:ly)?|myth|denied|denies|rejected|refused|failed|nicht|nie|niemals|kein\p{L}*|ohne|pas|jamais|sans|aucune?|nunca|sin|ning\p{L}+|non|mai|senza|не|нет|никогда|без|لا|لم|ليس|لن)(?![\p{L}])|\p{L}n['’]t\b|[不没未無非]|ない|ません/giu
/** Words that say that somebody says so, or that it may be so. */
const HEDGE =
  /\b(?:alleged(?:ly)?|claim(?:s|ed)?|suppos\p{L}+|reported(?:ly)?|might|may|could|possibly|perhaps|probably|believed|rumou?r\p{L}*|disputed|controvers\p{L}+|sometimes|some|partly|unclear|uncertain|unknown|angeblich|vielleicht|möglicherweise|soll(?:en)?|peut-être|quizás|forse|возможно|可能)\b/iu
/** So many words between a negation and what it negates. */
const NEAR = 6
const ENOUGH = 0.6

/**
 * Whether a sentence says what a yes-no question asks or denies it; null where that cannot be told: where the sentence does not
 * hold every word of the question, hedges, or negates something that stands apart from them.
 */
export function polarityOf(
  sentence: string,
  title: string,
  question: Question,
  { features }: Pick<Measured, 'features'>,
): 'says-so' | 'denies' | null {
  if (HEDGE.test(sentence) || question.terms.length < 2) return null
  const likeness = createLikeness(question.terms)
  const words = wordsOf(sentence)
  const inSentence = bagOf(words, question.terms, likeness)
  const inTitle = bagOf(wordsOf(title), question.terms, likeness)
  const complete = question.terms.every(
    (_, at) => Math.max(inSentence.match[at] ?? 0, inTitle.match[at] ?? 0) >= ENOUGH,
  )
  if (!complete || features.covered < 0.5) return null
  const tokens = tokenise(sentence)
  const matched = inSentence.at.filter((place) => place >= 0)
  const negations = [...sentence.matchAll(NEGATION)].map(({ index }) => tokens.findIndex(({ end }) => end > index))
  const near = negations.filter((place) => matched.some((one) => one >= place && one - place <= NEAR))
  if (negations.length > 1 || near.length !== negations.length) return null
  const asked = [...question.text.matchAll(NEGATION)].length % 2 === 1
  return (near.length === 1) === asked ? 'says-so' : 'denies'
}
