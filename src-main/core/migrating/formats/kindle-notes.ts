import type { Where } from '../record'

/** One record of a device. */
export interface Clipping {
  readonly where: Where
  readonly kind: 'highlight' | 'note' | 'bookmark'
  readonly words: string | null
  readonly location: string
  readonly start: number | null
  readonly end: number | null
  readonly createdAt: number | null
}

interface Joined extends Clipping {
  readonly words: string
  readonly note: string | null
}

/**
 * Brings notes to the highlights they were written on, which end where the note stands, and leaves out what a device wrote twice: a
 * highlight that was drawn longer or shorter stays in the file in each of its forms. The longest of them is kept.
 * @returns highlights with their notes, and notes that stand on no highlight
 */
export function joinNotes(clippings: readonly Clipping[]): { quotes: Joined[]; notes: string[] } {
  const quotes: { clipping: Clipping; words: string; notes: string[] }[] = []
  const byStart = new Map<number, typeof quotes>()
  for (const clipping of clippings) {
    const { kind, words, start } = clipping
    if (kind !== 'highlight' || words === null) continue
    const near = [-1, 0, 1].flatMap((step) => byStart.get((start ?? -10) + step) ?? [])
    const same = near.find((one) => one.words.includes(words) || words.includes(one.words))
    if (same !== undefined) {
      if (words.length > same.words.length) Object.assign(same, { clipping, words })
      continue
    }
    const quote = { clipping, words, notes: [] }
    quotes.push(quote)
    if (start !== null) byStart.set(start, [...(byStart.get(start) ?? []), quote])
  }
  const loose = new Set<string>()
  for (const { kind, words, start } of clippings) {
    if (kind !== 'note' || words === null) continue
    const over = start === null ? [] : quotes.filter(({ clipping }) => holds(clipping, start))
    const owner = over.find(({ clipping }) => clipping.end === start) ?? over[0]
    if (owner === undefined) loose.add(words)
    else if (!owner.notes.includes(words)) owner.notes.push(words)
  }
  return {
    quotes: quotes.map(({ clipping, words, notes }) => ({
      ...clipping,
      words,
      note: notes.length === 0 ? null : notes.join('\n\n'),
    })),
    notes: [...loose],
  }
}

function holds({ start, end }: Clipping, place: number): boolean {
  return start !== null && end !== null && start <= place && place <= end
}
