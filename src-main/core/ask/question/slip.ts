/** Letters that are written for one another because they sound alike, or because their keys are neighbours. */
const CONFUSED = ['aeiouy', 'sz', 'ckq', 'dt', 'bp', 'vw', 'fv', 'gj', 'jy', 'iy', 'mn', 'qwa', 'we', 'er', 'rt', 'ty', 'yu', 'ui', 'io', 'op', 'as', 'sd', 'df', 'fg', 'gh', 'hj', 'jk', 'kl', 'zx', 'xc', 'cv', 'vb', 'bn'] // prettier-ignore
const SHORTEST = 6
/** In shorter words one letter more, less or other is often another word: feather, father. */
const LONG = 7
const LONGER = 8

/**
 * Whether a word is what comes of writing another one carelessly: letters in another order, a letter doubled or not, left out, put
 * in, or taken for one that is like it. Words that are only near to each other (`Boston`, `bottom`) are not. Both folded.
 */
export function isSlip(typed: string, meant: string): boolean {
  if (typed === meant || typed[0] !== meant[0] || Math.min(typed.length, meant.length) < SHORTEST) return false
  if (typed.length === meant.length) return inOtherOrder(typed, meant) || isConfused(typed, meant)
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed]
  if (long.length !== short.length + 1) return false
  const at = differsFrom(short, long)
  // What is more at the very end makes another form of a word.
  if (at === short.length || short.slice(at) !== long.slice(at + 1)) return false
  return long[at] === long[at - 1] || short.length >= LONGER
}

function inOtherOrder(typed: string, meant: string): boolean {
  const differ = Array.from(typed).filter((letter, at) => letter !== meant[at]).length
  return differ <= 4 && lettersOf(typed) === lettersOf(meant)
}

function lettersOf(word: string): string {
  return Array.from(word).sort().join('')
}

function isConfused(typed: string, meant: string): boolean {
  const at = differsFrom(typed, meant)
  if (typed.length < LONG || typed.slice(at + 1) !== meant.slice(at + 1)) return false
  return CONFUSED.some((group) => group.includes(typed[at] ?? ' ') && group.includes(meant[at] ?? ' '))
}

/** Where two words begin to differ. */
function differsFrom(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}
