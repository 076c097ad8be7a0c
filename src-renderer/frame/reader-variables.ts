import type { Typeface, Typography } from '@shared/domain/settings'

const FONTS: Readonly<Record<Typeface, string>> = {
  literata: 'var(--font-reading)',
  'source-serif': 'var(--font-reading-alt)',
  inter: 'var(--font-reading-sans)',
  atkinson: 'var(--font-legible)',
  system: 'system-ui, sans-serif',
}

/** Average width of a character of running text in em, measured over the bundled typefaces. */
const CHARACTER_EM = 0.475

const isCjk = (language: string | null) => /^(?:ja|zh|ko)\b/iu.test(language ?? '')
const isArabicScript = (language: string | null) => /^(?:ar|fa|ur)\b/iu.test(language ?? '')

/**
 * The custom properties that set an article. Lengths are in rem, so that interface zoom scales them. Scripts that need
 * more space between lines get at least that, unless the person asked for more.
 */
export function readerVariables(typography: Typography, language: string | null): Record<string, string> {
  const least = isArabicScript(language) ? 1.85 : isCjk(language) ? 1.8 : 0
  const size = typography.size / 16
  return {
    '--reader-font': FONTS[typography.typeface],
    '--reader-size': `${size}rem`,
    '--reader-leading': String(Math.max(typography.leading, least)),
    '--reader-measure': `${(typography.measure * CHARACTER_EM * size).toFixed(3)}rem`,
    '--reader-align': typography.justified ? 'justify' : 'start',
    '--reader-hyphens': typography.justified ? 'auto' : 'manual',
  }
}
