import { tokenise } from '../../text/fold'
import { stem } from '../../text/stem'
import { STOP_WORDS } from './stop-words'

/** How much a pair of characters counts that runs across two words. */
const ACROSS = 0.4

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
  /** Written with a capital letter, or with digits, and not the first word. */
  readonly name: boolean
  /** How much it counts beside others as rare: a pair of characters that runs across two words counts less. */
  readonly part: number
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
  /(?:什么时候|什么样的?|什么|哪一?[年个些位座种里]|哪里|哪儿|哪|谁|多少|几个|几|为什么|怎么样?|怎样|如何|是否|吗|呢|的是|是|的|了|在|有|和|与|被|一个|何時|どこ|だれ|誰|なに|何|いつ|なぜ|ですか|ますか|は|が|を|に|の|と|で)/gu

/** Takes a question apart. */
export function parseQuestion(text: string): Question {
  const clean = text.normalize('NFC')
  const cjk = /[\p{scx=Han}]/u.test(clean)
  const words = tokenise(clean)
  const source = cjk ? clean.replace(CJK_QUESTION, ' ') : clean
  const content = cjk ? tokenise(source) : words
  const wordStarts = cjk
    ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(source)].map((one) => one.index)
    : []
  const terms = new Map<string, Term>()
  content.forEach((token, at) => {
    if (!cjk && STOP_WORDS.has(token.text)) return
    const key = stem(token.text)
    const written = source.slice(token.start, token.end)
    const name = !cjk && at > 0 && /\p{Lu}|\p{N}/u.test(written)
    const part = cjk && wordStarts.some((end) => end > token.start && end < token.end) ? ACROSS : 1
    if (!terms.has(key)) terms.set(key, { stem: key, word: token.text, written, name, part })
  })
  return { text, type: typeOf(clean), terms: [...terms.values()], stems: words.map((token) => stem(token.text)) }
}

const TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  ['number', /\bhow (?:many|much|long|far|tall|high|large|big|old|often|fast|deep|wide|heavy)\b|\bwhat (?:percent|percentage|number|proportion|fraction|amount|distance|temperature|population)\b|\bwie (?:viele?|lange?|hoch|gross|groß|weit|oft|alt|schnell|tief|schwer)\b|多少|几|いくつ|いくら|\bcombien\b|\bcuánt|\bquant[oaie]\b|\bhoeveel\b/iu],
  ['date', /\bwhen\b|\b(?:what|which|whose) (?:\w+ )?(?:year|date|day|month|century|decade|time|era|period)\b|\bin what (?:year|month)\b|\bwann\b|\b(?:welche[mnsr]?|was für ein) (?:jahr|datum|tag|monat|jahrhundert|jahrzehnt)|什么时候|哪一?[年天月]|何时|何時|いつ|\bquand\b|\bcuándo\b|\bquando\b|\bwanneer\b/iu],
  ['person', /\bwho\b|\bwhom\b|\bwhose\b|\bwer\b|\bwen\b|\bwem\b|\bwessen\b|谁|哪位|誰|だれ|\bqui (?:est|a|fut|était)\b|\bquién\b|\bchi\b/iu],
  ['place', /\bwhere\b|\b(?:what|which) (?:city|country|town|state|place|region|continent|river|county|location|area|province|island|building|venue|stadium)\b|\bwo\b|\bwoher\b|\bwohin\b|\bwelche[mnrs]? (?:stadt|land|ort|staat|region|kontinent|fluss)|哪里|哪儿|哪个(?:城市|国家|地方)|どこ|\boù\b|\bdónde\b|\bdove\b|\bwaar\b/iu],
  ['reason', /\bwhy\b|\bwhat (?:caused|causes|reason)\b|\bfor what (?:reason|purpose)\b|\bwarum\b|\bweshalb\b|\bwieso\b|为什么|なぜ|\bpourquoi\b|\bpor qué\b|\bperché\b|\bwaarom\b/iu],
  ['yes-no', /^\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|ist|sind|war|waren|hat|haben|kann|wird)\b|吗[？?]?$/iu],
  ['definition', /^\s*(?:what (?:is|are|was|were)|define|was (?:ist|sind|war)|qu'est-ce que)\s+(?:an? |the |ein |eine )?[\p{L}\p{N} -]{2,40}\??$|是什么/iu],
] // prettier-ignore

function typeOf(text: string): AnswerType {
  return TYPES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any'
}
