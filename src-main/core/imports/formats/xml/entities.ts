import { parseFragment, textContent } from '../../html/html-tree'

const OWN_TO_XML = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])
/** Declared values are a word or a sign; long ones are how bombs grow. */
const DECLARATION = /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"&<%]{0,64})"|'([^'&<%]{0,64})')\s*>/gu
const MAX_DECLARED = 200

/**
 * Replaces the named entities that XML does not know by their characters: HTML's, and plain ones that the document itself declares.
 * What a document declares to lie elsewhere, or in terms of other entities, is not looked up.
 */
export function expandEntities(text: string): string {
  const values = declared(text)
  return text.replace(/&([a-z][a-z\d.-]{0,40});/giu, (whole, name: string) => {
    if (OWN_TO_XML.has(name)) return whole
    const known = values.get(name)
    if (known !== undefined) return known
    // What HTML does not know either stays as it is written.
    const value = textContent(parseFragment(whole)).replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`)
    values.set(name, value)
    return value
  })
}

function declared(text: string): Map<string, string> {
  const values = new Map<string, string>()
  const subset = /<!DOCTYPE[^>[]*\[/iu.exec(text.slice(0, 4096))
  if (subset === null) return values
  const from = subset.index + subset[0].length
  for (const [, name = '', one, other] of text.slice(from, from + 64 * 1024).matchAll(DECLARATION)) {
    if (values.size < MAX_DECLARED) values.set(name, one ?? other ?? '')
  }
  return values
}
