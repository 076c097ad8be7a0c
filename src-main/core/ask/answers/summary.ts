import type { AskScope, Citation } from '@shared/contract/ask'
import type { AskStore } from '../ask-store'
import { citationOf } from '../cite/citation-of'
import { sentencesOf, type Range } from '../cite/sentences'
import type { SummaryRequest } from '../question/form'
import { contentStems } from '../question/stop-words'
import { isHatnote } from '../retrieve/apparatus'
import type { Candidate } from '../retrieve/candidate'

/** So many passages are read, and so many sentences shown. */
const PASSAGES = 300
const SENTENCES = 5
const OF_SELECTION = 3
const ARTICLES = 6
const FEWEST_WORDS = 6
const LONGEST = 450

interface Sentence extends Range {
  readonly candidate: Candidate
  readonly stems: ReadonlySet<string>
  /** From 0: how far down it stands, as a share. */
  readonly place: number
  readonly isFirst: boolean
}

/**
 * The sentences that speak most for an article, a section, a selection or a topic, in the order of the text: central by the words
 * they share with the others, and rather early (H. P. Luhn, "The automatic creation of literature abstracts", 1958). Null where
 * there is nothing of that name.
 */
export function summarise(store: AskStore, { of }: SummaryRequest, scope: AskScope): Citation[] | null {
  if (scope.kind === 'topic' && of === null) {
    const articles = store.articlesIn(store.reach(scope), ARTICLES)
    const leads = articles.flatMap((articleId) => extract(readable(store, { kind: 'article', articleId }), 1))
    return leads.length === 0 ? null : leads
  }
  if (of === null) {
    if (scope.kind === 'library') return null
    return orNull(extract(readable(store, scope), scope.kind === 'selection' ? OF_SELECTION : SENTENCES))
  }
  const wanted = contentStems(of)
  if (scope.kind === 'article' || scope.kind === 'selection') {
    return orNull(extract(inSection(readable(store, scope), wanted), SENTENCES))
  }
  const article = store.titled([...wanted], store.reach(scope))
  if (article !== undefined) {
    return orNull(extract(readable(store, { kind: 'article', articleId: article.articleId }), SENTENCES))
  }
  return ofAnArticle(store, wanted, scope)
}

/** "The history of New Zealand": a section, by its heading and the title of its article. */
function ofAnArticle(store: AskStore, wanted: ReadonlySet<string>, scope: AskScope): Citation[] | null {
  for (const stem of wanted) {
    const article = store.titled(
      [...wanted].filter((other) => other !== stem),
      store.reach(scope),
    )
    if (article === undefined) continue
    const title = contentStems(article.title)
    const heading = new Set([...wanted].filter((other) => !title.has(other)))
    const section = inSection(readable(store, { kind: 'article', articleId: article.articleId }), heading)
    if (section.length > 0) return orNull(extract(section, SENTENCES))
  }
  return null
}

function readable(store: AskStore, scope: AskScope): Candidate[] {
  return store.inOrder(store.reach(scope), PASSAGES)
}

/** Passages under the heading, or of the article, that is named; none when it is neither. */
function inSection(candidates: readonly Candidate[], wanted: ReadonlySet<string>): readonly Candidate[] {
  const holds = (text: string) => {
    const stems = contentStems(text)
    return wanted.size > 0 && [...wanted].every((stem) => stems.has(stem))
  }
  const section = candidates.filter((one) => holds(one.section))
  if (section.length > 0) return section
  return candidates.some((one) => holds(one.title)) ? candidates : []
}

function orNull(citations: Citation[]): Citation[] | null {
  return citations.length === 0 ? null : citations
}

function extract(candidates: readonly Candidate[], most: number): Citation[] {
  const sentences = candidates.flatMap(sentencesOfPassage(candidates.length))
  const counts = new Map<string, number>()
  for (const { stems } of sentences) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const said = new Set<string>()
  const chosen: { readonly sentence: Sentence; readonly score: number }[] = []
  const left = new Set(sentences)
  while (chosen.length < most && left.size > 0) {
    let best: { readonly sentence: Sentence; readonly score: number } | null = null
    for (const sentence of left) {
      const score = weigh(sentence, counts, said, sentences.length)
      if (best === null || score > best.score) best = { sentence, score }
    }
    if (best === null || best.score <= 0) break
    chosen.push(best)
    left.delete(best.sentence)
    for (const stem of best.sentence.stems) said.add(stem)
  }
  const top = Math.max(...chosen.map(({ score }) => score))
  return chosen
    .sort((first, second) => sentences.indexOf(first.sentence) - sentences.indexOf(second.sentence))
    .map(({ sentence, score }) => citationOf(sentence.candidate, sentence, sentence, score / top))
}

function weigh(
  { stems, place, isFirst }: Sentence,
  counts: ReadonlyMap<string, number>,
  said: ReadonlySet<string>,
  all: number,
): number {
  let sum = 0
  for (const stem of stems) sum += Math.log(1 + (counts.get(stem) ?? 0)) * (said.has(stem) ? 0.3 : 1)
  const central = sum / (Math.log(2 + all) * (8 + stems.size))
  return central * (1 + 0.6 / (1 + 8 * place) + (isFirst ? 0.25 : 0))
}

function sentencesOfPassage(passages: number) {
  return (candidate: Candidate, at: number): Sentence[] =>
    sentencesOf(candidate.text, candidate, candidate.breaks).flatMap((range, number) => {
      const text = candidate.text.slice(range.start, range.end)
      const stems = contentStems(text)
      const isProse =
        stems.size >= FEWEST_WORDS &&
        !isHatnote(text) &&
        text.length <= LONGEST &&
        /[.!?。！？।؟]["'”’)\]]*(?:\[[^\]]*\])*$/u.test(text)
      return isProse ? [{ ...range, candidate, stems, place: at / passages, isFirst: number === 0 }] : []
    })
}
