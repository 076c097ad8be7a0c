/** How the months begin in the languages that exports are mostly written in: en, de, fr, es, it, pt, nl, sv, ru, pl, tr. */
const MONTHS: readonly string[] = [
  'jan|ene|gen|янв|sty|oca',
  'feb|fév|fev|фев|lut|şub',
  'mar|mär|mrt|maart|мар',
  'apr|avr|abr|апр|kwi|nis',
  'may|mai|mag|mei|maj|мая|май',
  'jun|juin|giu|июн|cze|haz',
  'jul|juil|lug|июл|lip|tem',
  'aug|août|aou|ago|авг|sie|ağu',
  'sep|set|сен|wrz|eyl',
  'oct|okt|ott|out|окт|paź|eki',
  'nov|ноя|lis|kas',
  'dec|dez|déc|dic|дек|gru|ara',
]
const PATTERNS = MONTHS.map((names) => new RegExp(`^(?:${names})`, 'iu'))
/** Weekdays that begin like a month. */
const WEEKDAY = /^mar(?:di|tes|tedì)/iu

/** The month that a text names, from 0; null when it names none. */
export function monthNamed(text: string): number | null {
  const words = text.normalize('NFC').match(/\p{L}{3,}/gu) ?? []
  // What stands last is the month: words and a weekday stand before it.
  for (const word of words.reverse()) {
    const month = WEEKDAY.test(word) ? -1 : PATTERNS.findIndex((pattern) => pattern.test(word))
    if (month >= 0) return month
  }
  return null
}
