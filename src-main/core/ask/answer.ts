import type { Answer, AskScope, Citation } from '@shared/contract/ask'
import { compare } from './answers/comparison'
import { definitionFirst } from './answers/definition'
import { factFor, type AnsweringFact } from './answers/facts'
import { listItems } from './answers/list'
import { polarityOf } from './answers/polarity'
import { summarise } from './answers/summary'
import type { AskStore } from './ask-store'
import { cite } from './cite/cite'
import { citationOf } from './cite/citation-of'
import { shortAnswer } from './cite/short-answer'
import { comparedThings, listAsked, summaryRequest } from './question/form'
import { followUp } from './question/follow-up'
import { parseQuestion, type Question } from './question/question'
import { passageOrder, rank, type Ranked } from './rank/rank'
import { confidenceOf, signalsOf } from './rank/signals'
import type { Candidate } from './retrieve/candidate'
import { gather } from './retrieve/gather'

const CITATIONS = 5

/** Below this nothing is shown as an answer; calibrated on questions whose article is not there (tests/bench/ask). */
export const ANSWERS_FROM = 0.75
/** Below this not even the closest passages have to do with the question. */
const CLOSE_FROM = 0.08
/** The few words that answer are shown only when this sure. */
const SHORT_FROM = 0.85
/** What is stated in a row of its own, under its own label, is as sure as this engine gets. */
const FACT = 0.95

/** An answer, with the passages it was chosen from, likeliest first. */
export interface Asked {
  readonly answer: Answer
  readonly passages: readonly Candidate[]
}

/**
 * Answers a question from passages of what is asked. Deterministic.
 * @param before the question that was asked before this one, for a follow-up
 */
export function answerQuestion(store: AskStore, text: string, scope: AskScope, before: string | null = null): Asked {
  const summary = summaryRequest(text)
  const summarised = summary === null ? null : summarise(store, summary, scope)
  if (summarised !== null) return extracted(store, 'summary', summarised, scope)
  const things = comparedThings(text)
  const compared = things === null ? null : compare(store, things, scope)
  if (compared !== null) return extracted(store, 'comparison', compared, scope)
  return fromPassages(store, followUp(parseQuestion(text), before === null ? null : parseQuestion(before)), scope)
}

/** Sentences that were asked for as such are what was asked for. */
function extracted(store: AskStore, kind: Answer['kind'], citations: Citation[], scope: AskScope): Asked {
  const { articles, passages } = store.reach(scope)
  const answer: Answer = {
    ...{ kind, state: 'answer', short: null, items: [], polarity: null, fact: null, unknown: [], confidence: 1 },
    ...{ citations, searched: { articles, passages }, engine: 'embedded' },
  }
  return { answer, passages: [] }
}

function fromPassages(store: AskStore, question: Question, scope: AskScope): Asked {
  const evidence = gather(store, question, scope)
  const { candidates, known, searched } = evidence
  const ranked = rank(question, evidence)
  const ordered = question.type === 'definition' ? definitionFirst(ranked, candidates, question) : ranked
  const fact = scope.kind === 'selection' ? null : factFor(store, question, evidence)
  const believed = confidenceOf(signalsOf(question, evidence, ranked))
  const confidence = fact === null ? believed : Math.max(believed, FACT)
  const quoted = cite(ordered, CITATIONS).flatMap((cited) => {
    const candidate = candidates[cited.passage]
    return candidate === undefined ? [] : [citationOf(candidate, cited, cited.focus, cited.focus.odds)]
  })
  const citations = fact === null ? quoted : [fact.citation, ...quoted.slice(0, CITATIONS - 1)]
  const state = confidence >= ANSWERS_FROM ? 'answer' : confidence >= CLOSE_FROM ? 'closest' : 'nothing'
  const most = listAsked(question.text)
  const items = state !== 'answer' || most === null || fact !== null ? [] : listItems(citations, question, most)
  return {
    answer: {
      kind: items.length > 0 ? 'list' : kindOf(question),
      items,
      polarity: state === 'answer' && question.type === 'yes-no' ? polarity(citations[0], question, ordered[0]) : null,
      fact: fact?.fact ?? null,
      state,
      short: items.length > 0 || confidence < SHORT_FROM ? null : shortOf(citations[0], question, fact),
      citations,
      unknown: question.terms.filter((_, at) => known[at] !== true).map(({ written }) => written),
      confidence,
      searched,
      engine: 'embedded',
    },
    passages: passageOrder(ranked).flatMap((place) => candidates[place] ?? []),
  }
}

function kindOf({ type }: Question): Answer['kind'] {
  return type === 'definition' || type === 'yes-no' ? type : 'passages'
}

function polarity(citation: Citation | undefined, question: Question, best: Ranked | undefined): Answer['polarity'] {
  if (citation === undefined || best === undefined) return null
  const { quote, focus, title, section } = citation
  return polarityOf(quote.slice(focus.start, focus.end), `${title} ${section}`, question, best)
}

function shortOf(citation: Citation | undefined, question: Question, fact: AnsweringFact | null): Answer['short'] {
  if (citation === undefined) return null
  const { quote, focus } = citation
  if (fact !== null) return { text: quote.slice(fact.short.start, fact.short.end), ...fact.short }
  const span = shortAnswer(quote.slice(focus.start, focus.end), question)
  if (span === null) return null
  const [start, end] = [focus.start + span.start, focus.start + span.end]
  return { text: quote.slice(start, end), start, end }
}
