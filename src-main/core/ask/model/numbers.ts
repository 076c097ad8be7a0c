import { tokenise } from '../../text/fold'

/** Numbers that are written out. `one` is left out: it is a pronoun as often. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  [
    ['two', 'zwei', 'deux', 'dos', 'due'], ['three', 'drei', 'trois', 'tres', 'tre'],
    ['four', 'vier', 'quatre', 'cuatro', 'quattro'], ['five', 'funf', 'cinq', 'cinco', 'cinque'],
    ['six', 'sechs', 'seis', 'sei'], ['seven', 'sieben', 'sept', 'siete', 'sette'],
    ['eight', 'acht', 'huit', 'ocho', 'otto'], ['nine', 'neun', 'neuf', 'nueve', 'nove'],
    ['ten', 'zehn', 'dix', 'diez', 'dieci'], ['eleven', 'elf', 'onze', 'once', 'undici'],
    ['twelve', 'zwolf', 'douze', 'doce', 'dodici'], ['thirteen', 'dreizehn', 'treize'],
    ['fourteen', 'vierzehn', 'quatorze'], ['fifteen', 'funfzehn', 'quinze'], ['sixteen', 'sechzehn', 'seize'],
    ['seventeen', 'siebzehn'], ['eighteen', 'achtzehn'], ['nineteen', 'neunzehn'], ['twenty', 'zwanzig', 'vingt', 'veinte'],
  ].flatMap((words, at) => words.map((word) => [word, String(at + 2)] as const)),
) // prettier-ignore

/** The numbers of a text, each as its digits: `1,000` and `1000` are one, `four` and `4` too. */
export function numbersIn(text: string): Set<string> {
  return new Set(
    tokenise(text).flatMap(({ text: word }) => {
      const digits = /^\p{N}+/u.exec(word)?.[0]
      if (digits !== undefined) return [digits]
      const spelled = SPELLED.get(word)
      return spelled === undefined ? [] : [spelled]
    }),
  )
}
