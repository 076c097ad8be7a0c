import type { Citation, Written, WrittenSentence } from '@shared/contract/ask'
import type { Candidate } from '../retrieve/candidate'
import { citedSentences, type CitedSentence } from './cited-sentences'
import { support, type Support } from './support'
import { NO_ADDRESS, wholeWords } from './visible-text'

/** What is made of a model's words so far. */
export interface Checked extends Pick<Written, 'sentences' | 'sources'> {
  /** Whole words of the sentence that is not finished. */
  readonly tail: string
}

/** What a model was told to write when the passages do not hold the answer. */
const SILENT = /^\W*not\s+found\W*$/iu

/** Whether a model says, in the words it was given for that, that the passages do not hold the answer. */
export const isSilent = (text: string): boolean => SILENT.test(text)

/** Makes the function that holds a model's words against the passages that it was given. It remembers what it has read. */
export function createChecker(passages: readonly Candidate[]): (text: string, isDone: boolean) => Checked {
  const known = new Map<string, Support>()
  const supportOf = (sentence: CitedSentence, cited: readonly Candidate[]): Support => {
    const key = `${sentence.numbers.join()} ${sentence.text}`
    const value = known.get(key) ?? support(sentence.text, cited)
    known.set(key, value)
    return value
  }
  return (text, isDone) => {
    const all = citedSentences(text)
    const last = all.at(-1)
    const finished = isDone ? all : all.slice(0, -1)
    const sources: Citation[] = []
    const sentences = finished.map((sentence): WrittenSentence => {
      const cited = sentence.numbers.flatMap((number) => passages[number - 1] ?? [])
      if (cited.length === 0) return { text: sentence.text, citations: [], support: 'uncited' }
      const { isSupported, places } = supportOf(sentence, cited)
      const citations = places.flatMap(({ passage, start, end }) => {
        const from = cited[passage]
        return from === undefined ? [] : [place(sources, citationOf(from, start, end))]
      })
      return {
        text: sentence.text,
        citations: [...new Set(citations)],
        support: isSupported && !sentence.text.includes(NO_ADDRESS) ? 'supported' : 'unsupported',
      }
    })
    const words = /\s$/u.test(text) ? last?.text : wholeWords(last?.text ?? '')
    return { sentences, sources, tail: isDone ? '' : (words ?? '').trimEnd() }
  }
}

/** The place of a source among those used so far, which it joins where it is new. */
function place(sources: Citation[], source: Citation): number {
  const at = sources.findIndex(
    ({ snapshotId, start, end }) => snapshotId === source.snapshotId && start === source.start && end === source.end,
  )
  return at === -1 ? sources.push(source) - 1 : at
}

function citationOf({ articleId, snapshotId, title, section, text }: Candidate, start: number, end: number): Citation {
  const focus = { start: 0, end: end - start }
  return { articleId, snapshotId, title, section, start, end, quote: text.slice(start, end), focus, score: 1 }
}
