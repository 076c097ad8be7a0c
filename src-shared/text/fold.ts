/**
 * Text as two people would call it the same when they look for it: without case, accents and compatibility forms
 * (Unicode NFKD without combining marks, lower case). Only for comparing; offsets do not carry over.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
