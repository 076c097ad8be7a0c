import { isLoneCharacter, tokenise } from '../../text/fold'
import { stem } from '../../text/stem'
import { otherWords } from './other-words'
import { stopWordsOf } from './stop-words'

/** How much a character counts that is asked for by itself: most stand in many words. */
const LONE = 0.3
/** How much a pair of characters counts whose first one stands in the pair before it too. */
const OVERLAPPING = 0.6

/** Nearly everything is called something, and anything is said: a question that asks for its name, or what was said, says little by that. */
const NAMING = /^(?:name|named|called|say|says|said|tell|told)$/u
const OF_NAMING = 0.4

/** What kind of thing an answer would be. */
export type AnswerType = 'person' | 'place' | 'date' | 'number' | 'reason' | 'definition' | 'yes-no' | 'any'

/** A word of a question that says something. */
export interface Term {
  /** As search indexes it. */
  readonly stem: string
  /** Folded, not stemmed. */
  readonly word: string
  /** As the question writes it. */
  readonly written: string
  /** The word of the library it is read as, folded, because the library does not hold what is written; null otherwise. */
  readonly read: string | null
  /** Written with a capital letter, or with digits, and not the first word. */
  readonly name: boolean
  /** Stems of other forms of it, and of other words for the same thing. */
  readonly other: readonly string[]
  /** How much it counts beside others as rare: a character by itself counts less. */
  readonly part: number
  /** Whether it is a pair of characters that runs across two words. */
  readonly across: boolean
}

/** A question, taken apart. */
export interface Question {
  readonly text: string
  readonly type: AnswerType
  /** Content words in their order, each once. */
  readonly terms: readonly Term[]
  /** All words, stemmed, in their order: for phrases. */
  readonly stems: readonly string[]
}

/** Question words of Chinese and Japanese, taken out before the rest is cut into pairs. */
const CJK_QUESTION =
  /(?:什么时候|什么样的?|什么|哪一?[年个些位座种里支项名次款部场]|哪里|哪儿|哪|何时|何地|何种|何为|何人|谁|多少|多久|几个|几|为什么|为何|怎么样?|怎样|如何|是否|吗|呢|的是|何時|どこ|だれ|誰|なに|何|いつ|なぜ|ですか|ますか|は|が|を|に|の|と|で)/gu
/** Words of Chinese that say nothing by themselves, where they stand as words. */
const CJK_STOP_WORDS = new Set(
  `的 了 是 在 有 和 与 被 为 对 从 到 由 以 把 将 会 能 可以 都 也 还 就 而 于 之 所 其 及 或 等 着 过 曾 这 那 这个 那个 这些 那些 这位 这项 这种
  一个 一位 一种 他 她 它 他们 她们 它们 我 你 您 我们 你们 上 中 里 时 个 位 名 种 并 但 因 因为 关于 对于 根据 通过 用 来 做 去`.split(
    /\s+/u,
  ),
)

/** A text in which words that say nothing are blank; as long as it was. */
function withoutCjkStopWords(text: string): string {
  const blank = (word: string) => ' '.repeat(word.length)
  const asked = text.replace(CJK_QUESTION, blank)
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(asked)]
    .map(({ segment }) => (CJK_STOP_WORDS.has(segment) ? blank(segment) : segment))
    .join('')
}

/** Asks what, when or where something was, and says nothing about it; what takes its place is as long. */
const HAPPENING = /\b(?:happen(?:s|ed|ing)?|occur(?:s|red|ring)?|t(?:akes?|ook|aken|aking) place)\b/giu

/** Takes a question apart. */
export function parseQuestion(text: string): Question {
  const clean = text.normalize('NFC')
  const cjk = /[\p{scx=Han}]/u.test(clean)
  const words = tokenise(clean)
  const source = cjk ? withoutCjkStopWords(clean) : clean.replace(HAPPENING, (said) => ' '.repeat(said.length))
  const content = tokenise(source)
  const saysNothing = stopWordsOf(words.map((token) => token.text))
  const wordStarts = cjk
    ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(source)].map((one) => one.index)
    : []
  const terms = new Map<string, Term>()
  content.forEach((token, at) => {
    const isNaming = !cjk && NAMING.test(token.text)
    if (!cjk && saysNothing.has(token.text) && !isNaming) return
    // The last character of a run stands in the pair before it; as a word of its own it would count for a rare one.
    const inPair = content[at - 1]?.end === token.end
    if (inPair) return
    const key = stem(token.text)
    const written = source.slice(token.start, token.end)
    const name = cjk ? /[\p{Lu}\p{N}]/u.test(written) : at > 0 && /\p{Lu}|\p{N}/u.test(written)
    const across = wordStarts.some((end) => end > token.start && end < token.end)
    const overlaps = (content[at - 1]?.end ?? 0) > token.start
    const part = isNaming ? OF_NAMING : cjk && isLoneCharacter(token.text) ? LONE : overlaps ? OVERLAPPING : 1
    if (!terms.has(key))
      terms.set(key, { stem: key, word: token.text, written, name, other: otherWords(key), read: null, part, across })
  })
  return {
    text,
    type: typeOf(clean.replace(NAMED_WHO, ' ')),
    terms: [...terms.values()],
    stems: words.map((token) => stem(token.text)),
  }
}

/** The World Health Organization, a band, a doctor. */
const NAMED_WHO = /(?<=\S\s)W(?:ho|HO)\b/gu

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  ['number', /\bhow (?:many|much|long|far|tall|high|large|big|old|often|fast|deep|wide|heavy)\b|\bwhat (?:percent|percentage|number|proportion|fraction|amount|distance|temperature|population)\b|\bwie (?:viele?|lange?|hoch|gross|groß|weit|oft|alt|schnell|tief|schwer)\b|多少|几|いくつ|いくら|\bcombien\b|\bcuánt|\bquant[oaie]\b|\bhoeveel\b/iu],
  ['date', /\bwhen\b|\b(?:what|which|whose) (?:\w+ )?(?:year|date|day|month|century|decade|time|era|period)\b|\bin what (?:year|month)\b|\bwann\b|\b(?:welche[mnsr]?|was für ein) (?:jahr|datum|tag|monat|jahrhundert|jahrzehnt)|什么时候|哪一?[年天月]|何时|何時|いつ|\bquand\b|\bcuándo\b|\bquando\b|\bwanneer\b/iu],
  ['person', /\b(?:what|which) (?:(?!of\b)\w+ )?(?:person|man|woman|people|researcher|scientist|actor|actress|player|president|king|queen|emperor|author|artist|singer|writer|coach|general|leader|physicist|chemist|engineer|inventor|explorer|philosopher|composer|director|politician|pope|poet|painter|architect|founder|character|astronaut|musician|athlete|historian)\b|\bwho\b|\bwhom\b|\bwhose\b|\bwer\b|\bwen\b|\bwem\b|\bwessen\b|谁|哪位|誰|だれ|\bqui (?:est|a|fut|était)\b|\bquién\b|\bchi\b/iu],
  ['place', /\bwhere\b|\b(?:what|which) (?:city|country|town|state|place|region|continent|river|county|location|area|province|island|building|venue|stadium)\b|\bwo\b|\bwoher\b|\bwohin\b|\bwelche[mnrs]? (?:stadt|land|ort|staat|region|kontinent|fluss)|哪里|哪儿|哪个(?:城市|国家|地方)|どこ|\boù\b|\bdónde\b|\bdove\b|\bwaar\b/iu],
  ['reason', /\bwhy\b|\bwhat (?:caused|causes|reason)\b|\bfor what (?:reason|purpose)\b|\bwarum\b|\bweshalb\b|\bwieso\b|为什么|なぜ|\bpourquoi\b|\bpor qué\b|\bperché\b|\bwaarom\b/iu],
  ['yes-no', /^\s*(?:is|are|was(?! (?:ist|sind|war|waren|wird|wurde|hat|hatte|kann|macht|bedeutet|passiert|geschah)\b)|were|do|does|did|has|have|had|can|could|will|would|should|ist|sind|war|waren|hat|haben|kann|wird)\b|吗[？?]?$/iu],
  ['definition', /^\s*(?:what (?:is|are|was|were)|define|was (?:ist|sind|war)|qu'est-ce que)\s+(?:an? |the |ein |eine )?[\p{L}\p{N} -]{2,40}\??$|是什么/iu],
] // prettier-ignore

function typeOf(text: string): AnswerType {
  return TYPES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any'
}
