import type { CslName } from './csl-item'

/** Words that only names of organisations and groups have. */
const BODY =
  /\b(?:agency|agencies|association|authors?|bbc|board|bureau|center|centre|college|committee|company|contributors?|corporation|council|department|desk|editors?|foundation|gmbh|government|group|inc|institute|journal|library|ltd|magazine|media|ministry|museum|network|news|office|organi[sz]ation|press|project|redaktion|reporters?|school|service|society|staff|team|times|university|wire|writers?)\b/iu
/** Small words that belong to the family name that follows. */
const PARTICLE =
  /^(?:al|bin|ben|da|dal|de|del|della|den|der|des|di|do|dos|du|el|la|las|le|los|ten|ter|van|vander|vom|von|zu|zum|zur|y)$/u
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$/iu
/** Between two people: a comma is looked at separately. */
const BETWEEN = /\s*(?:;|\||•|·|\/|\s&\s|\s(?:and|und|et|y|e|og|och|en|i)\s)\s*/u

/** The people and bodies of a byline, in order. What cannot be taken apart for certain stays one name. */
export function namesOf(byline: string | null): CslName[] {
  const text = (byline ?? '')
    .replace(/\s+/gu, ' ')
    .replace(/^(?:by|von|par|por|di|da)\s+/iu, '')
    .trim()
  return text === '' ? [] : text.split(BETWEEN).flatMap(splitCommas).flatMap(nameOf)
}

/** `Snow, John` is one person; `John Snow, Ada Lovelace` are two; what is left is one name. */
function splitCommas(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim()).filter((part) => part !== '') // prettier-ignore
  if (parts.length < 2) return parts
  const [first = '', second = ''] = parts
  if (parts.length === 2 && SUFFIX.test(second)) return [`${first}, ${second}`]
  const areWhole = parts.every((part) => part.includes(' ') || BODY.test(part))
  // What follows a name without being one, such as a role or an address, is no author.
  if (areWhole) return parts.filter((part, at) => at === 0 || part.split(' ').length <= 5)
  return parts.length === 2 && first.split(' ').length <= 3 && second.split(' ').length <= 3
    ? [`${second} ${first.replaceAll(' ', '\u00a0')}`]
    : parts
}

function nameOf(text: string): CslName[] {
  const suffix = /,\s*(?<suffix>\S+)$/u.exec(text)?.groups?.['suffix']
  const plain = suffix === undefined ? text : text.replace(/,[^,]*$/u, '')
  const words = plain.split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  const isLatin = /^[\p{Script=Latin}\p{M}\s.'’\u00a0-]+$/u.test(plain)
  if (words.length === 1 || words.length > 5 || !isLatin || BODY.test(plain)) {
    // A name that came as `Family, Given` keeps its order even in other scripts.
    return [{ literal: plain.replaceAll('\u00a0', ' ') }]
  }
  let from = words.length - 1
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1
  if (suffix === undefined && SUFFIX.test(words.at(-1) ?? '') && words.length > 2) {
    return nameOf(`${words.slice(0, -1).join(' ')}, ${words.at(-1) ?? ''}`)
  }
  return [
    {
      family: words.slice(from).join(' ').replaceAll('\u00a0', ' '),
      given: words.slice(0, from).join(' ').replaceAll('\u00a0', ' '),
      ...(suffix === undefined ? {} : { suffix }),
    },
  ]
}
