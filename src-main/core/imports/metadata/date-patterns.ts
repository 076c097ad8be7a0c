import { isoDay, isoOfSolar, yearOfEra } from './calendars'
import { monthOf, solarMonthOf } from './months'

/** How dates are written where a text comes from. */
export interface DateHabits {
  /** BCP 47. Only English of North America puts the month first. */
  readonly language: string | null
}

/** Day, month and year of a match, in whichever order it wrote them. */
export type Build = (parts: readonly string[], habits: DateHabits) => string | null

const NAME = String.raw`(\p{L}[\p{L}\p{M}\u200C]{1,14}|[ก-ฮเ][ก-๎]?\.[ก-ฮ]\.)`
const DAY = String.raw`(?<![\d.,:/-])(\d{1,2})`
const YEAR = String.raw`(\d{4})(?!\d)`
const OF = String.raw`\s*(?:[.,/-]|st|nd|rd|th|er|re|º|°|ª|η|ης|ו?)?\s*(?:de |d['’]|of |del |di |i |na |- |\/ ?)?`

/** The months in words, January first; then other names of the first and the last. */
const VIETNAMESE = [
  ...['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'],
  ...['giêng', ...Array<string>(10).fill(''), 'chạp'],
]

/** How dates are written, the plainest first; the earliest in the text wins. */
const FORMS: readonly (readonly [RegExp, Build])[] = [
  // 2023-02-17, 2023/2/17, 2023.02.17, 2023. 2. 17.
  [/(?<![\d/.-])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/u, ([y, , m, d], habits) => day(y, m, d, habits)],
  // 2023年2月17日, 2023년 2월 17일
  [/(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]?/u, ([y, m, d], habits) => day(y, m, d, habits)],
  [
    /(令和|平成|昭和|大正|明治|民[國国])\s*(\d{1,3}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u,
    ([era = '', y = '', m, d]) => isoDay(yearOfEra(era, y), Number(m), Number(d)),
  ],
  // 17 tháng 2 năm 2023, 17 tháng 2, 2023
  [/(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})/iu, ([d, m, y], habits) => day(y, m, d, habits)],
  // 17 Tháng Hai, 2023
  [
    /(\d{1,2})\s+tháng\s+(mười (?:một|hai)|một|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)(?:,|\s+năm)?\s+(\d{4})/iu,
    ([d, name = '', y], habits) => day(y, String((VIETNAMESE.indexOf(name.toLowerCase()) % 12) + 1), d, habits),
  ],
  // 17 ก.พ. 66: the year 2566 of the Buddhist era
  [
    /(?<!\d)(\d{1,2})\s*([ก-ฮเ][ก-๎]?\.[ก-ฮ]\.|[ก-ฮเ][ก-๎]{3,14})\s*([5-7]\d)(?!\d)/u,
    ([d, name, y = ''], habits) => named(String(2500 + Number(y)), name, d, habits),
  ],
  // 4 آذار/مارس 2021: a month by its two names
  [
    new RegExp(`${DAY} ?${NAME}(?: [\\p{L}]{2,12})? ?/ ?\\p{L}{3,12} ${YEAR}`, 'u'),
    ([d, name, y], habits) => named(y, name, d, habits),
  ],
  // 17 February 2023, 17. februar 2023, 17 de febrero de 2023, 17-Feb-2023, 1er mars 2023
  [
    new RegExp(`${DAY}${OF}${NAME}\\.?,?\\s*(?:de |del |d['’]|, ?|/ ?|- ?|г |พ\\.ศ\\. ?|ค\\.ศ\\. ?)?${YEAR}`, 'iu'),
    ([d, name, y], habits) => named(y, name, d, habits),
  ],
  // February 17, 2023, Feb. 17th 2023
  [
    new RegExp(`(?<![\\p{L}\\p{M}])${NAME}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,|\\.)?\\s+${YEAR}`, 'iu'),
    ([name, d, y], habits) => named(y, name, d, habits),
  ],
  // 2023. február 17., 2023 m. kovo 4 d.
  [
    new RegExp(`(?<!\\d)(\\d{4})[.,]?\\s+(?:m\\. )?${NAME}\\.?\\s+(\\d{1,2})(?!\\d)`, 'iu'),
    ([y, name, d], habits) => named(y, name, d, habits),
  ],
  // 2023. gada 4. martā
  [
    new RegExp(`(?<!\\d)(\\d{4})\\.? gada (\\d{1,2})\\.? ${NAME}`, 'iu'),
    ([y, d, name], habits) => named(y, name, d, habits),
  ],
  // 17 تشرين الثاني 2023
  [
    /(\d{1,2})\s+(تشرين|كانون)\s+(الأول|الاول|الثاني)[،,]?\s+(\d{4})/u,
    ([d, name, which, y], habits) =>
      day(y, name === 'تشرين' ? (which === 'الثاني' ? '11' : '10') : which === 'الثاني' ? '1' : '12', d, habits),
  ],
  // 17.02.2023, 17. 2. 2023, 17/02/2023, 17-02-2023, 17.2.23
  [
    /(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d]|[./-]\d)/u,
    ([a = '', mark = '', b = '', y = ''], habits) => numeric(a, b, y, mark, habits),
  ],
]

export const PATTERNS = FORMS.map(([form, build]): readonly [RegExp, Build] => [
  new RegExp(form, `${form.flags}g`),
  build,
])

function day(year = '', month = '', dayOfMonth = '', { language }: DateHabits): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)]
  return y >= 1300 && y < 1500 && /^fa|^ps/iu.test(language ?? 'fa') ? isoOfSolar(y, m, d) : isoDay(y, m, d)
}

function named(year = '', name = '', dayOfMonth = '', { language }: DateHabits): string | null {
  const solar = Number(year) < 1500 ? solarMonthOf(name) : null
  if (solar !== null) return isoOfSolar(Number(year), solar, Number(dayOfMonth))
  const month = monthOf(name, language)
  return month === null ? null : isoDay(Number(year), month, Number(dayOfMonth))
}

/** Where nothing tells which is the month, only what cannot be misread is read. */
function numeric(a: string, b: string, year: string, mark: string, { language }: DateHabits): string | null {
  // Of a short year, only years that pages are from; a number of three short parts may be anything.
  if (year.length === 2 && (mark === '-' || Number(year) > 49)) return null
  const y = year.length === 2 ? 2000 + Number(year) : Number(year)
  const [first, second] = [Number(a), Number(b)]
  const dayFirst = isoDay(y, second, first)
  const monthFirst = isoDay(y, first, second)
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst
  if (mark === '.') return dayFirst
  if (language === null) return null
  return /^en(?:-(?:US|CA|PH))?$/iu.test(language) ? monthFirst : dayFirst
}
