import { eld } from 'eld/medium'
import { languageOfScript } from './script-language'

/** The detector needs no more, and less text is faster. */
const SAMPLE_CHARACTERS = 1500
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
/** Small words that are near two in five of an English text's, and in no other language so many. */
const ENGLISH = new Set(
  (
    'the of and to a in is that for it as was with on be by this are from at an or which have has had not but they their ' +
    'we you your he his her she its been were will would can if when what there who all more one about so'
  ).split(' '),
)
/** Of a text's words; between Dutch (at most a tenth) and English (over a third). */
const ENGLISH_SHARE = 0.3
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
  const byScript = languageOfScript(sample, stated?.split('-')[0] ?? null)
  if (byScript !== null) return stated !== null && family(stated) === family(byScript) ? stated : byScript
  if (sample.length < ENOUGH_CHARACTERS) return stated
  const found = isPlainlyEnglish(sample) ? PLAINLY_ENGLISH : eld.detect(sample)
  if (stated !== null && (family(stated) === family(found.language) || !KNOWN.has(family(stated)))) return stated
  if (found.language === '' || !found.isReliable()) return stated
  return found.language
}

const PLAINLY_ENGLISH = { language: 'en', isReliable: () => true }

/** Half of what is brought in; to see it by its words takes a tenth of the detector's time. */
function isPlainlyEnglish(sample: string): boolean {
  const words = sample.toLowerCase().split(' ')
  let small = 0
  for (const word of words) if (ENGLISH.has(word)) small++
  return small > ENGLISH_SHARE * words.length && words.includes('the')
}

/** From the middle, where there is less front matter, when there is enough of it. */
function sampleOf(text: string): string {
  const from = Math.max(0, Math.min(Math.floor(text.length / 8), text.length - 2 * SAMPLE_CHARACTERS))
  return text
    .slice(from, from + 2 * SAMPLE_CHARACTERS)
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, SAMPLE_CHARACTERS)
}

/** Right to left when most letters are of scripts written so. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, 20_000)
  const rightToLeft = sample.match(RIGHT_TO_LEFT)?.length ?? 0
  return rightToLeft > 0 && rightToLeft * 2 > (sample.match(/\p{L}/gu)?.length ?? 0) ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/gu
