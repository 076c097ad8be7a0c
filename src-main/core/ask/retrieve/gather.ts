import type { AskScope } from '@shared/contract/ask'
import type { AskStore } from '../ask-store'
import type { Question, Term } from '../question/question'
import { asMeant } from '../question/as-meant'
import { inParts } from '../question/in-parts'
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
export function gather(store: AskStore, asked: Question, scope: AskScope): Evidence {
  const question = inParts(asMeant(asked, store), store)
  const reach = store.reach(scope)
  // How rare a word is, is told by the whole library, also when one article is asked.
  const passages = store.passages()
  const known = question.terms.map((term) => knownForms(store, term))
  const documents = known.map(({ documents: count }) => Math.min(count, passages))
  const weights = known.map(({ common }, at) => weightOf(question.terms[at], documents[at] ?? 0, common, passages))
  const isCommon = scope.kind === 'library' || scope.kind === 'topic' ? commonTerms(documents) : () => false
  const forms = question.terms.flatMap((term, at) =>
    isCommon(at) ? [] : formsOf(store, term, known[at]?.forms ?? [], documents[at] ?? 0),
  )
  const others = question.terms.flatMap(({ stem: term }, at) =>
    isCommon(at) ? [{ term, weight: (weights[at] ?? 0) * OF_COMMON }] : [],
  )
  const candidates = forms.length === 0 ? [] : store.candidates([...new Set(forms)], others, reach, PASSAGES)
  return {
    question,
    candidates,
    inArticle: (articleId) => {
      const ofArticle = store.reach({ kind: 'article', articleId })
      return question.terms.map(({ stem }, at) => (documents[at] ?? 0) > 0 && store.holds(stem, ofArticle))
    },
    weights,
    known: question.terms.map(
      ({ read, stem }, at) =>
        read === null && (documents[at] ?? 0) > 0 && (scope.kind === 'library' || store.holds(stem, reach)),
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

/** Forms of a term that the library knows, in how many passages they or words for the same thing stand, and in how many of an encyclopaedia. */
function knownForms(store: AskStore, { stem, word, other }: Term) {
  const forms = [...new Set([stem, ...store.formsOf(word).slice(0, OTHER_FORMS)])]
  return {
    forms,
    documents: [...new Set([...forms, ...other])].reduce((sum, form) => sum + store.documents(form), 0),
    common: Math.max(...forms.map(commonness)),
  }
}

/** What finds passages: forms, other words for it, and words of its beginning where nothing holds it: septicemia as septicemic. */
function formsOf(store: AskStore, { stem, other }: Term, forms: readonly string[], documents: number): string[] {
  if (documents > 0 || stem.length < SHORTEST_BEGINNING) return [...forms, ...other]
  const beginning = stem.slice(0, Math.max(SHORTEST_BEGINNING, Math.ceil(stem.length * 0.7)))
  return [...forms, ...other, ...store.beginningWith(beginning, OTHER_FORMS)]
}

/** A small library tells little about which words are rare, so what is common in general counts as well. */
function weightOf(term: Term | undefined, documents: number, common: number, passages: number): number {
  if (term === undefined) return 0
  return termWeight(documents + common, passages + COMMON_OF) * term.part * (term.across ? acrossWords(documents) : 1)
}

/** A pair of characters that runs across two words by chance seldom comes again; names are cut too, and do. */
function acrossWords(documents: number): number {
  if (documents === 0) return 0.05
  return documents === 1 ? 0.4 : 0.8
}
