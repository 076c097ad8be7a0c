import type { OutlineEntry } from '@shared/domain/snapshot'

/** The index of the section that an offset lies in; -1 before the first heading. */
export function sectionAt(outline: readonly OutlineEntry[], offset: number): number {
  let low = 0
  let high = outline.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((outline[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
