import { parseQuestion } from '../question/question'
import { sentencesOf, type Range } from '../cite/sentences'
import { bagOf, createLikeness, wordsOf } from '../rank/words'
import { contradicts } from './negation'
import { numbersIn } from './numbers'

/** A passage that a model was given. Offsets are UTF-16 of `text`. */
export interface Passage extends Range {
  readonly title: string
  readonly section: string
  /** The whole text that its offsets count. */
  readonly text: string
  readonly breaks: readonly number[]
}

export interface Support {
  /** Whether the passages bear the sentence out. */
  readonly isSupported: boolean
  /** Of each passage that has to do with the sentence: its place among those given, and its sentence that says most of it. */
  readonly places: readonly (Range & { readonly passage: number })[]
}

/** So much of a sentence's content words must stand together in what it cites. */
const COVERED = 0.6
/** A passage with less of them has nothing to do with the sentence. */
const CONCERNED = 0.25
/** Words alike by so much are taken for the same: a shared stem, not a shared beginning. */
const ALIKE = 0.7
/** Sentences of a passage that are read together. */
const WINDOW = 3

/**
 * Whether a sentence says what the passages say that it cites: its content words, all its numbers and names, and no negation more
 * or less. It is a check of words: who did what to whom it cannot tell.
 */
export function support(sentence: string, passages: readonly Passage[]): Support {
  const { terms } = parseQuestion(sentence)
  const nothing: Support = { isSupported: false, places: [] }
  if (terms.length === 0 || passages.length === 0) return nothing
  const likeness = createLikeness(terms)
  const matchOf = (text: string): boolean[] =>
    bagOf(wordsOf(text), terms, likeness).match.map((value) => value >= ALIKE)
  const share = (match: readonly boolean[]): number => match.filter(Boolean).length / terms.length

  const read = passages.map((passage, at) => {
    const sentences = sentencesOf(passage.text, passage, passage.breaks).map((range) => {
      const text = passage.text.slice(range.start, range.end)
      return { ...range, passage: at, text, match: matchOf(text) }
    })
    const windows = sentences.map((_, from) => {
      const inside = sentences.slice(from, from + WINDOW)
      return { text: inside.map(({ text }) => text).join(' '), match: union(inside.map(({ match }) => match)) }
    })
    const heading = `${passage.title} ${passage.section}`
    return {
      best: top(sentences, ({ match }) => share(match)),
      window: top(windows, ({ match }) => share(match)),
      heading: matchOf(heading),
      whole: matchOf(`${heading} ${passage.text.slice(passage.start, passage.end)}`),
      headingText: heading,
    }
  })
  const concerned = read.filter(({ window }) => window !== undefined && share(window.match) >= CONCERNED)
  const places = concerned.flatMap(({ best }) => (best === undefined ? [] : [best]))
  if (places.length === 0) return nothing

  const covered = union(
    concerned.flatMap(({ window, heading }) => (window === undefined ? [] : [window.match, heading])),
  )
  const anywhere = union(concerned.map(({ whole }) => whole))
  const said = concerned.map(({ window, headingText }) => `${window?.text ?? ''} ${headingText}`).join(' ')
  const known = numbersIn(said)
  const hasNumbers = [...numbersIn(sentence)].every((number) => known.has(number))
  const hasNames = terms.every(({ name, word }, at) => !name || /^\p{N}/u.test(word) || anywhere[at] === true)
  const isSupported =
    share(covered) >= COVERED &&
    hasNumbers &&
    hasNames &&
    !contradicts(
      sentence,
      places.map(({ text }) => text),
      concerned.map(({ window }) => window?.text ?? ''),
    )
  return { isSupported, places: places.map(({ start, end, passage }) => ({ start, end, passage })) }
}

function union(matches: readonly (readonly boolean[])[]): boolean[] {
  const [first = []] = matches
  return first.map((_, at) => matches.some((match) => match[at] === true))
}

function top<Item>(items: readonly Item[], value: (item: Item) => number): Item | undefined {
  let best: Item | undefined
  for (const item of items) if (best === undefined || value(item) > value(best)) best = item
  return best
}
