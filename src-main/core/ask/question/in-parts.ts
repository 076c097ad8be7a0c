import { isUnspaced } from '../../text/fold'
import { otherWords } from './other-words'
import type { Dictionary } from './as-meant'
import type { Question, Term } from './question'
import { STOP_WORDS } from './stop-words'

/** Shorter words are not taken apart, nor into shorter parts. */
const SHORTEST = 8
const SHORTEST_PART = 4
/** How much a part counts beside a word that stands by itself. */
const OF_WORD = 0.7
/** What joins the parts of German compounds: `Fusionsplan`. */
const JOINT = /^(.{4,}?)(?:s|es|n|en|er|e)$/u

/** A question whose compounds, where the library does not hold them, are read as the two words they are made of: `Amazonaswald`. */
export function inParts(question: Question, dictionary: Dictionary): Question {
  const terms = question.terms.flatMap((term) => partsOf(term, dictionary) ?? [term])
  return terms.length === question.terms.length ? question : { ...question, terms: onceEach(terms) }
}

function onceEach(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [term.stem, term] as const)).values()]
}

function partsOf(term: Term, dictionary: Dictionary): Term[] | null {
  const { word } = term
  if (term.read !== null || word.length < SHORTEST || isUnspaced(word) || !/^\p{L}+$/u.test(word)) return null
  const held = (one: string) => dictionary.formsOf(one).find((form) => dictionary.documents(form) > 0)
  if (term.other.some((form) => dictionary.documents(form) > 0) || held(word) !== undefined) return null
  // The longer the second part, which says what the thing is, the likelier it is one.
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (STOP_WORDS.has(second)) continue
    const tail = held(second)
    if (tail === undefined) continue
    const without = JOINT.exec(first)?.[1]
    const head = held(first) ?? (without === undefined ? undefined : held(without))
    if (head === undefined || STOP_WORDS.has(first)) continue
    return [part(term, first, head), part(term, second, tail)]
  }
  return null
}

function part(term: Term, word: string, stem: string): Term {
  return { ...term, stem, word, other: otherWords(stem), part: term.part * OF_WORD }
}
