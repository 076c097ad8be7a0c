import type { Citation, StatedFact } from '@shared/contract/ask'
import type { AskStore, FactSource } from '../ask-store'
import { countedStem } from '../cite/fitting'
import type { Range } from '../cite/sentences'
import type { Question } from '../question/question'
import { bagOf, createLikeness, wordsOf } from '../rank/words'
import type { Evidence } from '../retrieve/candidate'
import { saysWhenOrWhere, standsFor } from './asked-as'
import { wantedOf } from './wanted'

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
const OF_GROUP = /^(?:•\s*)?(?:total|(?:\p{L}+ )?\d{4} (?:estimate|census)|estimate|census)$/iu
/** Verbs that a question for a row needs, and no row has. */
const LIGHT =
  /^(?:us(?:e|es|ed|ing)|ha(?:ve|s|d)|ma(?:ke|kes|de)|call(?:ed)?|name[ds]?|locat(?:e|ed)|situated|belongs?)$/u

/** The row of an infobox that answers: its label and its article's title hold what is asked; null when there is none. */
export function factFor(store: AskStore, question: Question, evidence: Evidence): AnsweringFact | null {
  const articles = [...new Set(evidence.candidates.map(({ articleId }) => articleId))].slice(0, ARTICLES)
  for (const articleId of articles) {
    const source = store.factsOf(articleId)
    const isSubject = evidence.searched.articles === 1
    const found = source === undefined ? null : factOf(source, question, evidence.weights, isSubject)
    if (found !== null) return found
  }
  return null
}

/** @param isSubject whether nothing but this article is asked, so that a question need not name it */
function factOf(
  source: FactSource,
  question: Question,
  weights: readonly number[],
  isSubject: boolean,
): AnsweringFact | null {
  const likeness = createLikeness(question.terms)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return null
  const title = bagOf(wordsOf(source.title), question.terms, likeness).match
  const isNamed = title.some((match) => match >= ENOUGH)
  // How many attackers were killed in the attack, its number of deaths does not say.
  const counted = countedStem(question.text)
  let best: { readonly score: number; readonly found: AnsweringFact } | null = null
  for (const { label, value, quantity, group } of source.facts) {
    if (label === '' || value === '' || value.length > LONGEST_VALUE) continue
    // The total of a group is what the group is about: `Area`, `Total`.
    const asked = group !== null && OF_GROUP.test(label) ? group : label
    const words = wordsOf(asked)
    const own = bagOf(words, question.terms, likeness).match
    const stands = isNamed || isSubject ? standsFor(question.text, asked) : null
    // Something of the label, beside the article's own name, must be asked for.
    const isOwn = own.some((match, at) => match >= ENOUGH && (title[at] ?? 0) < ENOUGH)
    if (stands === null && !isOwn && !(isNamed && saysWhenOrWhere(question.type, label))) continue
    const grouped = bagOf(wordsOf(group ?? ''), question.terms, likeness).match
    const covered = question.terms.reduce((sum, term, at) => {
      const implied = stands?.(term.word) === true || LIGHT.test(term.word) ? 1 : 0
      const named = term.stem === counted ? 0 : (title[at] ?? 0)
      return sum + Math.max(own[at] ?? 0, named, grouped[at] ?? 0, implied) * (weights[at] ?? 0)
    }, 0)
    const score = covered / total - 0.02 * Math.max(0, words.length - own.filter((match) => match >= ENOUGH).length)
    if (covered / total < COVERED || score <= (best?.score ?? 0)) continue
    const short = wantedOf(value, question)
    const row = short === null ? null : rowOf(source, label, value)
    if (short === null || row === null) continue
    const citation = citationOf(source, row)
    const from = row.value - row.start
    const place = asWritten(value.slice(short.start, short.end)).exec(citation.quote.slice(from))
    if (place === null) continue
    best = {
      score,
      found: {
        fact: { label: asked === label ? label : `${asked} (${label})`, value, unit: quantity?.unit ?? null },
        citation,
        short: { start: from + place.index, end: from + place.index + place[0].length },
      },
    }
  }
  return best?.found ?? null
}

/** Where the page states it: the label, white space, the value. */
function rowOf({ text }: FactSource, label: string, value: string) {
  const match = new RegExp(`(${asWritten(label).source}\\s*:?\\s*)(${asWritten(value).source})`, 'u').exec(text)
  if (match === null || match[0].length > LONGEST_ROW) return null
  return { start: match.index, value: match.index + (match[1]?.length ?? 0), end: match.index + match[0].length }
}

/** A page may put other white space between words, or none between a value's lines. */
function asWritten(words: string): RegExp {
  const parts = words.trim().split(/\s+/u)
  return new RegExp(parts.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s*'), 'u')
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
