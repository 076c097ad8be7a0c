/** How much text is laid out at once, in UTF-16 units: a tenth of a second or so. */
const PIECE = 60_000

/** A text that is laid out piece by piece, from its beginning. */
export interface GradualLayout {
  isWhole(): boolean
  /** About how much of the text is laid out: above 0, to 1. */
  share(): number
  /** Lays out the next piece; what is above does not move. */
  showMore(): void
  /** Lays out all that is left: something further down is wanted now. */
  showAll(): void
}

/**
 * Holds back all but the first piece of a long text, by the `hidden` attribute of its blocks, which goes when their turn
 * comes. Text offsets do not depend on it.
 * @param length of the text, in UTF-16 units
 */
export function createGradualLayout(root: HTMLElement, length: number): GradualLayout {
  const blocks = [...root.children]
  const step = Math.max(20, Math.ceil((blocks.length * PIECE) / Math.max(1, length)))
  const waiting = blocks.slice(2 * step).filter((block) => !block.hasAttribute('hidden'))
  for (const block of waiting) block.setAttribute('hidden', '')
  const show = (count: number) => {
    for (const block of waiting.splice(0, count)) block.removeAttribute('hidden')
  }
  return {
    isWhole: () => waiting.length === 0,
    share: () => 1 - waiting.length / Math.max(1, blocks.length),
    showMore: () => show(step),
    showAll: () => show(waiting.length),
  }
}
