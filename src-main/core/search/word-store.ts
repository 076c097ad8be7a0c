import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { isUnspaced, tokenise } from '../text/fold'
import { lightLanguage, lightStem } from '../text/light-stem'
import { stem } from '../text/stem'
import { nearestWords } from './nearest-words'
import { createTermStore } from './term-store'

/** Shorter and longer ones are not offered for what was misspelt. */
const SHORTEST = 3
const LONGEST = 40
/** Two letters of a word this long may be wrong. */
const LONG = 6
/** How many of the nearest words are weighed by how often they stand in the library. */
const MOST_COUNTED = 12
/** How many letters of a word's end it can be found by. */
const TAIL = 3

/** A word of the library. */
export interface KnownWord {
  /** Folded. */
  readonly word: string
  /** As a text spells it, in lower case. */
  readonly shown: string
}

const Known = z.array(z.object({ word: z.string(), shown: z.string() }))

/** Keeps the library's own words, and which of them are forms of one word. */
export function createWordStore(db: Database) {
  const insert = db.prepare('INSERT OR IGNORE INTO search_words (word, shown, tail) VALUES (?, ?, ?)')
  const insertForm = db.prepare('INSERT OR IGNORE INTO search_forms (language, stem, term) VALUES (?, ?, ?)')
  // Goes from language to language; DISTINCT would walk through every form.
  const languages = db
    .prepare(
      `WITH RECURSIVE known (language) AS (
         SELECT min(language) FROM search_forms
         UNION ALL SELECT (SELECT min(f.language) FROM search_forms f WHERE f.language > k.language) FROM known k
         WHERE k.language IS NOT NULL)
       SELECT language FROM known WHERE language IS NOT NULL`,
    )
    .pluck()
  const forms = db.prepare('SELECT term FROM search_forms WHERE language = ? AND stem = ? LIMIT 40').pluck()
  const byStart = db.prepare(`
    SELECT word, shown FROM search_words WHERE word >= @from AND word < @to AND length(word) BETWEEN @shortest AND @longest`)
  const byTail = db.prepare(`
    SELECT word, shown FROM search_words WHERE tail = @tail AND length(word) BETWEEN @shortest AND @longest`)
  const beginning = db.prepare('SELECT 1 FROM search_words WHERE word >= @from AND word < @to LIMIT 1').pluck()
  const frequency = createTermStore(db)

  const formsOf = (word: string): string[] => {
    const terms = new Set([stem(word)])
    for (const language of z.array(z.string()).parse(languages.all())) {
      for (const term of z.array(z.string()).parse(forms.all(language, lightStem(word, language)))) terms.add(term)
    }
    return [...terms]
  }

  /** Words that may be meant by a misspelt one: with its first letter, its second one, or its end, and about as long. */
  const near = (word: string, away: number): KnownWord[] => {
    const size = { shortest: word.length - away, longest: word.length + away }
    const starts = [...new Set(Array.from(word).slice(0, 2))]
    return [
      ...starts.flatMap((from) => Known.parse(byStart.all({ ...size, from, to: `${from}\u{10ffff}` }))),
      ...Known.parse(byTail.all({ ...size, tail: word.slice(-TAIL) })),
    ]
  }

  return {
    /** Remembers the words of a text in a language (BCP 47). */
    add(text: string, language: string | null): void {
      const tongue = lightLanguage(language)
      const seen = new Set<string>()
      for (const { text: word, start, end } of tokenise(text)) {
        if (seen.has(word) || word.length < SHORTEST || word.length > LONGEST) continue
        seen.add(word)
        if (isUnspaced(word) || !/^\p{L}/u.test(word)) continue
        const shown = text
          .slice(start, end)
          .toLowerCase()
          .replace(/\p{Cf}/gu, '')
        insert.run(word, shown, word.slice(-TAIL))
        if (tongue !== null) insertForm.run(tongue, lightStem(word, tongue), stem(word))
      }
    },
    /** The terms of the index that are forms of a folded word in some language of the library, its own first. */
    formsOf,
    /** In how many rows of the index some form of a folded word stands. */
    frequencyOf: (word: string): number => formsOf(word).reduce((sum, term) => sum + frequency(term), 0),
    /** Whether some word of the library begins so. */
    begins: (word: string): boolean => beginning.get({ from: word, to: `${word}\u{10ffff}` }) !== undefined,
    near,
    /** The word of the library that a finished word, which the library does not hold, may be meant for; undefined for none. */
    meantBy(word: string): KnownWord | undefined {
      const away = word.length < LONG ? 1 : 2
      const counted = nearestWords(word, near(word, away), away, false)
        .slice(0, MOST_COUNTED)
        .map((each) => ({ ...each, documents: frequency(stem(each.word)) }))
        .filter(({ documents }) => documents > 0)
      return counted.sort((a, b) => a.far - b.far || b.documents - a.documents)[0]
    },
  }
}
