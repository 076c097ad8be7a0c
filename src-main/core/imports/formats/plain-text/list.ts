import { isListItem, isNumbered, joinLines, type TextBlock } from './blocks'

/** Entries of a list, as a block or several in a row give them. */
export interface TextList {
  readonly ordered: boolean
  /** The first entry's number. */
  readonly start: number
  readonly items: readonly string[]
}

/** The list that a block is; null when it is none. Dashes before speech are none. */
export function listOf({ lines }: TextBlock): TextList | null {
  const [first = ''] = lines
  if (!isListItem(first)) return null
  const ordered = isNumbered(first)
  const groups: string[][] = []
  for (const line of lines) {
    if (isListItem(line)) groups.push([line.replace(/^\s*(?:[-*+•‣◦▪·]|\w{1,3}[.)])\s+/u, '')])
    else groups[groups.length - 1]?.push(line)
  }
  return { ordered, start: Number(/\d+/u.exec(first)?.[0] ?? 1), items: groups.map(joinLines) }
}

/** Two lists in a row as one, when the second goes on where the first ends. */
export function mergeLists(one: TextList, other: TextList): TextList | null {
  if (one.ordered !== other.ordered) return null
  if (one.ordered && other.start !== one.start + one.items.length) return null
  return { ...one, items: [...one.items, ...other.items] }
}
