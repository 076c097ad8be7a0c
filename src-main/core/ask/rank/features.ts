import { isHatnote } from '../retrieve/apparatus'
import type { Candidate, Evidence } from '../retrieve/candidate'
import { dot, exactShare, lowerShare, pairsOf, phrasesOf, subsequence, sum, windowOf } from './likeness'
import type { Question } from '../question/question'
import { sentencesOf, type Range } from '../cite/sentences'
import { newSpans } from './new-spans'
import { createPieceShare, joinWords } from './pieces'
import { bagOf, createLikeness, createReader, union, type Bag, type Likeness, type Word } from './words'

/**
 * What speaks for a sentence, each about 0 to 1. Shares are of the question's terms, weighted by how much they say.
 */
export interface Features {
  /** Share of the question that the sentence holds, and its square. */
  readonly covered: number
  readonly coveredSquared: number
  /** The same with the sentence before it, with the one behind it, with its title and section, and of its whole passage. */
  readonly withBefore: number
  readonly withBehind: number
  readonly withTitle: number
  readonly byPassage: number
  readonly byPassageSquared: number
  readonly byTitle: number
  /** Share whose very forms the passage holds, in how many of its sentences, and how long it is. */
  readonly byPassageExact: number
  readonly passageCount: number
  readonly passageLength: number
  /** Share of the pieces of the question's words, of the passage and of the sentence, each with title and section. */
  readonly piecesByPassage: number
  readonly piecesCovered: number
  /** Shares of the names and numbers of the question only. */
  readonly names: number
  readonly namesByPassage: number
  /** Shares of what is not a name. */
  readonly actions: number
  /** Neighbouring terms that stand together; the longest common subsequence; matches within fifteen words. */
  readonly pairs: number
  readonly subsequence: number
  readonly window: number
  readonly exact: number
  readonly density: number
  /** Whether it holds something of the kind that is asked for, which the question does not say itself. */
  readonly typeFound: number
  readonly typeMissing: number
  readonly typeCount: number
  /** Relevance and rank of its passage, and of all passages of its article. */
  readonly relevance: number
  readonly rank: number
  readonly articleShare: number
  readonly articleBest: number
  /** Logarithm of its words. */
  readonly length: number
  readonly short: number
  readonly first: number
  /** What the rarest term lacks. */
  readonly rarestMissing: number
  readonly rarestMissingInPassage: number
  /** What the second rarest term lacks in the passage. */
  readonly secondMissingInPassage: number
  /** Neighbouring terms that stand together anywhere in the passage. */
  readonly passagePairs: number
  /** Share of what is not a name, of the whole passage. */
  readonly actionsByPassage: number
  /** Share of the names that the title holds. */
  readonly namesByTitle: number
  /** Share of the question with the sentences on both sides, title and section. */
  readonly withBoth: number
  /** Share of the question that stands within some words of what could be the answer. */
  readonly typeNear: number
  /** What a sentence that begins with a pronoun gains by the one before it. */
  readonly refersBack: number
  /** Share of neighbouring words, also of those that say nothing by themselves, that stand together. */
  readonly phrases: number
  /** Share of what the title does not say already, held by the sentence with those on both sides, and by the passage. */
  readonly beyondTitle: number
  readonly beyondTitleByPassage: number
}

/** A sentence and what speaks for it. */
export interface Measured extends Range {
  /** Place of its passage among the candidates, from 0. */
  readonly passage: number
  /** Which of the passage's blocks it stands in, from 0. */
  readonly block: number
  /** Whether it ends like no sentence does: a caption, a heading, a row, a member of a list. */
  readonly fragment: boolean
  readonly features: Features
}

const REFERS_BACK =
  /^(?:he|she|it|they|this|these|his|her|its|their|er|sie|es|dies|diese[rs]?|il|elle|ils|ce|él|ella|他|她|它|这)(?![\p{L}])/iu
const ENDED = /[.!?…:。！？；："'”’»」』)\]]$/u
const SHORT_WORDS = 6
/** A share of the question that is taken for said, when what a title leaves is compared. */
const SAID = 0.1
/** Words farther from a possible answer say nothing about it. */
const NEAR = 12

/** Takes the sentences of the candidates and measures each against a question. */
export function measure(question: Question, { candidates, weights }: Evidence): Measured[] {
  const likeness = createLikeness(question.terms)
  const readings = readingsOf(candidates)
  const context = contextOf(question, weights, readings)
  return readings.flatMap((reading, passage) => measurePassage(reading, passage, question, likeness, context))
}

/** A candidate with its sentences and their words. */
interface Reading {
  readonly candidate: Candidate
  readonly ranges: readonly Range[]
  readonly words: readonly (readonly Word[])[]
  /** Words of its title and section. */
  readonly heading: readonly Word[]
}

function readingsOf(candidates: readonly Candidate[]): Reading[] {
  const read = createReader()
  return candidates.map((candidate) => {
    const { text, breaks, title, section } = candidate
    const ranges = sentencesOf(text, candidate, breaks).filter(({ start, end }) => !isHatnote(text.slice(start, end)))
    const words = ranges.map(({ start, end }) => read(text.slice(start, end)))
    return { candidate, ranges, words, heading: read(`${title} ${section}`) }
  })
}

interface Context {
  readonly weights: readonly number[]
  readonly share: (match: readonly number[]) => number
  readonly nameShare: (match: readonly number[]) => number
  readonly rarest: number
  readonly second: number
  readonly total: number
  readonly best: number
  readonly articles: ReadonlyMap<string, number>
  /** Share of the pieces of the question's words that a text holds. */
  readonly pieces: (text: string) => number
}

function contextOf(question: Question, weights: readonly number[], readings: readonly Reading[]): Context {
  const total = sum(weights) || 1
  const nameWeights = weights.map((weight, at) => (question.terms[at]?.name === true ? weight : 0))
  const nameTotal = sum(nameWeights)
  const articles = new Map<string, number>()
  for (const { articleId, relevance } of readings.map(({ candidate }) => candidate))
    articles.set(articleId, (articles.get(articleId) ?? 0) + relevance)
  return {
    weights,
    share: (match) => dot(match, weights) / total,
    nameShare: (match) => (nameTotal === 0 ? 1 : dot(match, nameWeights) / nameTotal),
    rarest: weights.indexOf(Math.max(...weights)),
    second: secondOf(weights),
    total,
    best: readings[0]?.candidate.relevance ?? 1,
    articles,
    pieces: createPieceShare(
      question.terms,
      readings.map(({ heading, words }) => joinWords([...heading, ...words.flat()])),
    ),
  }
}

function measurePassage(
  { candidate, ranges, words, heading }: Reading,
  place: number,
  question: Question,
  likeness: Likeness,
  context: Context,
): Measured[] {
  const { share, nameShare, weights, total } = context
  const bags = words.map((list) => bagOf(list, question.terms, likeness))
  const title = bagOf(heading, question.terms, likeness)
  const passage = bags.reduce((all, bag) => union(all, bag.match), title.match)
  const pieces = (some: readonly Word[]) => context.pieces(joinWords([...heading, ...some]))
  const left = weights.map((weight, term) => weight * (1 - (title.match[term] ?? 0)))
  // The less a title leaves to be said, the less it tells who says it.
  const said = SAID * total
  const beyondTitle = (match: readonly number[]) => (dot(match, left) + said) / (sum(left) + said)
  const ofArticle = context.articles.get(candidate.articleId) ?? 0
  const shared = {
    byPassage: share(passage),
    byPassageSquared: share(passage) ** 2,
    byTitle: share(title.match),
    piecesByPassage: pieces(words.flat()),
    byPassageExact: share(passage.map((one) => Number(one === 1))),
    passageCount:
      dot(
        passage.map((_, term) => Math.log(1 + bags.filter((bag) => (bag.match[term] ?? 0) > 0).length)),
        weights,
      ) / total,
    passageLength: Math.log(1 + words.reduce((count, list) => count + list.length, 0)),
    namesByPassage: nameShare(passage),
    relevance: candidate.relevance / (context.best || 1),
    rank: 1 / (place + 1),
    articleShare: ofArticle / (sum([...context.articles.values()]) || 1),
    articleBest: ofArticle / Math.max(...context.articles.values(), Number.MIN_VALUE),
    rarestMissingInPassage: 1 - (passage[context.rarest] ?? 1),
    secondMissingInPassage: 1 - (passage[context.second] ?? 1),
    passagePairs: Math.max(0, ...bags.map((bag) => pairsOf(bag, weights))),
    actionsByPassage: lowerShare(question.terms, passage, weights),
    namesByTitle: nameShare(title.match),
    beyondTitleByPassage: beyondTitle(passage),
  }
  return ranges.map((range, at) => {
    const bag: Bag = bags[at] ?? { match: [], at: [] }
    const list: readonly Word[] = words[at] ?? []
    const sentence = candidate.text.slice(range.start, range.end)
    const covered = share(bag.match)
    const withTitle = union(bag.match, title.match)
    const withBefore = share(union(bag.match, bags[at - 1]?.match ?? []))
    const typed = isTyped(question)
    // Names are not marked in Chinese: that none is seen says little.
    const unmarked = /\p{scx=Han}/u.test(question.text) && (question.type === 'person' || question.type === 'place')
    const found = typed ? newSpans(sentence, question) : []
    const spans = found.length
    const around = union(withTitle, union(bags[at - 1]?.match ?? [], bags[at + 1]?.match ?? []))
    return {
      ...range,
      passage: place,
      block: candidate.breaks.filter((start) => start <= range.start).length,
      fragment: !ENDED.test(sentence),
      features: {
        ...shared,
        covered,
        coveredSquared: covered ** 2,
        piecesCovered: pieces(list),
        withBefore,
        withBehind: share(union(bag.match, bags[at + 1]?.match ?? [])),
        withTitle: share(withTitle),
        names: nameShare(withTitle),
        actions: lowerShare(question.terms, bag.match, weights),
        pairs: pairsOf(bag, weights),
        subsequence: subsequence(question.stems, list) / Math.max(1, question.stems.length),
        window: windowOf(bag, weights),
        exact: exactShare(question.terms, list, weights) / total,
        density: (covered * total) / Math.sqrt(SHORT_WORDS + list.length),
        typeFound: Number(spans > 0),
        typeMissing: Number(typed && spans === 0 && !unmarked),
        typeCount: Math.min(3, spans),
        withBoth: share(around),
        beyondTitle: beyondTitle(around),
        typeNear: found.length === 0 ? 0 : nearest(found, sentence, list, bag, weights) / total,
        length: Math.log(1 + list.length),
        short: Number(list.length < SHORT_WORDS),
        first: Number(at === 0),
        rarestMissing: 1 - (bag.match[context.rarest] ?? 1),
        phrases: phrasesOf(question.stems, list),
        refersBack: REFERS_BACK.test(sentence) ? withBefore - covered : 0,
      },
    }
  })
}

/** The most weight of matched terms within some words of one of the spans. */
function nearest(
  spans: readonly Range[],
  sentence: string,
  words: readonly Word[],
  bag: Bag,
  weights: readonly number[],
) {
  // About where a span stands among the words.
  const placeOf = (offset: number) => (offset / Math.max(1, sentence.length)) * words.length
  return Math.max(
    ...spans.map((span) => {
      const middle = placeOf((span.start + span.end) / 2)
      return sum(
        bag.at.map((place, term) =>
          place < 0
            ? 0
            : (weights[term] ?? 0) * (bag.match[term] ?? 0) * Math.max(0, 1 - Math.abs(place - middle) / NEAR),
        ),
      )
    }),
  )
}

/** Which weight is the second greatest; the greatest where there is one only. */
function secondOf(weights: readonly number[]): number {
  const order = weights.map((weight, at) => ({ weight, at })).sort((a, b) => b.weight - a.weight || a.at - b.at)
  return (order[1] ?? order[0])?.at ?? -1
}

function isTyped({ type }: Question): boolean {
  return type !== 'any' && type !== 'definition' && type !== 'yes-no'
}
