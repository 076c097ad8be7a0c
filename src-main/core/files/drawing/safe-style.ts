import { PROPERTIES } from './allowed'

const MAX_VALUE = 4000
const MAX_STYLES = 200_000
const FUNCTIONS = new Set(
  (
    'rgb rgba hsl hsla hwb lab lch oklab oklch calc translate translatex translatey scale scalex scaley rotate skewx skewy matrix ' +
    'blur drop-shadow opacity brightness contrast grayscale invert saturate sepia'
  ).split(' '),
)
const OWN_REFERENCE = /url\(\s*(["']?)#([^"'()\s\\]{1,200})\1\s*\)/giu

/** Whether a value of a property or attribute names nothing outside its drawing. CSS escapes could spell any function. */
export function isSafeValue(value: string): boolean {
  if (value.length > MAX_VALUE || /[\\@{};<>]|\/\*/u.test(value)) return false
  for (const [, name = ''] of value.replace(OWN_REFERENCE, '').matchAll(/([\w-]*)\s*\(/gu))
    if (name !== '' && !FUNCTIONS.has(name.toLowerCase())) return false
  return true
}

/** The ids that a value refers to as `url(#id)`. */
export function referencesIn(value: string): string[] {
  return [...value.matchAll(OWN_REFERENCE)].flatMap(([, , id]) => id ?? [])
}

/** The declarations of a `style` attribute that may stay. */
export function safeDeclarations(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//gu, ' ')
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      const name = declaration.slice(0, colon).trim().toLowerCase()
      const value = declaration.slice(colon + 1).trim()
      return colon > 0 && PROPERTIES.has(name) && value !== '' && isSafeValue(value) ? [`${name}:${value}`] : []
    })
    .join(';')
}

/** The plain rules of a style sheet that may stay; rules beginning with `@` go, with what they hold. */
export function safeSheet(text: string): string {
  if (text.length > MAX_STYLES) return ''
  const sheet = text.replace(/\/\*[\s\S]*?\*\//gu, ' ').replace(/<!--|-->/gu, ' ')
  const rules: string[] = []
  for (let at = 0; at < sheet.length;) {
    const open = sheet.indexOf('{', at)
    const statement = sheet.indexOf(';', at)
    if (open < 0) break
    if (statement >= 0 && statement < open) {
      at = statement + 1
      continue
    }
    const close = endOf(sheet, open)
    const selector = sheet.slice(at, open).trim()
    const declarations = safeDeclarations(sheet.slice(open + 1, close))
    if (/^[\w\s.#,>*~+-]{1,1000}$/u.test(selector) && declarations !== '') rules.push(`${selector}{${declarations}}`)
    at = close + 1
  }
  return rules.join('\n')
}

/** Where the block that begins at a brace ends, inner ones included. */
function endOf(sheet: string, open: number): number {
  let depth = 0
  for (let at = open; at < sheet.length; at++) {
    if (sheet[at] === '{') depth++
    else if (sheet[at] === '}' && --depth === 0) return at
  }
  return sheet.length
}
