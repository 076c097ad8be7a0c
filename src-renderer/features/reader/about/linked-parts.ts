import type { Link } from '@shared/domain/snapshot-details'

/** Cuts a text at the words of its links, which come in order. Links whose words are not found are left out. */
export function linkedParts(text: string, links: readonly Link[]): Link[] {
  const parts: Link[] = []
  let from = 0
  for (const link of links) {
    const at = link.url === null ? -1 : text.indexOf(link.text, from)
    if (at < 0) continue
    if (at > from) parts.push({ text: text.slice(from, at), url: null })
    parts.push(link)
    from = at + link.text.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), url: null })
  return parts
}
