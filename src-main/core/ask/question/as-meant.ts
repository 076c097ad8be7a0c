import { stem } from '../../text/stem'
import { isUnspaced } from '../../text/fold'
import { otherWords } from './other-words'
import type { Question, Term } from './question'
import { isSlip } from './slip'

/** Words of fewer letters are not corrected: everything is near to them. */
const SHORTEST = 5
/** How much a word that was read as another one counts. */
const GUESSED = 0.8

/** What the library knows about words. */
export interface Dictionary {
  /** How many rows of the index hold a term. */
  documents(term: string): number
  formsOf(word: string): string[]
  meantBy(word: string): string | undefined
}

/** A question whose misspelt words are read as the library's own. A word that the library holds in any form stays as it is. */
export function asMeant(question: Question, dictionary: Dictionary): Question {
  const terms = question.terms.map((term) => meantTerm(term, dictionary))
  if (terms.every(({ read }) => read === null)) return question
  const read = new Map(
    terms.flatMap((term, at) => (term.read === null ? [] : [[question.terms[at]?.stem, term.stem] as const])),
  )
  return { ...question, terms, stems: question.stems.map((one) => read.get(one) ?? one) }
}

function meantTerm(term: Term, dictionary: Dictionary): Term {
  const { word } = term
  if (word.length < SHORTEST || isUnspaced(word) || !/^\p{L}+$/u.test(word)) return term
  const forms = [term.stem, ...term.other, ...dictionary.formsOf(word)]
  if (forms.some((form) => dictionary.documents(form) > 0)) return term
  const meant = dictionary.meantBy(word)
  if (meant === undefined || !isSlip(word, meant)) return term
  const key = stem(meant)
  return { ...term, stem: key, word: meant, other: otherWords(key), read: meant, part: term.part * GUESSED }
}
