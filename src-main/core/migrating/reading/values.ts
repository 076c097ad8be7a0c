import type { HighlightColour } from '@shared/domain/colour'

/** The web address that a value is; null for any other scheme, such as `javascript:`, and for what is no address. */
export function webAddress(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  const text = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?$/u.test(trimmed)
    ? `https://${trimmed}`
    : trimmed
  try {
    const url = new URL(text)
    return (url.protocol === 'http:' || url.protocol === 'https:') && text.length <= 4096 ? url.href : null
  } catch {
    return null
  }
}

/** Text in one line; null when nothing is left. */
export function oneLine(value: unknown, most = 1000): string | null {
  if (typeof value !== 'string') return null
  const clean = value
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .replace(/\p{Cs}$/u, '')
  return clean === '' ? null : clean
}

/** Text of several lines, without what a page cannot hold; null when nothing is left. */
export function manyLines(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const clean = value
    .replace(/\r\n?/gu, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
  return clean === '' ? null : clean
}

/** Tags in the ways that tools write them: a JSON array, a Python list, names or objects with names, or text with separators. */
export function tagsOf(value: unknown, separator: RegExp = /[,;|]/u): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => tagName(one) ?? [])
  if (typeof value !== 'string') return []
  const text = value.trim()
  if (!text.startsWith('[')) return namesOf(text.split(separator))
  try {
    const parsed: unknown = JSON.parse(text)
    if (Array.isArray(parsed)) return parsed.flatMap((one) => tagName(one) ?? [])
  } catch {
    // Not JSON: a Python list has single quotation marks.
  }
  const items = text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gu)
  return namesOf(Array.from(items, ([, single, double]) => (single ?? double ?? '').replace(/\\(.)/gu, '$1')))
}

function tagName(value: unknown): string | null {
  if (typeof value === 'string') return oneLine(value, 100)
  if (typeof value !== 'object' || value === null) return null
  const names = ['label', 'name', 'title', 'tag', 'value', 'slug'] as const
  for (const name of names) {
    const found = oneLine(Object.entries(value).find(([key]) => key === name)?.[1], 100)
    if (found !== null) return found
  }
  return null
}

function namesOf(names: readonly string[]): string[] {
  return names.flatMap((name) => oneLine(name, 100) ?? [])
}

/** Whether a value says yes in one of the ways that tools say it. */
export function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|1|y|x)$/iu.test(value.trim()))
}

const NAMES: readonly [RegExp, HighlightColour][] = [
  [/yellow|gelb|orange|amber|gold|gr[ae]y|black/iu, 'yellow'],
  [/green|lime|teal|grün/iu, 'green'],
  [/blue|cyan|aqua|blau/iu, 'blue'],
  [/pink|red|rose|magenta|rot/iu, 'pink'],
  [/purple|violet|lila/iu, 'purple'],
]

/** The nearest of the five colours to a name or a hexadecimal colour; yellow where nothing is said. */
export function colourOf(value: unknown): HighlightColour {
  if (typeof value !== 'string') return 'yellow'
  const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/iu.exec(value.trim())
  if (hex === null) return NAMES.find(([name]) => name.test(value))?.[1] ?? 'yellow'
  const [r, g, b] = [hex[1], hex[2], hex[3]].map((part) => Number.parseInt(part ?? '0', 16))
  return byHue(hueOf(r ?? 0, g ?? 0, b ?? 0))
}

function hueOf(r: number, g: number, b: number): number {
  const most = Math.max(r, g, b)
  const range = most - Math.min(r, g, b)
  // Greys have no hue, and stand as yellow.
  if (range < 12) return 60
  const sixth = most === r ? (g - b) / range : most === g ? (b - r) / range + 2 : (r - g) / range + 4
  return (sixth * 60 + 360) % 360
}

function byHue(hue: number): HighlightColour {
  if (hue < 20 || hue >= 310) return 'pink'
  if (hue < 70) return 'yellow'
  if (hue < 170) return 'green'
  return hue < 255 ? 'blue' : 'purple'
}
