import { isLoneCharacter, isUnspaced, tokenise } from '../text/fold'
import { stem } from '../text/stem'

/** One word or phrase of a query. */
export interface Term {
  /** Its folded words, not stemmed, in order; at least one. */
  readonly words: readonly string[]
  /** Whether the last word may go on: it is still being typed, or is a lone character of a script without spaces. */
  readonly prefix: boolean
}

/** What a person asked for. */
export interface Query {
  /** All of these. */
  readonly wanted: readonly Term[]
  /** None of these. */
  readonly unwanted: readonly Term[]
}

/** More words than this are not a search but pasted text; the rest is left out. */
const MOST_TERMS = 32

const PIECE =
  /(?<minus>(?<!\S)-)?(?:["\u201c\u201d\u201e\u00ab\u00bb](?<phrase>[^"\u201c\u201d\u201e\u00ab\u00bb]*)(?<closed>["\u201c\u201d\u201e\u00ab\u00bb])?|(?<word>[^\s"\u201c\u201d\u201e\u00ab\u00bb]+))/gu

/**
 * Reads what was typed: words, `"phrases"` and `-unwanted` ones. The last word matches as a prefix. Nothing is an error;
 * a quotation mark that is not closed quotes the rest.
 */
export function parseQuery(text: string): Query {
  const wanted: Term[] = []
  const unwanted: Term[] = []
  const pieces = [...text.matchAll(PIECE)].slice(0, MOST_TERMS)
  pieces.forEach((piece, at) => {
    const groups = piece.groups ?? {}
    const words = tokenise(groups['phrase'] ?? groups['word'] ?? '').map((token) => token.text)
    const minus = groups['minus'] !== undefined
    const typing = at === pieces.length - 1 && !minus && groups['closed'] === undefined
    const term = termOf(words, typing)
    if (term !== undefined) (minus ? unwanted : wanted).push(term)
  })
  return { wanted, unwanted }
}

function termOf(words: readonly string[], typing: boolean): Term | undefined {
  const last = words.at(-1)
  if (last === undefined) return undefined
  // The lone last character of a run is there so that it can be found; the pair before it holds it already.
  const before = words.at(-2)
  if (isLoneCharacter(last) && before !== undefined && isUnspaced(before) && before.endsWith(last)) {
    return { words: words.slice(0, -1), prefix: false }
  }
  return { words, prefix: isLoneCharacter(last) || (typing && last.length > 1) }
}

/** Endings that words take, for guessing which one is being typed. */
const ENDINGS = ['ability', 'ation', 'ational', 'ement', 'ence', 'ance', 'iness', 'fulness', 'ibility', 'ically', 'ing', 'ity', 'ization', 'ize', 'izing', 'ousness', 'iveness', 'ies', 'ed'] // prettier-ignore

/**
 * Stems that a word being typed may turn out to have, though they are shorter than what is typed so far: `universi`
 * becomes `university`, which is indexed as `univers`.
 */
export function stemsToCome(word: string): string[] {
  const stems = new Set([stem(word)])
  for (const ending of ENDINGS) {
    for (let typed = 1; typed < ending.length; typed += 1) {
      if (!word.endsWith(ending.slice(0, typed))) continue
      const coming = stem(word + ending.slice(typed))
      if (!coming.startsWith(word)) stems.add(coming)
    }
  }
  return [...stems]
}

/** The FTS5 expression for all the wanted terms and none of the unwanted; null when nothing is wanted. */
export function allOf(query: Query): string | null {
  return combine(query, query.wanted, ' AND ')
}

/** The FTS5 expression for any of the wanted terms that say something; null when there is none. */
export function anyOf(query: Query): string | null {
  return combine(query, telling(query.wanted), ' OR ')
}

/** One FTS5 expression for each wanted term that says something. */
export function eachOf(query: Query): string[] {
  return telling(query.wanted).map(expressionOf)
}

/** The FTS5 expression for any of the unwanted terms; null when nothing is unwanted. */
export function unwantedOf({ unwanted }: Query): string | null {
  return unwanted.length === 0 ? null : unwanted.map(expressionOf).join(' OR ')
}

function combine({ unwanted }: Query, terms: readonly Term[], operator: string): string | null {
  if (terms.length === 0) return null
  const all = `(${terms.map(expressionOf).join(operator)})`
  return unwanted.length === 0 ? all : `${all} NOT (${unwanted.map(expressionOf).join(' OR ')})`
}

/** Words are letters and digits only, and quoted: nothing typed can be read as FTS5 syntax. */
function expressionOf({ words, prefix }: Term): string {
  const stems = words.map(stem)
  if (!prefix) return quoted(stems)
  const head = stems.slice(0, -1)
  const last = words.at(-1) ?? ''
  const whole = stemsToCome(last).map((word) => quoted([...head, word]))
  return `(${[`${quoted([...head, last])} *`, ...whole].join(' OR ')})`
}

function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

const STOP_WORDS = new Set(
  (
    'a about after all also an and any are as at be because been but by can could did do does for from had has have he ' +
    'her his how i if in into is it its many me more most much my no not of on or our out she so some such than that ' +
    'the their them then there these they this to up us was we were what when where which who whom whose why will with ' +
    'would you your'
  ).split(' '),
)

function telling(terms: readonly Term[]): readonly Term[] {
  const rest = terms.filter(({ words }) => words.some((word) => !STOP_WORDS.has(word)))
  return rest.length === 0 ? terms : rest
}
