/** Length of a UUID as text, which every id is. */
const LENGTH = 36

/** The ids of a text in which they stand one after the other, as `group_concat(id, '')` of SQLite gives them. */
export function splitIds(text: string): string[] {
  const ids: string[] = []
  for (let at = 0; at < text.length; at += LENGTH) ids.push(text.slice(at, at + LENGTH))
  return ids
}
