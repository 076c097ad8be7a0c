/** Month names by their first letters, in the languages that pages are most often written in. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene|gen|styc|sty|янв|janv|tammi|oca)/u, 1],
  [/^(?:feb|fév|fev|lut|фев|helmi|şub|febb)/u, 2],
  [/^(?:mar(?!cá)|mär|maer|mrt|maa|мар|märz|mars|mart)/u, 3],
  [/^(?:apr|avr|abr|kwi|апр|huhti|nis)/u, 4],
  [/^(?:may|mai|maj|mei|mag|ма[йя]|touko)/u, 5],
  [/^(?:jun|juin|giu|cze|июн|kesä|haz)/u, 6],
  [/^(?:jul|juil|lug|lip|июл|heinä|tem)/u, 7],
  [/^(?:aug|août|aou|ago|sie|авг|elo|ağu)/u, 8],
  [/^(?:sep|set|wrz|сен|syys|eyl)/u, 9],
  [/^(?:oct|okt|ott|out|paź|окт|loka|eki)/u, 10],
  [/^(?:nov|lis|ноя|marras|kas)/u, 11],
  [/^(?:dec|dez|déc|dic|gru|дек|joulu|ara)/u, 12],
]

function month(name: string): number | null {
  const lower = name.toLowerCase()
  return MONTHS.find(([pattern]) => pattern.test(lower))?.[1] ?? null
}

function iso(year: string | number, monthOfYear: number | null, day: string | number): string | null {
  const [y, m, d] = [Number(year), monthOfYear ?? 0, Number(day)]
  if (!(y >= 1500 && y <= 2200 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

const ISO =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/u

/** A machine-readable date (ISO 8601, RFC 2822, `20190517`) as ISO 8601 with the precision it came in; null when it is none. */
export function parseDate(value: string): string | null {
  const text = value.trim()
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d*)?$/u.exec(text)
  if (compact) return iso(compact[1] ?? '', Number(compact[2]), compact[3] ?? '')
  const found = ISO.exec(text.replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})/u, '$1-$2-$3'))
  if (!found) return fromRfc2822(text) ?? dateInText(text)
  const [, year = '', monthOfYear, day, time, zone = ''] = found
  if (monthOfYear === undefined) return Number(year) >= 1500 && Number(year) <= 2200 ? year : null
  const date = iso(year, Number(monthOfYear), day ?? 1)
  if (date === null) return null
  if (day === undefined) return date.slice(0, 7)
  return time === undefined ? date : `${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`
}

function fromRfc2822(text: string): string | null {
  if (!/\d{4}/u.test(text) || text.length > 60) return null
  const time = Date.parse(text)
  return Number.isNaN(time) || !/(?:GMT|UTC|Z|[+-]\d{4})\b/u.test(text)
    ? null
    : new Date(time).toISOString().replace('.000', '')
}

const DAY_MONTH =
  /(?<![\d.])(\d{1,2})(?:\.|st|nd|rd|th|er|º|\.?\s*de)?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/u
const MONTH_DAY = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u
const DASHED = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u
const CJK = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/u
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/u

/** The first date that a person would read in a text, such as `17 February 2023` or `17.02.2023`; null when there is none. */
export function dateInText(text: string): string | null {
  const candidates: { at: number; date: string | null }[] = []
  const add = (found: RegExpExecArray | null, build: (match: RegExpExecArray) => string | null) => {
    const date = found ? build(found) : null
    if (found && date) candidates.push({ at: found.index, date })
  }
  add(DASHED.exec(text), ([, y = '', m, d = '']) => iso(y, Number(m), d))
  add(DAY_MONTH.exec(text), ([, d = '', m = '', y = '']) => iso(y, month(m), d))
  add(MONTH_DAY.exec(text), ([, m = '', d = '', y = '']) => iso(y, month(m), d))
  add(DOTTED.exec(text), ([, d = '', m, y = '']) => iso(y, Number(m), d))
  add(CJK.exec(text), ([, y = '', m, d = '']) => iso(y, Number(m), d))
  // 3/4/2019 may be March or April: only what cannot be misread is read.
  add(SLASHED.exec(text), ([, a = '', b = '', y = '']) =>
    Number(a) > 12 ? iso(y, Number(b), a) : Number(b) > 12 ? iso(y, Number(a), b) : null,
  )
  return candidates.sort((one, other) => one.at - other.at)[0]?.date ?? null
}
