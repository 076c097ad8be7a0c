/** From where to where something reaches, in pixels of its document from the top. */
export interface Extent {
  readonly top: number
  readonly bottom: number
}

/** How far down ranges reach at most, each measured once for a layout: by the elements around their ends, which costs little. */
export function createExtents(): {
  /** Null where nothing of it is laid out. */
  of(range: Range): Extent | null
  /** The layout changed: all are measured anew. */
  forget(): void
} {
  let known = new WeakMap<Range, Extent>()
  const boxAround = (node: Node) => node.parentElement?.getBoundingClientRect()

  return {
    of: (range) => {
      const measured = known.get(range)
      if (measured !== undefined) return measured
      const first = boxAround(range.startContainer)
      const last = boxAround(range.endContainer)
      if (!first || !last || first.height + last.height === 0) return null
      const extent = { top: Math.min(first.top, last.top), bottom: Math.max(first.bottom, last.bottom) }
      known.set(range, extent)
      return extent
    },
    forget: () => {
      known = new WeakMap()
    },
  }
}
