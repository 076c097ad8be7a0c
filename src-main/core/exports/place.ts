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
  const known = new Map<SnapshotId, { outline: readonly OutlineEntry[]; bounds: readonly number[] }>()
  const read = (id: SnapshotId) => {
    const place = {
      outline: snapshots.get(id)?.outline ?? [],
      bounds: blockBounds(snapshots.html(id)?.html ?? ''),
    }
    known.set(id, place)
    return place
  }
  return (highlight) => {
    const { snapshotId, position, quote } = highlight.target
    const { outline, bounds } = known.get(snapshotId) ?? read(snapshotId)
    return {
      highlight,
      headings: highlight.place === 'placed' ? headingsAt(outline, position.start) : [LOST],
      paragraphs: paragraphsOf(quote.exact, position.start, bounds),
    }
  }
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
