import type { Answer, Citation } from '@shared/contract/ask'
import type { ArticleId } from '@shared/domain/ids'
import type { AskStore } from './ask-store'
import { termWeight, type Candidate, type Evidence } from './candidate'
import { cite, type Cited } from './cite'
import { followUp } from './follow-up'
import { parseQuestion, type Question, type Term } from './question'
import { passageOrder, rank } from './rank'
import { shortAnswer } from './short-answer'
import { confidenceOf, signalsOf } from './signals'

/** Passages that are read closely. */
const PASSAGES = 12
const CITATIONS = 5
/** A term that no passage holds is looked up by its beginning, in so many other forms. */
const OTHER_FORMS = 8
const SHORTEST_BEGINNING = 5

/** Below this nothing is shown as an answer; calibrated on questions whose article is not there (tests/bench/ask). */
export const ANSWERS_FROM = 0.75
/** Below this not even the closest passages have to do with the question. */
const CLOSE_FROM = 0.08
/** The few words that answer are shown only when this sure. */
const SHORT_FROM = 0.85

/** An answer, with the passages it was chosen from, likeliest first. */
export interface Asked {
  readonly answer: Answer
  readonly passages: readonly Candidate[]
}

/**
 * Answers a question from passages of the library, or of one article. Deterministic.
 * @param before the question that was asked before this one, for a follow-up
 */
export function answerQuestion(
  store: AskStore,
  text: string,
  article: ArticleId | null,
  before: string | null = null,
): Asked {
  const question = followUp(parseQuestion(text), before === null ? null : parseQuestion(before))
  const searched = store.size(article)
  const evidence = gather(store, question, article)
  const ranked = rank(question, evidence)
  const confidence = confidenceOf(signalsOf(question, evidence, ranked))
  const citations = cite(ranked, CITATIONS).map((cited) => citationOf(cited, evidence.candidates))
  const state = confidence >= ANSWERS_FROM ? 'answer' : confidence >= CLOSE_FROM ? 'closest' : 'nothing'
  return {
    answer: {
      state,
      short: confidence >= SHORT_FROM ? shortOf(citations[0], question) : null,
      citations,
      unknown: question.terms.filter((_, at) => evidence.known[at] !== true).map(({ written }) => written),
      confidence,
      searched,
      engine: 'embedded',
    },
    passages: passageOrder(ranked).flatMap((place) => evidence.candidates[place] ?? []),
  }
}

/** Finds what has to do with a question. */
export function gather(store: AskStore, question: Question, article: ArticleId | null): Evidence {
  // How rare a word is, is told by the whole library, also when one article is asked.
  const { passages } = store.size(null)
  const documents = question.terms.map((term) => store.documents(term.stem))
  const forms = question.terms.flatMap((term, at) => formsOf(store, term, documents[at] ?? 0))
  return {
    candidates:
      forms.length === 0 ? [] : store.candidates(forms.map((form) => `"${form}"`).join(' OR '), article, PASSAGES),
    weights: documents.map((count) => termWeight(count, passages)),
    known: question.terms.map(({ stem }, at) =>
      article === null ? (documents[at] ?? 0) > 0 : store.holds(article, stem),
    ),
  }
}

/** A term that nothing holds may stand there in another form: septicemia as septicemic. */
function formsOf(store: AskStore, { stem }: Term, documents: number): string[] {
  if (documents > 0 || stem.length < SHORTEST_BEGINNING) return [stem]
  const beginning = stem.slice(0, Math.max(SHORTEST_BEGINNING, Math.ceil(stem.length * 0.7)))
  return [stem, ...store.beginningWith(beginning, OTHER_FORMS)]
}

function citationOf({ start, end, passage, focus }: Cited, candidates: readonly Candidate[]): Citation {
  const candidate = candidates[passage]
  if (candidate === undefined) throw new RangeError('A citation is of one of the candidates.')
  const { articleId, snapshotId, title, section, text } = candidate
  return {
    articleId,
    snapshotId,
    title,
    section,
    start,
    end,
    quote: text.slice(start, end),
    focus: { start: focus.start - start, end: focus.end - start },
    score: focus.odds,
  }
}

function shortOf(citation: Citation | undefined, question: Question): Answer['short'] {
  if (citation === undefined) return null
  const { quote, focus } = citation
  const span = shortAnswer(quote.slice(focus.start, focus.end), question)
  if (span === null) return null
  const [start, end] = [focus.start + span.start, focus.start + span.end]
  return { text: quote.slice(start, end), start, end }
}
