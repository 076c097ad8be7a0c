import type { AnswerType } from '../question/question'
import type { Range } from './sentences'

const MONTH =
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|m[aä]r(?:ch|z)|mars|apr(?:il)?|avril|ma[iy]|mai|june?|juni|juin|jul[yi]?|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'
const DATE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?)?(?:${MONTH})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?:de\s+)?\d{4})?(?![\p{L}\p{N}])`,
    String.raw`(?<!\d)\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号])?|(?<!\d)\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?|(?<!\d)\d{1,2}\s?世纪`,
    String.raw`(?<![\p{L}\p{N}.,$€£])(?:1\d{3}|20\d{2})(?:s|er)?(?:[–-](?:\d{4}|\d{2})(?!\d))?(?![\p{L}\p{N}%]|[.,]\d)`,
    String.raw`(?<![\p{L}\p{N}.,])\d[\d.,]*(?:\s?(?:[–-]|to)\s?\d[\d.,]*)?\s(?:(?:million|thousand)\s)?years?\s(?:ago|BCE?|BP)(?![\p{L}])`,
    String.raw`(?<![\p{L}\p{N}])\d{1,4}\s?(?:BCE?|AD|CE|v\.\s?Chr\.|n\.\s?Chr\.)(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])(?:\d{1,2}(?:st|nd|rd|th)|\p{L}{3,12}th|\d{1,2}\.)[\s-](?:century|centuries|jahrhunderts?|jh\.)`,
    String.raw`(?<![\p{L}])(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![\p{L}])`,
  ].join('|'),
  'giu',
)
/** A verb or a planet, in small letters. */
const NO_MONTH = /^(?:may|march|mars|mai)$/u
const NUMBER_WORD =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozens?|half|twice|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|millionen?|milliarden?|ein(?:e[nmrs]?)?'
const NUMBER = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])between\s\d[\d.,]*\sand\s\d[\d.,]*(?<=\d)`,
    String.raw`(?<![\p{L}\p{N}])(?:[$€£¥]\s?)?\d+(?:[.,\u2009\u202f\u00a0]\d+)*(?:[½¼¾]|\s?%)?(?:\s?[–-]\s?\d+(?:[.,]\d+)*)?(?:\s?(?:million|billion|trillion|thousand|hundred|Millionen?|Milliarden?|percent|Prozent|[万亿千百个名人次年米英码里岁]+|°\s?[CF]?|km[²2]?|m[²³23]?|mi|ft|kg|miles?|kilometers?|metres?|meters?|feet|acres?|tons?|years?|days?|hours?|minutes?|seconds?|months?|weeks?|Jahren?|Tagen?|Stunden?|Minuten?|Meter|Kilometer)(?![\p{L}]))?`,
    String.raw`(?<![\p{L}-])(?:${NUMBER_WORD})(?:[\s-](?:${NUMBER_WORD}))*(?![\p{L}])`,
    String.raw`[一二两三四五六七八九十百千万亿几]+(?=[个名人次年米岁位座种条项支届天月])`,
  ].join('|'),
  'giu',
)
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’.-]*`
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NAME_WORD}(?:\s+(?:(?:of|the|and|de|la|le|van|von|der|del|di|da|du|al|bin|für|und|&)\s+){0,2}${NAME_WORD})*`,
  'gu',
)
/** Chinese names of foreigners, and of what ends like a place or an institution. */
const HAN_NAME = /\p{sc=Han}{1,8}(?:[·‧・]\p{sc=Han}{1,8})+|\p{sc=Han}{1,6}(?:[省市县州国岛河湖镇]|大学|公司)/gu
const REASON =
  /\b(?:because|due to|owing to|since|so that|in order to|as a result of|thanks to|caused by|weil|da|wegen|aufgrund|um)\b|因为|由于|为了/giu

/** Stretches of a sentence that could be an answer of a type, as offsets within it. */
export function spansOf(sentence: string, type: AnswerType): Range[] {
  switch (type) {
    case 'date':
      return dates(sentence)
    case 'number':
      return matches(sentence, NUMBER)
    case 'person':
    case 'place':
      return [
        ...withoutDates(
          matches(sentence, NAME).map((range) => withoutPossessive(sentence, range)),
          sentence,
        ),
        ...matches(sentence, HAN_NAME),
      ]
    case 'reason':
      return matches(sentence, REASON).map(({ start }) => ({ start, end: clauseEnd(sentence, start) }))
    case 'definition':
    case 'yes-no':
    case 'any':
      return []
  }
}

function dates(sentence: string): Range[] {
  return matches(sentence, DATE).filter(({ start, end }) => !NO_MONTH.test(sentence.slice(start, end)))
}

/** `July` is written like a name, and is nobody. */
function withoutDates(names: readonly Range[], sentence: string): Range[] {
  const taken = dates(sentence)
  return names.filter((name) => !taken.some(({ start, end }) => start <= name.start && name.end <= end))
}

function matches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function withoutPossessive(text: string, { start, end }: Range): Range {
  const cut = /(?:['’]s|[.,'’-])$/u.exec(text.slice(start, end))
  return { start, end: end - (cut?.[0].length ?? 0) }
}

function clauseEnd(text: string, from: number): number {
  const stop = text.slice(from).search(/[;.!?。；]|$/u)
  return from + stop
}
