import type { AskScope } from '@shared/contract/ask'
import type { AskStore } from '../ask-store'
import type { Question, Term } from '../question/question'
import { COMMON_OF, commonness } from './commonness'
import { termWeight, type Evidence } from './candidate'

/** Passages that are read closely. */
const PASSAGES = 12
/** A term that no passage holds is looked up by its beginning, in so many other forms. */
const OTHER_FORMS = 8
const SHORTEST_BEGINNING = 5
/** So many rows of the index are looked through for one question. */
const MOST_ROWS = 6000
/** BM25 of a word in a passage of middling length, as a share of its weight. */
const OF_COMMON = 0.9

/** Finds what has to do with a question, within what is asked. */
export function gather(store: AskStore, question: Question, scope: AskScope): Evidence {
  const reach = store.reach(scope)
  // How rare a word is, is told by the whole library, also when one article is asked.
  const passages = store.passages()
  const documents = question.terms.map((term) => store.documents(term.stem))
  const weights = documents.map((count, at) => weightOf(question.terms[at], count, passages))
  const isCommon = scope.kind === 'library' || scope.kind === 'topic' ? commonTerms(documents) : () => false
  const forms = question.terms.flatMap((term, at) => (isCommon(at) ? [] : formsOf(store, term, documents[at] ?? 0)))
  const others = question.terms.flatMap(({ stem: term }, at) =>
    isCommon(at) ? [{ term, weight: (weights[at] ?? 0) * OF_COMMON }] : [],
  )
  const candidates = forms.length === 0 ? [] : store.candidates([...new Set(forms)], others, reach, PASSAGES)
  return {
    candidates,
    inArticle: (articleId) => {
      const ofArticle = store.reach({ kind: 'article', articleId })
      return question.terms.map(({ stem }, at) => (documents[at] ?? 0) > 0 && store.holds(stem, ofArticle))
    },
    weights,
    known: question.terms.map(
      ({ stem }, at) => (documents[at] ?? 0) > 0 && (scope.kind === 'library' || store.holds(stem, reach)),
    ),
    searched: { articles: reach.articles, passages: reach.passages },
  }
}

/**
 * Which terms are so common that they need not be looked through to find passages: those beyond the rarest ones that together
 * stand in as many rows as can be looked through at once.
 */
function commonTerms(documents: readonly number[]): (at: number) => boolean {
  const common = new Set<number>()
  let rows = 0
  const byRarity = documents.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count || a.at - b.at)
  for (const { count, at } of byRarity) {
    if (rows > 0 && rows + count > MOST_ROWS) common.add(at)
    else rows += count
  }
  return (at) => common.has(at)
}

/** Its forms in the library's other languages. One that nothing holds may stand there as another word: septicemia as septicemic. */
function formsOf(store: AskStore, { stem, word }: Term, documents: number): string[] {
  const forms = [stem, ...store.formsOf(word).slice(0, OTHER_FORMS)]
  if (documents > 0 || stem.length < SHORTEST_BEGINNING) return forms
  const beginning = stem.slice(0, Math.max(SHORTEST_BEGINNING, Math.ceil(stem.length * 0.7)))
  return [...forms, ...store.beginningWith(beginning, OTHER_FORMS)]
}

/** A small library tells little about which words are rare, so what is common in general counts as well. */
function weightOf(term: Term | undefined, documents: number, passages: number): number {
  if (term === undefined) return 0
  return termWeight(documents + commonness(term.stem), passages + COMMON_OF) * term.part
}
