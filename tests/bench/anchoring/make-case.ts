import { editAtRandom, plantTwins, sentencesOf, type Draft } from './edits'
import type { Random } from './random'
import { fresh, join, traced, type Traced } from './traced-text'

/** A passage that was highlighted, as UTF-16 offsets of the older text. */
export interface Passage {
  readonly start: number
  readonly end: number
}

/** An article before and after, with highlights made before. */
export interface Case {
  readonly before: string
  readonly after: Traced
  readonly turned: ReadonlySet<number>
  readonly passages: readonly Passage[]
}

/** How many characters of an article are taken: edits are spread over them. */
const MOST = 24_000

/** Makes a case of an article: some twins are planted, highlights are made, and then the text is edited. */
export function makeCase(article: string, random: Random, anchors: number): Case {
  const low = article.length > MOST ? random.below(article.length - MOST) : 0
  const cutOut = sentencesOf(article.slice(low, low + MOST)).slice(low > 0 ? 1 : 0)
  const words = [...new Set(cutOut.join('').match(/\p{L}{3,12}/gu) ?? ['word'])]
  const planted: Draft = { sentences: cutOut.map(fresh), turned: new Set(), copied: new Set(), words }
  plantTwins(planted, random, random.below(6))
  const before = `${join(planted.sentences).text.trimEnd()}\n`

  const draft: Draft = { sentences: [], turned: new Set(), copied: new Set(), words }
  let at = 0
  for (const sentence of sentencesOf(before)) {
    draft.sentences.push(traced(sentence, at))
    at += sentence.length
  }
  const bounds = draft.sentences.map(({ origin }) => origin[0] ?? 0).concat(before.length)
  const passages = Array.from({ length: anchors }, () => somePassage(before, bounds, random)).filter(
    ({ start, end }) =>
      start < end &&
      /\p{L}|\d/u.test(before.slice(start, end).replace(/\[[^\]]*\]/gu, '')) &&
      !/\[(?:[^\]]{0,12})$/u.test(before.slice(Math.max(0, start - 12), start)),
  )
  editAtRandom(draft, random, 1 + random.below(Math.max(3, Math.min(40, draft.sentences.length / 5))))
  return { before, after: join(draft.sentences), turned: draft.turned, passages }
}

/** A word, some words, a sentence, some sentences, part of both, or a long stretch. */
function somePassage(text: string, bounds: readonly number[], random: Random): Passage {
  const sentence = random.below(bounds.length - 1)
  const kind = random.below(10)
  const from = bounds[sentence] ?? 0
  if (kind < 5) {
    const words = [...text.slice(from, bounds[sentence + 1]).matchAll(/[\p{L}\p{N}]+/gu)]
    const first = random.below(words.length)
    const last = Math.min(words.length - 1, first + (kind === 0 ? 0 : random.below(kind * 4)))
    const end = words[last]
    return { start: from + (words[first]?.index ?? 0), end: end ? from + end.index + end[0].length : 0 }
  }
  const count = kind < 8 ? 1 : kind < 9 ? 2 + random.below(4) : 2 + random.below(30)
  return trimmed(text, from, bounds[Math.min(sentence + count, bounds.length - 1)] ?? text.length)
}

function trimmed(text: string, start: number, end: number): Passage {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: end - (words.length - words.trimEnd().length) }
}
