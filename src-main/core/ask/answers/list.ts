import type { AnswerItem, Citation } from '@shared/contract/ask'
import { newSpans } from '../rank/new-spans'
import type { Question } from '../question/question'
import type { Range } from '../cite/sentences'

/** A citation that says much less than the first adds nothing to a list. */
const ENOUGH = 0.25
const MOST = 12
const LONGEST_ITEM = 60
/** A member of more words is a clause, not a thing. */
const MOST_WORDS = 6
/** Between the members of a list: `A, B and C`. */
const BETWEEN = /\s*(?:[,;、，]\s*(?:and|or|und|oder|et|ou|y|e|и)?\s*|\s(?:and|or|und|oder|et|ou|y|и)\s|[和与及])\s*/gu
/** Where members begin. */
const LEAD = /(?:such as|including|includes?|like|are|were|namely|consists? of|of|:|wie|sind|waren)\s+/giu

/** Members of a list that citations name, in the order of the text, each once; fewer than two are no list. */
export function listItems(citations: readonly Citation[], question: Question, most: number): AnswerItem[] {
  const [first] = citations
  if (first === undefined) return []
  const items: AnswerItem[] = []
  const seen = new Set<string>()
  citations.forEach((cited, citation) => {
    if (cited.score < first.score * ENOUGH || cited.articleId !== first.articleId) return
    for (const { start, end } of membersOf(cited, question)) {
      const text = cited.quote.slice(start, end)
      const key = text.toLowerCase()
      if (seen.has(key) || items.length >= Math.min(most, MOST)) continue
      seen.add(key)
      items.push({ text, citation, start, end })
    }
  })
  return items.length < 2 ? [] : items
}

function membersOf({ quote, focus }: Citation, question: Question): Range[] {
  const sentence = quote.slice(focus.start, focus.end)
  const wanted =
    question.type === 'any' || question.type === 'definition' ? enumerated(sentence) : newSpans(sentence, question)
  const names = wanted.length > 0 ? [] : newSpans(sentence, { ...question, type: 'person' })
  // A sentence with one name in it lists nothing.
  const found = names.length >= 2 ? names : wanted
  return found.map(({ start, end }) => ({ start: start + focus.start, end: end + focus.start }))
}

/** Members of an enumeration within a sentence: at least three short pieces between commas. */
function enumerated(sentence: string): Range[] {
  let best: Range[] = []
  for (const { index, 0: lead } of sentence.matchAll(LEAD)) {
    const members = piecesFrom(sentence, index + lead.length)
    // Of two that are as long, the later one begins nearer to its first member.
    if (members.length >= best.length) best = members
  }
  return best.length >= 3 ? best : []
}

function piecesFrom(sentence: string, from: number): Range[] {
  const stop = sentence
    .slice(from)
    .search(/[.;:!?。；()[\]]|\s(?:which|that|who|where|when|while|because|although)\s|$/u)
  const tail = sentence.slice(from, from + stop)
  const pieces: Range[] = []
  let start = 0
  for (const match of [...tail.matchAll(BETWEEN), null]) {
    const end = match === null ? tail.length : match.index
    const piece = tail.slice(start, end)
    if (piece.length > LONGEST_ITEM || piece.trim().split(/\s+/u).length > MOST_WORDS) break
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const at = from + start + piece.indexOf(trimmed)
      pieces.push({ start: at, end: at + trimmed.length })
    }
    start = match === null ? end : match.index + match[0].length
  }
  return pieces
}
