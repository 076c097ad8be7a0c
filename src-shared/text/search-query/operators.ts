/** What narrows a search: `tag:history`. */
export type Operator =
  'tag' | 'topic' | 'site' | 'author' | 'lang' | 'before' | 'after' | 'in' | 'colour' | 'is' | 'has'

/** Values of operators that know all of theirs. */
export const IN_VALUES = ['articles', 'highlights', 'notes', 'answers'] as const
export const IS_VALUES = ['unread', 'read', 'inbox', 'reading', 'archived', 'favourite', 'finished'] as const
export const HAS_VALUES = ['highlights', 'notes'] as const
export const COLOUR_VALUES = ['yellow', 'green', 'blue', 'pink', 'purple'] as const

/** An operator as it is offered. */
export interface OperatorHelp {
  readonly operator: Operator
  readonly help: string
}

/** All operators, in the order in which they are offered. */
export const OPERATORS: readonly OperatorHelp[] = [
  { operator: 'tag', help: 'has this tag' },
  { operator: 'topic', help: 'belongs to this topic' },
  { operator: 'in', help: 'articles, highlights, notes or answers' },
  { operator: 'is', help: 'unread, reading, archived, favourite …' },
  { operator: 'has', help: 'highlights or notes' },
  { operator: 'colour', help: 'highlighted in this colour' },
  { operator: 'site', help: 'comes from this site' },
  { operator: 'author', help: 'written by' },
  { operator: 'lang', help: 'in this language' },
  { operator: 'after', help: 'added or written since: 2024, 2024-03, 30d' },
  { operator: 'before', help: 'added or written before' },
]

const ALIASES: Readonly<Record<string, Operator>> = {
  tags: 'tag', topics: 'topic', color: 'colour', language: 'lang', by: 'author', domain: 'site', since: 'after',
  until: 'before', kind: 'in', state: 'is',
} // prettier-ignore

const SAME: Readonly<Record<string, string>> = {
  article: 'articles', highlight: 'highlights', quotes: 'highlights', note: 'notes', answer: 'answers', questions: 'answers',
  archive: 'archived', favorite: 'favourite', favourites: 'favourite', favorites: 'favourite', starred: 'favourite',
  opened: 'read', done: 'finished',
} // prettier-ignore

/** The operator that a name, in any case, stands for; null for a name that is none. */
export function operatorOf(name: string): Operator | null {
  const lower = name.toLowerCase()
  if (Object.hasOwn(ALIASES, lower)) return ALIASES[lower] ?? null
  return OPERATORS.find(({ operator }) => operator === lower)?.operator ?? null
}

/** The values an operator knows; null when its values are the library's. */
export function valuesOf(operator: Operator): readonly string[] | null {
  if (operator === 'in') return IN_VALUES
  if (operator === 'is') return IS_VALUES
  if (operator === 'has') return HAS_VALUES
  if (operator === 'colour') return COLOUR_VALUES
  if (operator === 'before' || operator === 'after') return ['today', 'yesterday', '7d', '30d', '1y']
  return null
}

/** A value as its operator spells it: `starred` is `favourite`, `#history` is `history`. */
export function normalValue(operator: Operator, value: string): string {
  const trimmed = value.trim()
  if (operator === 'tag') return trimmed.replace(/^#/u, '')
  const lower = trimmed.toLowerCase()
  if (operator !== 'in' && operator !== 'is' && operator !== 'has') return trimmed
  return Object.hasOwn(SAME, lower) ? (SAME[lower] ?? lower) : lower
}
