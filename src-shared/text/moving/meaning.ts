import { likeness } from './likeness'
import { unitAt } from './units'

/** Words that deny, in the larger languages; compared in lower case. */
const NEGATIONS = new Set(
  `not no never without none nothing nobody nowhere neither nor cannot hardly barely scarcely except unless false
  nicht kein keine keinen keinem keiner keines nichts nie niemals niemand ohne weder nirgends
  ne pas jamais sans aucun aucune rien personne ni nul nulle guère
  nunca jamás sin ningún ninguna ninguno nada nadie tampoco
  non mai senza nessun nessuno nessuna né niente nulla neppure neanche
  não nem jamais sem nenhum nenhuma ninguém
  niet geen nooit zonder noch niets niemand
  не нет ни никогда без нельзя никто ничто ничего нигде
  nie bez nigdy żaden żadna żadne nikt nic ani není nejsou nikdy nikdo žádný žádná
  inte ikke ej aldrig aldri utan uden uten ingen inget intet ingenting
  немає ніколи без ні
  ei eivät en et emme ette ilman nem nincs nincsenek soha sem
  δεν μη μην χωρίς όχι ούτε ποτέ nu fără niciodată nici nicio
  değil yok hiç asla không chưa chẳng tidak bukan tanpa belum jangan
  لا لم لن ليس ليست غير دون بدون بلا نه نیست بدون هرگز לא אין בלי אינו אינה מעולם नहीं न मत बिना
  안 못 없 않 아니`.split(/\s+/u),
)
/** Single characters that deny in Chinese and Japanese. */
const CHARACTERS = /^[不没沒無无非未否勿莫别別]$/u
const CONTRACTION = /n't$/u
/** Beginnings that turn a word into its opposite. */
const PREFIXES = [
  'un',
  'in',
  'im',
  'il',
  'ir',
  'dis',
  'mis',
  'non',
  'anti',
  'de',
  'a',
  'miss',
  'ne',
  'nie',
  'не',
  'без',
]
const KOREAN = /(?:지않|지못|없[다는이고]|아니)/u

/** Numbers that are written as words. */
const NUMBERS = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred
  thousand million billion trillion half twice once first second third fourth fifth dozen
  zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend millionen milliarden halb doppelt
  deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent cents mille millions milliards
  dos tres cuatro cinco seis siete ocho nueve diez once doce veinte cien mil millones
  due tre quattro cinque sei sette otto nove dieci undici dodici venti cento mila milioni
  dois três quatro oito nove dez vinte cem milhões twee drie vier vijf zes zeven negen tien twaalf honderd duizend miljoen
  два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч миллион миллионов`.split(/\s+/u),
)
const CHINESE_NUMBER = /^[一二三四五六七八九十百千万萬億亿两兩零]$/u

/**
 * Whether two passages state the same numbers and deny the same, whatever else differs. Words are as `tokenise` spells them.
 * Numbers stand in the same order; negations are as many; no word is turned into its opposite by a beginning such as un-.
 */
export function sameStatement(before: readonly string[], after: readonly string[]): boolean {
  return (
    same(numbersOf(before), numbersOf(after)) &&
    same(negationsOf(before), negationsOf(after)) &&
    !turnsAround(before, after)
  )
}

/** Names less alike than this are of different people and places; those that are more alike are one, spelt anew. */
const SAME_NAME = 0.5

/**
 * Whether no name took another's place: of the words with a capital that do not begin a sentence, none went where one came that is not
 * much like it. Words are as they are written.
 */
export function sameNames(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [namesOf(before), namesOf(after)]
  const has = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()))
  const [oldWords, nowWords] = [has(before), has(after)]
  const gone = old.filter((name) => !nowWords.has(name.toLowerCase()))
  const come = now.filter((name) => !oldWords.has(name.toLowerCase()))
  return gone.every((name) => come.length === 0 || come.some((other) => likeness([name], [other]) >= SAME_NAME))
}

function namesOf(words: readonly string[]): string[] {
  return words.filter((word, at) => /^\p{Lu}/u.test(word) && at > 0 && !/^[.!?:"]$/u.test(words[at - 1] ?? ''))
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at])
}

function numbersOf(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (!/\p{N}/u.test(word))
      return NUMBERS.has(word.toLowerCase()) || CHINESE_NUMBER.test(word) ? [word.toLowerCase()] : []
    const before = words[at - 1]
    // A minus, not the dash of a span of years.
    const negative = before === '-' && !/[\p{L}\p{N}]/u.test(words[at - 2] ?? '')
    return [`${negative ? '-' : ''}${word}${unitAt(words, at)}`, ...(words[at + 1] === '%' ? ['%'] : [])]
  })
}

function negationsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const lower = word.toLowerCase()
    if (CONTRACTION.test(lower) || lower === 'cannot') return ['not']
    return NEGATIONS.has(lower) || CHARACTERS.test(word) || KOREAN.test(word) ? [lower] : []
  })
}

function turnsAround(before: readonly string[], after: readonly string[]): boolean {
  const lower = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()))
  const old = lower(before)
  const now = lower(after)
  const gone = [...old].filter((word) => !now.has(word))
  const come = [...now].filter((word) => !old.has(word))
  return gone.some((a) => come.some((b) => opposite(a, b) || opposite(b, a)))
}

function opposite(word: string, other: string): boolean {
  if (word.endsWith('less') && other === `${word.slice(0, -4)}ful`) return true
  if (word.endsWith('los') && word.slice(0, -3) === other) return true
  return other.length > 2 && PREFIXES.some((prefix) => word === `${prefix}${other}` || word === `${prefix}-${other}`)
}
