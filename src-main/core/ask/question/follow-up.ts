import type { Question } from './question'

/** Words that point back to something said before. */
const POINTS_BACK =
  /^(?:and|also|but|und|aber|et|y|e)\b|\b(?:he|she|it|they|him|her|hers|his|them|their|its|that|those|there|then|er|sie|ihn|ihm|ihr|sein|dort|dann|il|elle|lui|leur|él|ella)\b|他|她|它|那/iu

/**
 * A question with what it leaves unsaid: one that points back ("and when did he die?") takes over the names of the question
 * before it, or all of its terms when it has none. A bare "Why?" takes over everything.
 */
export function followUp(question: Question, before: Question | null): Question {
  if (before === null || (question.terms.length > 0 && !POINTS_BACK.test(question.text))) return question
  const names = before.terms.filter(({ name }) => name)
  const known = new Set(question.terms.map(({ stem }) => stem))
  const added = (names.length > 0 ? names : before.terms).filter(({ stem }) => !known.has(stem))
  return { ...question, terms: [...question.terms, ...added] }
}

/** Somebody or something that was named before. */
const UNNAMED = /\b(?:he|she|they|him|her|his|their|it|its|er|il|elle|lui)\b|他|她|它/iu
/** A question of more words may say by itself what it is about. */
const FEW = 2

/** Whether a question is about somebody or something that neither it nor one before it names: "And when did he arrive?" */
export function isUnnamed({ text, terms }: Question): boolean {
  return terms.length <= FEW && !terms.some(({ name }) => name) && UNNAMED.test(text)
}
