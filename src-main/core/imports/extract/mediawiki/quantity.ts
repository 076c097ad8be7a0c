import type { Quantity } from '@shared/domain/snapshot'

/** Languages that write `1.234,5`; all others are read as `1,234.5`. */
const COMMA_DECIMAL =
  /^(?:af|az|be|bg|bs|ca|cs|da|de|el|es|et|eu|fi|fr|gl|hr|hu|hy|id|is|it|ka|kk|lt|lv|mk|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sq|sr|sv|tr|uk|vi)(?:-|$)/u

const SPACE = '\u0020\u00A0\u202F\u2009'
const AT_START = new RegExp(
  `^(?:≈|~|c\\.|ca\\.)?\\s*([-−]?\\d{1,3}(?:[.,'’${SPACE}]\\d{3})+(?:[.,]\\d+)?|[-−]?\\d+(?:[.,]\\d+)?)[${SPACE}]*(%|‰|°[CF]?|[€$£¥]|[\\p{L}µμΩ°][\\p{L}µμΩ°²³/⁻¹²·⋅.²³\\d]{0,11})?(?=$|[\\s(,;\\[])(.*)$`,
  'su',
)

/**
 * The number and unit that a value begins with, such as `3,780 km2 (1,460 sq mi)`. Only what is plain: one number, written as the
 * page's language writes numbers, and nothing after it but a conversion or remark in brackets. A lone number of four digits may be
 * a year and is none.
 * @param language BCP 47 tag of the page, which tells `1.234` from `1,234`
 */
export function quantityOf(value: string, language: string | null): Quantity | null {
  const [, digits = '', unit = '', rest = ''] = AT_START.exec(value) ?? []
  if (digits === '' || !/^\s*(?:[([].*)?$/su.test(rest)) return null
  if (unit === '' && /^\d{4}$/u.test(digits)) return null
  if (unit !== '' && !isUnit(unit)) return null
  const number = numberOf(digits, COMMA_DECIMAL.test(language ?? ''))
  return number === null ? null : { value: number, unit }
}

/** Units are short; longer words make the value a phrase. */
function isUnit(unit: string): boolean {
  return /^(?:%|‰|[€$£¥])$/u.test(unit) || /^\p{L}{1,4}[\d²³]?(?:[/·]\p{L}{1,4}[\d²³]?)?$|^[µμ°Ω]/u.test(unit)
}

function numberOf(digits: string, commaDecimal: boolean): number | null {
  const plain = digits.replace('−', '-').replace(new RegExp(`['’${SPACE}]`, 'gu'), '')
  const [group, point] = commaDecimal ? ['.', ','] : [',', '.']
  const grouped = plain.split(group)
  if (grouped.length > 1 && grouped.slice(1).some((part) => part.replace(/\D.*$/su, '').length !== 3)) return null
  const value = Number(grouped.join('').replace(point, '.'))
  return Number.isFinite(value) ? value : null
}
