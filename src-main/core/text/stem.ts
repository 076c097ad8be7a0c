const CONSONANT = '[^aeiou]'
const VOWEL = '[aeiouy]'
const CONSONANTS = `${CONSONANT}[^aeiouy]*`
const VOWELS = `${VOWEL}[aeiou]*`
/** Porter's measure: how many times vowels are followed by consonants. */
const ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`, 'u')
const EXACTLY_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`, 'u')
const ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`, 'u')
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?${VOWEL}`, 'u')
const SHORT = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`, 'u')

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'],
  ['alli', 'al'], ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'],
  ['alism', 'al'], ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'],
  ['biliti', 'ble'], ['logi', 'log'],
] // prettier-ignore
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', ''],
] // prettier-ignore
const STEP_4 = /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|(?<=[st])ion)$/u

/**
 * The stem of a folded English word (M. F. Porter, "An algorithm for suffix stripping", 1980). Words with anything but
 * the letters a to z stay as they are.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/u.test(word)) return word
  // A first y is a consonant, which the patterns cannot say.
  const first = word.startsWith('y')
  let w = first ? `Y${word.slice(1)}` : word
  w = plural(w)
  w = pastAndProgressive(w)
  if (w.endsWith('y') && HAS_VOWEL.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`
  w = replaceEnding(w, STEP_2)
  w = replaceEnding(w, STEP_3)
  const ending = STEP_4.exec(w)?.[1]
  if (ending !== undefined && ABOVE_1.test(ending)) w = ending
  w = finalE(w)
  return first ? `y${w.slice(1)}` : w
}

function plural(w: string): string {
  if (w.endsWith('sses') || w.endsWith('ies')) return w.slice(0, -2)
  return w.endsWith('s') && !w.endsWith('ss') ? w.slice(0, -1) : w
}

function pastAndProgressive(w: string): string {
  if (w.endsWith('eed')) return ABOVE_0.test(w.slice(0, -3)) ? w.slice(0, -1) : w
  const base = /^(.*)(?:ed|ing)$/u.exec(w)?.[1]
  if (base === undefined || !HAS_VOWEL.test(base)) return w
  if (/(?:at|bl|iz)$/u.test(base)) return `${base}e`
  if (/([^aeiouylsz])\1$/u.test(base)) return base.slice(0, -1)
  return SHORT.test(base) ? `${base}e` : base
}

function replaceEnding(w: string, endings: readonly (readonly [string, string])[]): string {
  let best: readonly [string, string] | undefined
  for (const pair of endings) {
    if (w.endsWith(pair[0]) && pair[0].length > (best?.[0].length ?? 0)) best = pair
  }
  if (best === undefined) return w
  const base = w.slice(0, -best[0].length)
  return ABOVE_0.test(base) ? base + best[1] : w
}

function finalE(w: string): string {
  if (w.endsWith('e')) {
    const base = w.slice(0, -1)
    return ABOVE_1.test(base) || (EXACTLY_1.test(base) && !SHORT.test(base)) ? base : w
  }
  return w.endsWith('ll') && ABOVE_1.test(w) ? w.slice(0, -1) : w
}
