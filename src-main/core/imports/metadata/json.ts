/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

const MOST_CHARACTERS = 4_000_000

/**
 * Reads JSON as pages carry it: wrapped in comments or CDATA, with raw line breaks in strings, with commas too many, or with its
 * quotation marks escaped for HTML. Null when it is nothing like JSON.
 */
export function parseLooseJson(source: string): Json {
  if (source.length > MOST_CHARACTERS) return null
  const plain = unwrapped(source.trim())
  if (plain === '') return null
  return parse(plain) ?? parse(repaired(plain)) ?? null
}

/** Looks at both ends only: white space in between may be endless. */
function unwrapped(source: string): string {
  const head = /^(?:<!--|(?:\/\/|\/\*)?\s{0,20}<!\[CDATA\[(?:\s{0,20}\*\/)?)/u.exec(source)?.[0].length ?? 0
  const foot = Math.max(head, source.length - 80)
  const end = source
    .slice(foot)
    .replace(/(?:-->|(?:\/\/|\/\*)?\s{0,20}\]\]>(?:\s{0,20}\*\/)?)\s*;?$/u, '')
    .trimEnd()
    .replace(/;$/u, '')
  return (source.slice(head, foot) + end).trim()
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** `JSON.parse` gives nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined
}

function repaired(text: string): string {
  const quoted = /^[[{]\s*&quot;/u.test(text) ? text.replace(/&quot;/gu, '"').replace(/&amp;/gu, '&') : text
  let result = ''
  let isInString = false
  for (let at = 0; at < quoted.length; at++) {
    const character = quoted.charAt(at)
    if (isInString && character === '\\') {
      const next = quoted.charAt(at + 1)
      result += /["\\/bfnrtu]/u.test(next) ? character + next : next
      at++
    } else if (character === '"') {
      isInString = !isInString
      result += character
    } else if (character < ' ') result += ' '
    else if (!isInString && character === ',' && /^,\s*[\]},]/u.test(quoted.slice(at, at + 200))) continue
    else result += character
  }
  return result
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
