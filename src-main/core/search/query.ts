import { parseSearch, type FilterPart, type SearchPart } from '@shared/text/search-query/parse-search'
import { isLoneCharacter, isUnspaced, tokenise } from '../text/fold'
import { stem } from '../text/stem'
import { isEnglishStopWord } from './stop-words'

/** One word or phrase of a query. */
export interface Term {
  /** Its folded words, not stemmed, in order; at least one. */
  readonly words: readonly string[]
  /** For each word, the terms of the index that are forms of it; at least one each. */
  readonly forms: readonly (readonly string[])[]
  /** Whether the last word may go on: it is still being typed, or is of a script without spaces. */
  readonly prefix: boolean
  /**
   * Whether it is being typed and what there is of it says too little: so much of the library begins so that only titles are
   * looked through for words which do.
   */
  readonly short: boolean
  /** Where it stands in what was typed. */
  readonly part: SearchPart
}

/** What a person asked for. */
export interface Query {
  /** All of these. */
  readonly wanted: readonly Term[]
  /** None of these. */
  readonly unwanted: readonly Term[]
  /** All of these; one that is not finished, such as `tag:`, is among them. */
  readonly filters: readonly FilterPart[]
}

/** The terms of the index that are forms of a folded word; the library's languages decide. */
export type FormsOf = (word: string) => readonly string[]

/** Fewer letters of an unfinished word are only looked for in titles. */
const SHORTEST_PREFIX = 3
/** More words than this are not a search but pasted text; the rest is left out. */
const MOST_TERMS = 32

const english: FormsOf = (word) => [stem(word)]

/**
 * Reads what was typed: words, `"phrases"`, `-unwanted` ones and filters. The last word matches as a prefix. Nothing is an error;
 * see `parseSearch` for the grammar.
 */
export function parseQuery(text: string, formsOf: FormsOf = english): Query {
  const wanted: Term[] = []
  const unwanted: Term[] = []
  const filters: FilterPart[] = []
  for (const part of parseSearch(text).slice(0, MOST_TERMS)) {
    if (part.kind === 'filter') {
      filters.push(part)
      continue
    }
    const words = tokenise(part.text).map((token) => token.text)
    const term = termOf(words, part, formsOf)
    if (term !== undefined) (part.negated ? unwanted : wanted).push(term)
  }
  return { wanted, unwanted, filters }
}

function termOf(all: readonly string[], part: SearchPart, formsOf: FormsOf): Term | undefined {
  let words = all
  const before = words.at(-2)
  const end = words.at(-1) ?? ''
  // The lone last character of a run is there so that it can be found; the pair before it holds it already.
  if (isLoneCharacter(end) && before !== undefined && isUnspaced(before) && before.endsWith(end)) {
    words = words.slice(0, -1)
  }
  const last = words.at(-1)
  if (last === undefined) return undefined
  const open = part.open && !part.negated && !isUnspaced(last) && last.length > 1
  const short = open && (last.length < SHORTEST_PREFIX || (words.length === 1 && isEnglishStopWord(last)))
  const typing = open && !short
  // A character may carry marks that were not typed.
  const prefix = isUnspaced(last) || typing
  const forms = words.map((word, at) =>
    prefix && at === words.length - 1 && !isUnspaced(word)
      ? [...new Set([...formsOf(word), ...stemsToCome(word)])]
      : formsOf(word),
  )
  return { words, forms, prefix, short, part }
}

/** Endings that words take, for guessing which one is being typed. */
const ENDINGS = ['ability', 'ation', 'ational', 'ement', 'ence', 'ance', 'iness', 'fulness', 'ibility', 'ically', 'ing', 'ity', 'ization', 'ize', 'izing', 'ousness', 'iveness', 'ies', 'ed'] // prettier-ignore

/**
 * Stems that a word being typed may turn out to have, though they are shorter than what is typed so far: `universi`
 * becomes `university`, which is indexed as `univers`.
 */
function stemsToCome(word: string): string[] {
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

/** As `allOf`, for titles: there, words that say too little yet match as prefixes too. */
export function inTitles(query: Query): string | null {
  const wanted = query.wanted.map((term) => ({ ...term, prefix: term.prefix || term.short }))
  return combine({ ...query, unwanted: [] }, wanted, ' AND ')
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

/** The most ways in which the words of one phrase are inflected. */
const MOST_WAYS = 12

/** Words are letters and digits only, and quoted: nothing typed can be read as FTS5 syntax. */
export function expressionOf({ words, forms, prefix }: Term): string {
  const ways = forms.reduce<readonly (readonly string[])[]>(
    (done, next) => done.flatMap((way) => next.map((form) => [...way, form])).slice(0, MOST_WAYS),
    [[]],
  )
  const last = words.at(-1) ?? ''
  // What begins so is found by the prefix already.
  const whole = ways.filter((way) => !prefix || !(way.at(-1) ?? '').startsWith(last)).map(quoted)
  const head = forms.slice(0, -1).map((each, at) => each[0] ?? words[at] ?? '')
  const all = prefix ? [`${quoted([...head, last])} *`, ...whole] : whole
  const different = [...new Set(all)]
  return different.length === 1 ? different.join('') : `(${different.join(' OR ')})`
}

function quoted(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

/** The terms that say something; all of them when none does. */
export function telling(terms: readonly Term[]): readonly Term[] {
  const rest = terms.filter(({ words }) => words.some((word) => !isEnglishStopWord(word)))
  return rest.length === 0 ? terms : rest
}
