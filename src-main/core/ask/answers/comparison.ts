import type { AskScope, Citation } from '@shared/contract/ask'
import type { AskStore } from '../ask-store'
import { citationOf } from '../cite/citation-of'
import { sentencesOf, type Range } from '../cite/sentences'
import { contentStems } from '../question/stop-words'
import { isHatnote } from '../retrieve/apparatus'
import type { Candidate } from '../retrieve/candidate'
import { beforeCopula } from './definition'

/** So much of each article is compared. */
const PASSAGES = 80
const PAIRS = 2
/** So many sentences that name it are looked through for what a thing is. */
const BEGINNING = 12
const FEWEST_WORDS = 5
const LONGEST = 450

interface Sentence extends Range {
  readonly candidate: Candidate
  readonly stems: ReadonlySet<string>
}

/**
 * What two articles say about the same things: how each begins, then pairs of sentences that share the most words beside the two
 * titles. Null unless there is an article of each name.
 */
export function compare(store: AskStore, [one, other]: readonly [string, string], scope: AskScope): Citation[] | null {
  const everything = store.reach(scope.kind === 'topic' ? scope : { kind: 'library' })
  const first = store.titled([...contentStems(one)], everything)
  const second = store.titled([...contentStems(other)], everything)
  if (first === undefined || second === undefined || first.articleId === second.articleId) return null
  const titles = new Set([...contentStems(first.title), ...contentStems(second.title)])
  const firsts = sentencesIn(store, first.articleId)
  const seconds = sentencesIn(store, second.articleId)
  const [lead, otherLead] = [leadOf(firsts, contentStems(one)), leadOf(seconds, contentStems(other))]
  if (lead === undefined || otherLead === undefined) return null
  const pairs = pairsOf(firsts.filter((sentence) => sentence !== lead), seconds.filter((sentence) => sentence !== otherLead), titles) // prettier-ignore
  return [lead, otherLead, ...pairs.flat()].map((sentence) => citationOf(sentence.candidate, sentence, sentence, 1))
}

/** The first sentence that says what its subject is, else the first that names it, else the first. */
function leadOf(sentences: readonly Sentence[], subject: ReadonlySet<string>): Sentence | undefined {
  const naming = sentences.filter(({ stems }) => [...subject].every((stem) => stems.has(stem)))
  const defining = naming.slice(0, BEGINNING).find(({ candidate, start, end }) => {
    const before = beforeCopula(candidate.text.slice(start, end))
    return before !== null && [...subject].every((stem) => contentStems(before).has(stem))
  })
  return defining ?? naming[0] ?? sentences[0]
}

function sentencesIn(store: AskStore, articleId: Candidate['articleId']): Sentence[] {
  return store.inOrder(store.reach({ kind: 'article', articleId }), PASSAGES).flatMap((candidate) =>
    sentencesOf(candidate.text, candidate, candidate.breaks).flatMap((range) => {
      const text = candidate.text.slice(range.start, range.end)
      const stems = contentStems(text)
      const isProse =
        stems.size >= FEWEST_WORDS &&
        !isHatnote(text) &&
        text.length <= LONGEST &&
        /[.!?。！？।؟]["'”’)\]]*(?:\[[^\]]*\])*$/u.test(text)
      return isProse ? [{ ...range, candidate, stems }] : []
    }),
  )
}

function pairsOf(
  firsts: readonly Sentence[],
  seconds: readonly Sentence[],
  titles: ReadonlySet<string>,
): (readonly [Sentence, Sentence])[] {
  const counts = new Map<string, number>()
  for (const { stems } of [...firsts, ...seconds])
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const all = firsts.length + seconds.length
  const scored = firsts.flatMap((one) =>
    seconds.map((other) => {
      let shared = 0
      for (const stem of one.stems) {
        if (other.stems.has(stem) && !titles.has(stem)) shared += Math.log(1 + all / (counts.get(stem) ?? 1))
      }
      return { pair: [one, other] as const, score: shared / Math.sqrt(8 + one.stems.size + other.stems.size) }
    }),
  )
  const chosen: (readonly [Sentence, Sentence])[] = []
  for (const { pair, score } of scored.sort((a, b) => b.score - a.score)) {
    if (chosen.length >= PAIRS || score <= 0) break
    if (chosen.every(([one, other]) => one !== pair[0] && other !== pair[1])) chosen.push(pair)
  }
  return chosen
}
