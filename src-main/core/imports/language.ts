import { eld } from 'eld/medium'

/** The detector needs no more, and less text is faster. */
const SAMPLE_CHARACTERS = 4000
const ENOUGH_CHARACTERS = 60

/** Tags for what the detector holds to be one language, or cannot tell apart. */
const SAME: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  ms: 'id',
  bs: 'hr',
  sh: 'hr',
  sr: 'hr',
  fil: 'tl',
}
const KNOWN = new Set(Object.values(eld.info().Languages).map(family))

function family(tag: string): string {
  const primary = tag.split('-')[0]?.toLowerCase() ?? ''
  return SAME[primary] ?? primary
}

function wellFormed(tag: string | null): string | null {
  try {
    return tag === null || tag.trim() === ''
      ? null
      : (Intl.getCanonicalLocales(tag.trim().replace(/_/gu, '-'))[0] ?? null)
  } catch {
    return null
  }
}

/**
 * The language of a text as a BCP 47 tag. What a page declares is believed only if the text agrees, if the text is too short to
 * tell, or if the detector does not know that language.
 */
export function languageOf(text: string, declared: string | null): string | null {
  const stated = wellFormed(declared)
  const sample = sampleOf(text)
  if (sample.length < ENOUGH_CHARACTERS && !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]{8}/u.test(sample))
    return stated
  const found = eld.detect(sample)
  if (stated !== null && (family(stated) === family(found.language) || !KNOWN.has(family(stated)))) return stated
  if (found.language === '' || !found.isReliable()) return stated
  return found.language
}

/** From the middle, where there is less front matter, when there is enough of it. */
function sampleOf(text: string): string {
  const collapsed = text.replace(/\s+/gu, ' ').trim()
  const from = Math.max(0, Math.min(Math.floor(collapsed.length / 8), collapsed.length - SAMPLE_CHARACTERS))
  return collapsed.slice(from, from + SAMPLE_CHARACTERS)
}

/** Right to left when most letters are of scripts written so. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const rightToLeft =
    sample.match(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu)?.length ?? 0
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr'
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/** Words, for reading time: runs of letters and digits, and a segmenter's words in scripts that put no spaces between them. */
export function countWords(text: string): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  let count = 0
  for (const [run] of text.matchAll(SPACELESS)) {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count++
  }
  for (const _ of text.replace(SPACELESS, ' ').matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)) count++
  return count
}
