import { joinLines, type TextBlock } from './blocks'

/** A heading that a block is. */
export interface TextHeading {
  readonly level: number
  readonly text: string
}

const MAX_CHARACTERS = 80
const MAX_WORDS = 10
const UNDERLINE = /^\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*$/u
const NAMED =
  /^(?:chapter|part|section|book|act|scene|appendix|kapitel|teil|abschnitt|anhang|chapitre|partie|cap[ií]tulo|capitolo|parte|hoofdstuk|глава|часть)\s+(?:\d+|[ivxlc]+|\p{L}+)\b/iu
const CJK_NAMED = /^第[\d一二三四五六七八九十百零〇]+[章节節部回卷]/u
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6})\.?\s+(?=\p{Lu}|\p{Lo})/u
const ENDS_SENTENCE = /[.,;:!?…。，；：！？、]["'”’»)\]]*$/u

/** The heading that a block is, if it is one for certain by its own look. */
export function headingOf({ lines }: TextBlock): TextHeading | null {
  const underline = UNDERLINE.exec(lines[1] ?? '')?.[1]
  if (lines.length === 2 && underline !== undefined && (lines[0] ?? '').trim().length <= 120) {
    return { level: underline.startsWith('=') ? 2 : 3, text: (lines[0] ?? '').trim() }
  }
  if (lines.length > 2) return null
  const text = joinLines(lines)
  if (text.length > MAX_CHARACTERS || text === '') return null
  if ((NAMED.test(text) || CJK_NAMED.test(text)) && text.split(/\s+/u).length <= MAX_WORDS) return { level: 2, text }
  if (lines.length > 1) return null
  const number = NUMBERED.exec(text)?.[1]
  if (number !== undefined && isShort(text))
    return { level: Math.min(6, 2 + (number.match(/\./gu)?.length ?? 0)), text }
  const letters = text.replace(/[^\p{L}]/gu, '')
  const isCapitals = letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return isCapitals && !/[,;]$/u.test(text) && text.split(/\s+/u).length <= MAX_WORDS ? { level: 2, text } : null
}

/** Whether a block might be a heading, going by its shortness: it needs sentences around it to be one. */
export function mayBeHeading({ lines }: TextBlock): boolean {
  const [line = ''] = lines
  return lines.length === 1 && isShort(line) && /^["'“‘«(]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(line) && line.length <= 60
}

/** Whether a block is sentences: long, or ended as a sentence ends. */
export function isProse({ lines }: TextBlock): boolean {
  const text = joinLines(lines)
  return text.length >= 120 || (text.length >= 50 && ENDS_SENTENCE.test(text))
}

/** Whether a line may be the title of a whole text. */
export function mayBeTitle({ lines }: TextBlock): boolean {
  const text = joinLines(lines)
  const isEnded = /[.,;:。，；：、]$/u.test(text) && !/\b(?:etc|vs|Jr|Sr|Inc|Co|St)\.$/u.test(text)
  return (
    lines.length <= 2 && text.length <= 120 && !isEnded && /\p{L}|\p{N}/u.test(text) && !/^https?:\/\//iu.test(text)
  )
}

function isShort(text: string): boolean {
  return text.length <= MAX_CHARACTERS && text.split(/\s+/u).length <= MAX_WORDS && !ENDS_SENTENCE.test(text)
}
