import type { Answer, AskScope, Citation } from '@shared/contract/ask'
import { compare } from './answers/comparison'
import { definingSentence, leadDefinition } from './answers/definition'
import { factFor, type AnsweringFact } from './answers/facts'
import { listItems } from './answers/list'
import { polarityOf } from './answers/polarity'
import { tableCellFor } from './answers/table-cell'
import { summarise } from './answers/summary'
import type { AskStore } from './ask-store'
import { cite } from './cite/cite'
import { citationOf } from './cite/citation-of'
import { shortAnswer } from './cite/short-answer'
import { comparedThings, listAsked, summaryRequest } from './question/form'
import { followUp, isUnnamed } from './question/follow-up'
import { parseQuestion, type Question, type Term } from './question/question'
import { passageOrder, rank, type Ranked } from './rank/rank'
import { confidenceOf, isOnlyTitle, lacksKind, signalsOf } from './rank/signals'
import { likeIn } from './rank/words'
import type { Candidate } from './retrieve/candidate'
import { gather } from './retrieve/gather'

const CITATIONS = 5

/** Below this nothing is shown as an answer; calibrated on questions whose article is not there (tests/bench/ask). */
export const ANSWERS_FROM = 0.65
/** Below this not even the closest passages have to do with the question. */
const CLOSE_FROM = 0.08
/** The few words that answer are shown only when this sure. */
const SHORT_FROM = 0.85
/** What is stated in a row of its own, or where an article says what it is about, is as sure as this engine gets. */
const STATED = 0.95
/** As alike are forms of one word. */
const SAME_WORD = 0.75

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
  const about = summary?.of ?? text
  return fromPassages(store, followUp(parseQuestion(about), before === null ? null : parseQuestion(before)), scope)
}

/** Sentences that were asked for as such are what was asked for. */
function extracted(store: AskStore, kind: Answer['kind'], citations: Citation[], scope: AskScope): Asked {
  const { articles, passages } = store.reach(scope)
  const answer: Answer = {
    ...{
      kind,
      state: 'answer',
      short: null,
      items: [],
      polarity: null,
      fact: null,
      unknown: [],
      readAs: [],
      confidence: 1,
    },
    ...{ citations, searched: { articles, passages }, engine: 'embedded' },
  }
  return { answer, passages: [] }
}

function fromPassages(store: AskStore, asked: Question, scope: AskScope): Asked {
  const evidence = gather(store, asked, scope)
  const { question, candidates, known, searched } = evidence
  const ranked = rank(question, evidence)
  const defining = question.type === 'definition' ? definingSentence(ranked, candidates, question) : null
  const ordered = defining === null ? ranked : [defining, ...ranked.filter((one) => one !== defining)]
  const isSelection = scope.kind === 'selection'
  const fact = isSelection ? null : (factFor(store, question, evidence) ?? tableCellFor(store, question, evidence))
  const lead = isSelection || fact !== null ? null : leadDefinition(store, question, store.reach(scope))
  const stated = fact?.citation ?? lead
  const believed = confidenceOf(signalsOf(question, evidence, ranked))
  const confidence = stated === null ? believed : Math.max(believed, STATED)
  const quoted = cite(ordered, CITATIONS).flatMap((cited) => {
    const candidate = candidates[cited.passage]
    return candidate === undefined ? [] : [citationOf(candidate, cited, cited.focus, cited.focus.odds)]
  })
  const citations = stated === null ? quoted : withStated(stated, quoted)
  const best = candidates[ranked[0]?.passage ?? -1]
  const alike = best === undefined ? [] : likeIn(best.text.slice(best.start, best.end), question.terms)
  // What the best passage holds in another form is there: Gondwana, Gondwanan.
  const unknown = question.terms.filter(
    ({ read }, at) => fact === null && known[at] !== true && (read !== null || (alike[at] ?? 0) < SAME_WORD),
  )
  // What is asked whether it is so, in words that are nowhere, can be neither affirmed nor denied; who "he" is, many articles say;
  // an article on New Zealand need not say why New Zealand resigned; and of one who is named nowhere nothing is known, nor what a
  // word means that is read as another one.
  const isOpen =
    (stated === null && ranked[0] !== undefined && (isOnlyTitle(ranked[0]) || lacksKind(question, ranked))) ||
    (stated === null && isNamedNowhere(question, unknown)) ||
    (question.type === 'yes-no' && unknown.length > 0) ||
    (question.type === 'definition' && stated === null && unknown.length === question.terms.length) ||
    ((scope.kind === 'library' || scope.kind === 'topic') && isUnnamed(question))
  const state = confidence >= ANSWERS_FROM && !isOpen ? 'answer' : confidence >= CLOSE_FROM ? 'closest' : 'nothing'
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
      unknown: unknown.map(({ written }) => written),
      readAs: question.terms.flatMap(({ written, read }) => (read === null ? [] : [{ written, read }])),
      confidence,
      searched,
      engine: 'embedded',
    },
    passages: passageOrder(ranked).flatMap((place) => candidates[place] ?? []),
  }
}

/** Whether everything that a question names is unknown. */
function isNamedNowhere({ terms }: Question, unknown: readonly Term[]): boolean {
  const names = terms.filter(({ name }) => name)
  return names.length > 0 && names.every((one) => unknown.includes(one))
}

/** What states the answer stands first, and once. */
function withStated(row: Citation, quoted: readonly Citation[]): Citation[] {
  const others = quoted.filter(
    (one) => one.snapshotId !== row.snapshotId || one.end <= row.start || one.start >= row.end,
  )
  return [row, ...others].slice(0, CITATIONS)
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
