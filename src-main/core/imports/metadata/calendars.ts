/** Zeros of the scripts whose digits texts write dates in; their nine others follow. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10,
]

/** Writes every decimal digit as one of ours. */
export function westernDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => code >= start && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/**
 * A day as ISO 8601, if there is such a day. Years above 2400 are of the Buddhist era, as Thailand counts them.
 */
export function isoDay(year: number, month: number, day: number): string | null {
  const y = year >= 2400 && year < 2700 ? year - 543 : year
  if (!(y >= 1500 && y <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null
  const date = new Date(Date.UTC(y, month - 1, day))
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** Years that the leap years of the Solar Hijri calendar are counted from (Borkowski, "The Persian calendar for 3000 years"). */
const BREAKS = [
  -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
]

/** A day of the Solar Hijri calendar (Iran's) as ISO 8601. */
export function isoOfSolar(year: number, month: number, day: number): string | null {
  if (!(year >= 1200 && year <= 1600 && month >= 1 && month <= 12 && day >= 1 && day <= (month <= 6 ? 31 : 30)))
    return null
  let leaps = -14
  let from = BREAKS[0] ?? 0
  for (const next of BREAKS.slice(1)) {
    const length = next - from
    if (year < next) {
      const past = year - from
      leaps += Math.floor(past / 33) * 8 + Math.floor(((past % 33) + 3) / 4)
      if (length % 33 === 4 && length - past === 4) leaps++
      break
    }
    leaps += Math.floor(length / 33) * 8 + Math.floor((length % 33) / 4)
    from = next
  }
  const western = year + 621
  const westernLeaps = Math.floor(western / 4) - Math.floor(((Math.floor(western / 100) + 1) * 3) / 4) - 150
  const newYear = 20 + leaps - westernLeaps
  const passed = (month - 1) * 31 - Math.max(0, month - 7) + day - 1
  return new Date(Date.UTC(western, 2, newYear + passed)).toISOString().slice(0, 10)
}

/** The year before the first of each era of Japan, and of Taiwan's. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  民國: 1911,
  民国: 1911,
}

const HAN_DIGITS = '〇一二三四五六七八九'

/** Writes the numbers before 年, 月 and 日 in our digits: `二〇二一年十二月三日` is `2021年12月3日`. */
export function westernHanDates(text: string): string {
  if (!text.includes('年')) return text
  return text.replace(/[〇零一二三四五六七八九十]{1,4}(?=[年月日])/gu, (number) => {
    const digits = number.replace(/零/gu, '〇').split('')
    const valueOf = (digit: string | undefined) => Math.max(0, HAN_DIGITS.indexOf(digit ?? '〇'))
    const ten = digits.indexOf('十')
    if (ten < 0) return digits.map(valueOf).join('')
    return String((ten === 0 ? 1 : valueOf(digits[ten - 1])) * 10 + valueOf(digits[ten + 1]))
  })
}

/** The western year of a year of an era, such as 令和5; `元` is the first. */
export function yearOfEra(era: string, year: string): number {
  return (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))
}
