import type { Random } from './random'
import { cut, fresh, join, replace, type Traced } from './traced-text'

/** A text as its sentences, and what must not be lost sight of while it is edited. */
export interface Draft {
  sentences: Traced[]
  /** Offsets of the text of before where a statement was turned into another: a number, a negation. */
  readonly turned: Set<number>
  /**
   * Sentences that were copied, or nearly. They are not deleted or moved afterwards: a copy whose first is gone is where it moved to, for all
   * that anybody could say.
   */
  readonly copied: Set<string>
  /** Words to write new sentences with. */
  readonly words: readonly string[]
}

type Edit = (draft: Draft, random: Random) => void

const someSentence = (draft: Draft, random: Random): number => random.below(draft.sentences.length)

const change = (draft: Draft, at: number, edit: (sentence: Traced) => Traced): void => {
  const sentence = draft.sentences[at]
  if (sentence !== undefined) draft.sentences[at] = edit(sentence)
}

/** The place of a random match, or null. */
function find(sentence: Traced, pattern: RegExp, random: Random): { start: number; end: number; words: string } | null {
  const all = [...sentence.text.matchAll(pattern)]
  if (all.length === 0) return null
  const match = random.pick(all)
  return { start: match.index, end: match.index + match[0].length, words: match[0] }
}

function sentenceOf(words: readonly string[], random: Random): string {
  const made = Array.from({ length: 4 + random.below(16) }, () => random.pick(words)).join(' ')
  return `${made.charAt(0).toUpperCase()}${made.slice(1)}. `
}

/** Takes sentences out, unless they were copied. */
function take(draft: Draft, at: number, count: number): Traced[] {
  const wanted = draft.sentences.slice(at, at + count)
  if (wanted.some(({ text }) => draft.copied.has(text.trim()))) return []
  return draft.sentences.splice(at, count)
}

/** A stretch of sentences, as a paragraph or a section. */
function stretch(draft: Draft, random: Random, most: number): { at: number; count: number } {
  const at = someSentence(draft, random)
  return { at, count: Math.min(draft.sentences.length - at, 1 + random.below(most)) }
}

const insertSentence: Edit = (draft, random) =>
  void draft.sentences.splice(someSentence(draft, random), 0, fresh(sentenceOf(draft.words, random)))

const insertParagraph: Edit = (draft, random) => {
  const paragraph = Array.from({ length: 2 + random.below(6) }, () => sentenceOf(draft.words, random)).join('')
  draft.sentences.splice(someSentence(draft, random), 0, fresh(`\n${paragraph}\n`))
}

const deleteSentence: Edit = (draft, random) => void take(draft, someSentence(draft, random), 1)

const deleteParagraph: Edit = (draft, random) => {
  const { at, count } = stretch(draft, random, 6)
  take(draft, at, count)
}

const moveSentence: Edit = (draft, random) => {
  const moved = take(draft, someSentence(draft, random), 1)
  draft.sentences.splice(someSentence(draft, random), 0, ...moved)
}

const moveParagraph: Edit = (draft, random) => {
  const { at, count } = stretch(draft, random, 8)
  const moved = take(draft, at, count)
  draft.sentences.splice(someSentence(draft, random), 0, ...moved)
}

/** The copy comes from nowhere: a highlight belongs to the sentence that was there. */
const duplicateSentence: Edit = (draft, random) => {
  const sentence = draft.sentences[someSentence(draft, random)]
  if (!sentence) return
  draft.copied.add(sentence.text.trim())
  draft.sentences.splice(someSentence(draft, random), 0, fresh(sentence.text))
}

const nearTwin: Edit = (draft, random) => {
  const sentence = draft.sentences[someSentence(draft, random)]
  if (!sentence) return
  const word = find(sentence, /\p{L}{4,}/gu, random)
  if (word === null) return
  draft.copied.add(sentence.text.trim())
  const twin = replace(sentence, word.start, word.end, random.pick(draft.words))
  draft.sentences.splice(someSentence(draft, random), 0, fresh(twin.text))
}

const reword: Edit = (draft, random) => {
  const at = someSentence(draft, random)
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    change(draft, at, (sentence) => {
      const word = find(sentence, /(?<!\p{L})(?!(?:not|never)(?!\p{L}))\p{L}{3,}/gu, random)
      return word === null ? sentence : replace(sentence, word.start, word.end, random.pick(draft.words))
    })
  }
}

const rename: Edit = (draft, random) =>
  change(draft, someSentence(draft, random), (sentence) => {
    const name = find(sentence, /(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}/gu, random)
    return name === null
      ? sentence
      : replace(sentence, name.start, name.end, random.pick(['Marlow', 'Ibsen', 'Okafor']))
  })

const renumber: Edit = (draft, random) =>
  change(draft, someSentence(draft, random), (sentence) => {
    const number = find(sentence, /(?<![\d[.,])\d+(?![\d\]]|[.,]\d)/gu, random)
    if (number === null) return sentence
    for (let at = number.start; at < number.end; at += 1) draft.turned.add(sentence.origin[at] ?? -1)
    return replace(sentence, number.start, number.end, String(Number(number.words) + 1 + random.below(9)))
  })

const deny: Edit = (draft, random) =>
  change(draft, someSentence(draft, random), (sentence) => {
    const verb = find(sentence, /(?<= (?:is|was|are|were|has|had|can|could|will|would|did)) (?!not)/gu, random)
    if (verb === null) return sentence
    draft.turned.add(sentence.origin[verb.start] ?? -1)
    return join([cut(sentence, 0, verb.start), fresh(' not'), cut(sentence, verb.start)])
  })

const affirm: Edit = (draft, random) =>
  change(draft, someSentence(draft, random), (sentence) => {
    const not = find(sentence, / (?:not|never)(?= )/gu, random)
    // One that an edit put there is no statement of before.
    if (not === null || sentence.origin[not.start] === -1) return sentence
    for (let at = not.start; at < not.end; at += 1) draft.turned.add(sentence.origin[at] ?? -1)
    return replace(sentence, not.start, not.end, '')
  })

/** All citations of the text count anew. */
const shiftCitations: Edit = (draft, random) => {
  const by = 1 + random.below(20)
  draft.sentences = draft.sentences.map((sentence) => {
    let shifted = sentence
    for (const mark of [...sentence.text.matchAll(/(?<=\p{L}[.,]?)\[(\d{1,3})\]/gu)].reverse()) {
      shifted = replace(shifted, mark.index, mark.index + mark[0].length, `[${Number(mark[1]) + by}]`)
    }
    return shifted
  })
}

const addCitation: Edit = (draft, random) =>
  change(draft, someSentence(draft, random), (sentence) => {
    const stop = find(sentence, /(?<=\p{L}{3})[.,](?=\s)/gu, random)
    if (stop === null) return sentence
    const mark = random.pick(['[citation needed]', `[${1 + random.below(300)}]`, '[note 3]', '[a]'])
    return join([cut(sentence, 0, stop.end), fresh(mark), cut(sentence, stop.end)])
  })

/** Each sign keeps its place: nothing was said anew. */
const setAnew: Edit = (draft, random) => {
  const [from, to] = random.pick([
    [/"/gu, '”'],
    [/'/gu, '’'],
    [/–/gu, '-'],
    [/ /gu, '\u00a0'],
    [/-/gu, '–'],
    [/“/gu, '«'],
  ] as const)
  draft.sentences = draft.sentences.map((sentence) =>
    random.chance(0.5) ? sentence : { text: sentence.text.replace(from, to), origin: sentence.origin },
  )
}

/** What editing does, the frequent first. */
const EDITS: readonly (readonly [edit: Edit, weight: number])[] = [
  [reword, 6],
  [insertSentence, 5],
  [deleteSentence, 5],
  [moveSentence, 2],
  [moveParagraph, 2],
  [insertParagraph, 3],
  [deleteParagraph, 2],
  [duplicateSentence, 3],
  [nearTwin, 4],
  [rename, 4],
  [renumber, 5],
  [deny, 4],
  [affirm, 3],
  [shiftCitations, 1],
  [addCitation, 3],
  [setAnew, 2],
]
const BAG = EDITS.flatMap(([edit, weight]) => Array.from({ length: weight }, () => edit))

/** Makes some random edits. */
export function editAtRandom(draft: Draft, random: Random, times: number): void {
  for (let left = times; left > 0 && draft.sentences.length > 3; left -= 1) random.pick(BAG)(draft, random)
}

/** Puts twins and near twins of sentences into a text, for later edits to trip over. */
export function plantTwins(draft: Draft, random: Random, times: number): void {
  for (let left = times; left > 0; left -= 1) random.pick([duplicateSentence, nearTwin, nearTwin])(draft, random)
}

/** Splits a text into its sentences; together they are the text. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?][\]\d["”’)]*\s+|\n+|[。！？])/u).filter((sentence) => sentence !== '')
}
