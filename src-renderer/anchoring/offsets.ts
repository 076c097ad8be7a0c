/** Maps between offsets in a whole text and places in the pieces that it consists of. Knows no DOM. */
export interface Offsets {
  /** Length of the whole text in UTF-16 units. */
  readonly length: number
  /** Offset at which a piece begins. */
  startOf(piece: number): number
  /**
   * The piece and the place in it where an offset lies. Where two pieces meet, `start` gives the beginning of the later
   * piece (a passage begins there) and `end` the end of the earlier one (a passage ends there).
   */
  locate(offset: number, edge: 'start' | 'end'): { readonly piece: number; readonly offset: number } | null
}

/** Builds the map once, in linear time; each look-up is a binary search. Lengths are UTF-16 units. */
export function createOffsets(lengths: readonly number[]): Offsets {
  const starts = new Float64Array(lengths.length + 1)
  lengths.forEach((length, piece) => {
    starts[piece + 1] = (starts[piece] ?? 0) + length
  })
  const total = starts[lengths.length] ?? 0
  const startOf = (piece: number) => starts[piece] ?? total

  /** The last piece that begins at or before the offset (before it, when `strict`). */
  function lastPiece(offset: number, strict: boolean): number {
    let low = 0
    let high = lengths.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const start = startOf(middle)
      if (strict ? start < offset : start <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    length: total,
    startOf,
    locate: (offset, edge) => {
      if (lengths.length === 0 || offset < 0 || offset > total) return null
      const piece = lastPiece(offset, edge === 'end' && offset > 0)
      return { piece, offset: offset - startOf(piece) }
    },
  }
}
