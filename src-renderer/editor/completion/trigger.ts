/** What a person is about to complete: a block from the slash menu, a tag, or a link. */
export type Trigger =
  | { readonly kind: 'slash' | 'tag'; readonly query: string; readonly length: number }
  | { readonly kind: 'link'; readonly query: string; readonly length: number; readonly isClosed: boolean }

const SLASH = /(?:^|\s)(\/([\p{L}\p{N}][\p{L}\p{N} ]{0,24}|))$/u
const LINK = /(\[\[([^[\]\n]{0,120})(\]\])?)$/u
const TAG = /(?:^|[\s(])(#([\p{L}\p{M}\p{N}_/-]{1,80}))$/u

/** What stands before the caret that begins a completion; `length` counts its UTF-16 units, the mark included. */
export function triggerBefore(text: string): Trigger | null {
  const link = LINK.exec(text)
  if (link) {
    const query = (link[2] ?? '').trim()
    const isClosed = link[3] !== undefined
    return isClosed && query === '' ? null : { kind: 'link', query, length: link[1]?.length ?? 0, isClosed }
  }
  const tag = TAG.exec(text)
  if (tag) return { kind: 'tag', query: tag[2] ?? '', length: tag[1]?.length ?? 0 }
  const slash = SLASH.exec(text)
  return slash && { kind: 'slash', query: slash[2] ?? '', length: slash[1]?.length ?? 0 }
}

/** A `#tag` in running text; at least one of its characters is a letter, so that `#1` is a number. */
export const TAG_IN_TEXT = /(?<=^|[\s(])#(?=[\p{M}\p{N}_/-]*\p{L})[\p{L}\p{M}\p{N}_/-]+/u
