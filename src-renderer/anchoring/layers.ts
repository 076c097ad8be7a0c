/** A passage to be painted: UTF-16 offsets, end exclusive. */
export interface PaintedPassage {
  readonly start: number
  readonly end: number
  /** When it was made; the newest lies on top. */
  readonly createdAt: number
}

/**
 * Gives each passage a layer so that overlapping passages lie in the order they were made, oldest lowest, and passages
 * apart share the lowest layers. Layers beyond the last share it.
 * @returns the layer of each passage, in the order given
 */
export function assignLayers(passages: readonly PaintedPassage[], layers: number): number[] {
  const byAge = passages
    .map((passage, index) => ({ passage, index }))
    .sort((a, b) => a.passage.createdAt - b.passage.createdAt || a.index - b.index)
  const result = passages.map(() => 0)
  /** For each layer, its passages ordered by start; those of one layer are apart (but for the last layer). */
  const occupied: PaintedPassage[][] = Array.from({ length: layers }, () => [])
  for (const { passage, index } of byAge) {
    let layer = 0
    for (let lower = layers - 1; lower >= 0; lower -= 1) {
      if (overlaps(occupied[lower] ?? [], passage)) {
        layer = Math.min(lower + 1, layers - 1)
        break
      }
    }
    result[index] = layer
    insert(occupied[layer] ?? [], passage)
  }
  return result
}

function firstEndingAfter(passages: readonly PaintedPassage[], offset: number): number {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

function overlaps(passages: readonly PaintedPassage[], passage: PaintedPassage): boolean {
  const next = passages[firstEndingAfter(passages, passage.start)]
  return next !== undefined && next.start < passage.end
}

function insert(passages: PaintedPassage[], passage: PaintedPassage): void {
  passages.splice(firstEndingAfter(passages, passage.start), 0, passage)
}
