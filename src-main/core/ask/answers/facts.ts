import type { Citation, StatedFact } from '@shared/contract/ask'
import type { AskStore, FactSource } from '../ask-store'
import type { Range } from '../cite/sentences'
import { spansOf } from '../cite/spans'
import type { Question } from '../question/question'
import { bagOf, createLikeness, wordsOf } from '../rank/words'
import type { Evidence } from '../retrieve/candidate'

/** A fact that answers, with the row of the page that states it. */
export interface AnsweringFact {
  readonly fact: StatedFact
  readonly citation: Citation
  /** The few words that answer, as offsets in the citation's quote. */
  readonly short: Range
}

/** So many articles are looked at. */
const ARTICLES = 3
const ENOUGH = 0.6
const COVERED = 0.9
const LONGEST_VALUE = 160
const LONGEST_ROW = 600
/** Verbs that a question for a row needs, and no row has. */
const LIGHT = /^(?:us(?:e|es|ed|ing)|ha(?:ve|s|d)|ma(?:ke|kes|de)|call(?:ed)?|locat(?:e|ed)|situated|belongs?)$/u

/** What asks for a row that is labelled otherwise. */
const ASKED_AS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:when|where)\b.*\bborn\b|\b(?:birth(?:day|place)?|date of birth)\b/iu, /^(?:born|birth ?date|birth ?place|date of birth)$/iu],
  [/\b(?:when|where|how)\b.*\b(?:die|died|death)\b/iu, /^(?:died|death ?date|death|death ?place)$/iu],
  [/\b(?:when|who)\b.*\b(?:found(?:ed)?|establish(?:ed)?|start(?:ed)?)\b|\bfounders?\b/iu, /^(?:found(?:ed|ation|er|ers)(?: by)?|established|formed|incorporated)$/iu],
  [/\b(?:how many people|inhabitants|how many .*live)\b|\bpopulation\b/iu, /^(?:population|estimate|total population|• ?(?:total|estimate))/iu],
  [/\bhow (?:large|big)\b|\barea\b/iu, /^(?:area|total area|• ?total)/iu],
  [/\bhow (?:tall|high)\b/iu, /^(?:height|elevation|highest elevation)/iu],
  [/\bhow long\b/iu, /^(?:length|duration|running time)/iu],
  [/\bwho (?:wrote|made|created|developed|designed|directed|painted)\b/iu, /^(?:author|creator|created by|developer|developed by|original author|designer|designed by|director|directed by|artist)/iu],
  [/\bmarried\b|\b(?:wife|husband|spouse)\b/iu, /^(?:spouse|spouses|partner)/iu],
] // prettier-ignore

/** The row of an infobox that answers: its label and its article's title hold what is asked; null when there is none. */
export function factFor(store: AskStore, question: Question, evidence: Evidence): AnsweringFact | null {
  const articles = [...new Set(evidence.candidates.map(({ articleId }) => articleId))].slice(0, ARTICLES)
  for (const articleId of articles) {
    const source = store.factsOf(articleId)
    const found = source === undefined ? null : factOf(source, question, evidence.weights)
    if (found !== null) return found
  }
  return null
}

function factOf(source: FactSource, question: Question, weights: readonly number[]): AnsweringFact | null {
  const likeness = createLikeness(question.terms)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return null
  const title = bagOf(wordsOf(source.title), question.terms, likeness).match
  let best: { readonly score: number; readonly found: AnsweringFact } | null = null
  for (const { label, value, quantity, group } of source.facts) {
    if (label === '' || value === '' || value.length > LONGEST_VALUE) continue
    const words = wordsOf(label)
    const own = bagOf(words, question.terms, likeness).match
    const asked = ASKED_AS.some(([question_, label_]) => label_.test(label) && question_.test(question.text))
    // Something of the label, beside the article's own name, must be asked for.
    if (!asked && !own.some((match, at) => match >= ENOUGH && (title[at] ?? 0) < ENOUGH)) continue
    const grouped = bagOf(wordsOf(group ?? ''), question.terms, likeness).match
    const covered = question.terms.reduce((sum, term, at) => {
      const implied = (asked && !term.name) || LIGHT.test(term.word) ? 1 : 0
      return sum + Math.max(own[at] ?? 0, title[at] ?? 0, grouped[at] ?? 0, implied) * (weights[at] ?? 0)
    }, 0)
    const score = covered / total - 0.02 * Math.max(0, words.length - own.filter((match) => match >= ENOUGH).length)
    if (covered / total < COVERED || score <= (best?.score ?? 0)) continue
    const short = wantedOf(value, question)
    const row = short === null ? null : rowOf(source, label, value)
    if (short === null || row === null) continue
    const citation = citationOf(source, row)
    const from = row.value - row.start
    const text = citation.quote.slice(from)
    const at = text.indexOf(value.slice(short.start, short.end))
    if (at < 0) continue
    best = {
      score,
      found: {
        fact: { label, value, unit: quantity?.unit ?? null },
        citation,
        short: { start: from + at, end: from + at + (short.end - short.start) },
      },
    }
  }
  return best?.found ?? null
}

/** The part of a value that is of the kind asked for; null when none is. */
function wantedOf(value: string, question: Question): Range | null {
  if (question.type === 'date' || question.type === 'number') return spansOf(value, question.type)[0] ?? null
  if (question.type === 'place' && /\d{4}/u.test(value)) return null
  if (question.type === 'reason' || question.type === 'yes-no') return null
  return { start: 0, end: value.length }
}

/** Where the page states it: the label, white space, the value. */
function rowOf({ text }: FactSource, label: string, value: string) {
  const pattern = (words: string) => words.trim().split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s+') // prettier-ignore
  const match = new RegExp(`(${pattern(label)}\\s*:?\\s*)(${pattern(value)})`, 'u').exec(text)
  if (match === null || match[0].length > LONGEST_ROW) return null
  return { start: match.index, value: match.index + (match[1]?.length ?? 0), end: match.index + match[0].length }
}

function citationOf({ articleId, snapshotId, title, text }: FactSource, { start, end }: Range): Citation {
  const quote = text.slice(start, end)
  return {
    articleId,
    snapshotId,
    title,
    section: '',
    start,
    end,
    quote,
    focus: { start: 0, end: quote.length },
    score: 1,
  }
}
