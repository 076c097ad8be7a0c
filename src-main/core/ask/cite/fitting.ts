import { tokenise, type Token } from '../../text/fold'
import { stem } from '../../text/stem'
import type { Question } from '../question/question'
import { STOP_WORDS } from '../question/stop-words'
import type { Range } from './sentences'

/** What is counted: `attackers` in "how many of the attackers". */
const COUNTED =
  /\b(?:how many|wie viele)\s+(?:of\s+)?(?:(?:the|these|those|all|more|other|different|der|die)\s+)*(\p{L}{3,})/iu
/** So many words may stand between a number and what it counts: `three heavily armed men`. */
const NEAR = 4
/** A number that stands for the thing itself: `fourteen were hurt`, `of 30,`. */
const ALONE = /^\s*(?:$|[.,;:)]|(?:were|was|are|is|have|had|died|of|and|wurden|waren|sind)\b)/iu
const BEFORE_PLACE =
  /(?:^|[\s(])(?:in|at|near|on|from|to|into|around|outside|within|across|through|throughout|toward|towards|between|beside|via|im|am|an|auf|bei|aus|nach|von|zu)\s+(?:the\s+|der\s+|dem\s+|den\s+)?$/iu
/** `the coast of` a place, not `the work of` somebody. */
const PART_OF_PLACE =
  /\b(?:city|town|village|island|isle|state|province|capital|republic|kingdom|district|county|region|port|university|north|south|east|west|northern|southern|cent(?:re|er)|heart|middle|outskirts|suburbs?|coast|shores?|banks?|mouth|part|parts|area|museum|parish|bay|gulf|cape|bishopric)\s+of\s+(?:the\s+)?$/iu
/** What something happened in is nobody who did it. */
const WITHIN = /(?:^|[\s(])(?:in|at|near|im|bei)\s+(?:the\s+)?$/iu
const BY = /\b(?:by|von|durch|par)\s+$/iu
const ARTICLE = /^(?:the|der|die|das)\s+/iu
/** A short form in brackets behind what it stands for: `Pakistani Taliban (TTP)`. */
const SHORT_FORM = /^\s*\($/u

/** Of stretches of the kind that is asked for, those that the sentence gives in the way that is asked. */
export function fitting(found: readonly Range[], sentence: string, question: Question): readonly Range[] {
  // `This` at the beginning of a sentence looks like a name.
  const spans = found.filter(({ start, end }) =>
    tokenise(sentence.slice(start, end)).some(({ text }) => !STOP_WORDS.has(text)),
  )
  if (question.type === 'number') return measuring(counting(spans, sentence, question), sentence, question)
  if (question.type === 'place') return places(notAsked(spans, sentence, question), sentence)
  if (question.type === 'person') return people(spans, sentence, question)
  return spans
}

/** What is asked about is no answer: `New Zealand Parliament` is neither where New Zealand is, nor its king. */
function notAsked(spans: readonly Range[], sentence: string, { terms }: Question): readonly Range[] {
  const asked = new Set(terms.map(({ stem: one }) => one))
  return spans.filter(({ start, end }) => {
    const words = tokenise(sentence.slice(start, end))
    return words.filter(({ text }) => asked.has(stem(text))).length * 2 < words.length
  })
}

/** What a sentence begins with, in capitals for that alone. */
const BEGINNING =
  /^(?:according|although|despite|during|however|many|several|since|though|thus|today|together|unlike|while)$/iu

/** `A H` is a formula, `According` the beginning of a sentence, `HTML5` nobody. */
function isNameLike(name: string): boolean {
  return /\p{Lu}{2}|\p{Ll}|\p{Lo}/u.test(name) && !/\p{L}\p{N}/u.test(name) && !BEGINNING.test(name)
}

/**
 * Who did what is passive in a sentence stands behind `by`: `developed by`; others stand by what they did or are: `Ada Holm founded`,
 * `King Edward`. What is not said of somebody is not taken for said of whoever is named in the sentence.
 */
function people(spans: readonly Range[], sentence: string, question: Question): readonly Range[] {
  const others = notAsked(spans, sentence, question).filter(
    ({ start, end }) => isNameLike(sentence.slice(start, end)) && !WITHIN.test(sentence.slice(0, start)),
  )
  const whole = others.filter((span, at) => !isShortForm(span, others[at - 1], sentence))
  const said = new Set(question.terms.filter(({ name }) => !name).flatMap((term) => [term.stem, ...term.other]))
  const saysIt = (words: readonly Token[]) => words.some(({ text }) => said.has(stem(text)))
  const before = ({ start }: Range) => tokenise(sentence.slice(0, start)).slice(-NEAR)
  const agents = whole.filter((span) => BY.test(sentence.slice(0, span.start)) && saysIt(before(span)))
  const near = whole.filter((span) =>
    saysIt([...before(span), ...tokenise(sentence.slice(span.start)).slice(0, wordsIn(span, sentence) + NEAR)]),
  )
  return (agents.length > 0 ? agents : near).map((span) => bare(span, sentence))
}

function wordsIn({ start, end }: Range, sentence: string): number {
  return tokenise(sentence.slice(start, end)).length
}

/** The stem of what is counted, where "how many" asks for it: `attackers`. */
export function countedStem(text: string): string | null {
  const noun = COUNTED.exec(text)?.[1]
  const [token] = noun === undefined ? [] : tokenise(noun)
  return token === undefined ? null : stem(token.text)
}

function counting(spans: readonly Range[], sentence: string, { text }: Question): readonly Range[] {
  const counted = countedStem(text)
  if (counted === null) return spans
  const tokens = tokenise(sentence)
  const nouns = tokens.filter((token) => stem(token.text) === counted)
  return spans.filter(({ start, end }) => {
    const behind = tokens.filter((token) => token.start >= start).slice(0, NEAR + 1)
    if (nouns.some((place) => behind.includes(place))) return true
    return nouns.some((place) => place.end <= start) && ALONE.test(sentence.slice(end))
  })
}

const LENGTH = String.raw`km|m|cm|mm|mi|ft|miles?|kilomet\p{L}+|met(?:re|er)s?|feet|foot|inch(?:es)?|yards?|Kilometern?|Metern?`
const TIME = String.raw`years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|Jahren?|Monaten?|Wochen?|Tagen?|Stunden?|Minuten?`
/** What a measure that is asked for is counted in. */
const MEASURES: readonly (readonly [RegExp, RegExp])[] = [
  [/\bhow (?:long|old)\b|\bwie (?:lange?|alt)\b/iu, new RegExp(`(?<![\\p{L}])(?:${TIME}|${LENGTH})(?![\\p{L}])`, 'iu')],
  [/\bhow (?:tall|high|far|deep|wide)\b|\bwie (?:hoch|weit|tief|breit)\b/iu, new RegExp(`(?<![\\p{L}])(?:${LENGTH})(?![\\p{L}])`, 'iu')],
  [/\bhow (?:large|big)\b|\bwie gro(?:ss|ß)\b/iu, /(?:km|m|mi|cm)(?:2|²)|(?:km|m)(?:3|³)|\bsq(?:uare|\.)?\s|quadrat|hectares?|hektar|acres?|\bha\b|people|inhabitants|einwohner|(?<!\p{L})(?:tons?|tonnes?|kg|pounds?)(?!\p{L})/iu],
] // prettier-ignore
const BEHIND = 16
/** `1.2 years longer than` is a difference. */
const COMPARED = /^\s*(?:\p{L}+\s+)?(?:longer|shorter|older|younger|later|earlier|taller|higher|deeper|wider|farther|länger|kürzer|älter|jünger|später|früher|höher|tiefer|weiter)(?!\p{L})/iu // prettier-ignore

/** A length is in metres or miles, an age in years: other numbers of the sentence do not measure what is asked. */
function measuring(spans: readonly Range[], sentence: string, { text }: Question): readonly Range[] {
  const unit = MEASURES.find(([asked]) => asked.test(text))?.[1]
  if (unit === undefined) return spans
  return spans.filter(
    ({ start, end }) => unit.test(sentence.slice(start, end + BEHIND)) && !COMPARED.test(sentence.slice(end)),
  )
}

function places(spans: readonly Range[], sentence: string): readonly Range[] {
  const whole = joined(spans, sentence)
  return whole.filter(({ start }) => {
    const before = sentence.slice(0, start)
    return BEFORE_PLACE.test(before) || PART_OF_PLACE.test(before)
  })
}

/** `Karachi, Sindh, Pakistan` is one place. */
function joined(spans: readonly Range[], sentence: string): readonly Range[] {
  return spans.reduce<Range[]>((all, span) => {
    const last = all.at(-1)
    const isPart = last !== undefined && /^,\s$/u.test(sentence.slice(last.end, span.start))
    return isPart ? [...all.slice(0, -1), { start: last.start, end: span.end }] : [...all, span]
  }, [])
}

function isShortForm({ start, end }: Range, before: Range | undefined, sentence: string): boolean {
  return (
    before !== undefined &&
    SHORT_FORM.test(sentence.slice(before.end, start)) &&
    /^\p{Lu}{2,}$/u.test(sentence.slice(start, end))
  )
}

function bare({ start, end }: Range, sentence: string): Range {
  return { start: start + (ARTICLE.exec(sentence.slice(start, end))?.[0].length ?? 0), end }
}
