import type { Highlight } from '@shared/domain/annotation'
import type { SnapshotId } from '@shared/domain/ids'
import type { OutlineEntry } from '@shared/domain/snapshot'
import type { SnapshotStore } from '../snapshots/snapshot-store'
import { blockBounds } from '../text/block-bounds'

/** A highlight with what its snapshot says of its place. */
export interface PlacedHighlight {
  readonly highlight: Highlight
  /** Headings over it, the outermost first. */
  readonly headings: readonly OutlineEntry[]
  /** The quote's paragraphs. */
  readonly paragraphs: readonly string[]
}

/** Stands over highlights whose words are not in the article's newest version. */
const LOST: OutlineEntry = { level: 2, text: 'Not found in the newest version', start: 0 }

/** Makes the function that finds a highlight's headings and the paragraphs of its quote. Reads each snapshot once. */
export function createPlacing(
  snapshots: Pick<SnapshotStore, 'get' | 'html'>,
): (highlight: Highlight) => PlacedHighlight {
  const known = new Map<SnapshotId, Known>()
  const read = (id: SnapshotId): Known => {
    const place = { outline: snapshots.get(id)?.outline ?? [], html: snapshots.html(id)?.html ?? '', bounds: null }
    known.set(id, place)
    return place
  }
  return (highlight) => {
    const { snapshotId, position, quote } = highlight.target
    const place = known.get(snapshotId) ?? read(snapshotId)
    const bounds = isInOneBlock(quote.exact, place.html) ? [] : (place.bounds ??= blockBounds(place.html))
    return {
      highlight,
      headings: highlight.place === 'placed' ? headingsAt(place.outline, position.start) : [LOST],
      paragraphs: paragraphsOf(quote.exact, position.start, bounds),
    }
  }
}

interface Known {
  readonly outline: readonly OutlineEntry[]
  readonly html: string
  /** Read when a quote first needs them: that takes a parser through the whole page. */
  bounds: readonly number[] | null
}

/** So many words with no tag between them do not also stand elsewhere, torn apart by one. */
const TELLING = 24

/** Whether the page itself shows that a quote lies in one block: its words stand there with no tag between them. */
function isInOneBlock(exact: string, html: string): boolean {
  return exact.length >= TELLING && !/[&<>\u00a0]/u.test(exact) && html.includes(exact)
}

/** The headings that a passage stands under, the outermost first. */
export function headingsAt(outline: readonly OutlineEntry[], offset: number): OutlineEntry[] {
  const path: OutlineEntry[] = []
  for (const entry of outline) {
    if (entry.start > offset) break
    while ((path.at(-1)?.level ?? 0) >= entry.level) path.pop()
    path.push(entry)
  }
  return path
}

/** A quote's paragraphs, each in one line. */
export function paragraphsOf(quote: string, start: number, bounds: readonly number[]): string[] {
  const cuts = [0, ...bounds.map((bound) => bound - start).filter((cut) => cut > 0 && cut < quote.length), quote.length]
  return cuts
    .slice(1)
    .map((cut, at) => quote.slice(cuts[at], cut).replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}
