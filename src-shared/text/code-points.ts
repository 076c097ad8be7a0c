/**
 * Converts offsets of one text between UTF-16 units, which Lectern counts, and Unicode code points, which other programs count
 * (W3C Web Annotation, 4.2.5). A lone surrogate counts as one code point, as in JavaScript's own iteration.
 */
export interface CodePoints {
  /** Code points before a UTF-16 offset. An offset within a pair counts as the one before the pair; one past the end as the end. */
  fromUnits(offset: number): number
  /** UTF-16 units before a code point; past the end, the text's length. */
  toUnits(points: number): number
}

/** A mark is kept for this many units, so that an offset is found from the nearest one. */
const STEP = 1024

/** Reads a text once; each conversion after that looks at a thousand units at most. */
export function createCodePoints(text: string): CodePoints {
  // A text of one unit a character, as most are, needs no marks.
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
    const within = (offset: number): number => Math.min(Math.max(offset, 0), text.length)
    return { fromUnits: within, toUnits: within }
  }
  const units: number[] = [0]
  const points: number[] = [0]
  let at = 0
  let count = 0
  while (at < text.length) {
    at += width(text, at)
    count += 1
    if (at - (units.at(-1) ?? 0) >= STEP) {
      units.push(at)
      points.push(count)
    }
  }
  const walk = (marks: readonly number[], wanted: number, isReached: (units: number, points: number) => boolean) => {
    const mark = lastAtMost(marks, wanted)
    let unit = units[mark] ?? 0
    let point = points[mark] ?? 0
    while (unit < text.length && !isReached(unit, point)) {
      unit += width(text, unit)
      point += 1
    }
    return { unit, point }
  }
  return {
    fromUnits: (offset) => walk(units, offset, (unit) => unit + width(text, unit) > offset).point,
    toUnits: (wanted) => walk(points, wanted, (_, point) => point >= wanted).unit,
  }
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Where the last of some ascending numbers stands that is not above a number. */
function lastAtMost(marks: readonly number[], wanted: number): number {
  let low = 0
  let high = marks.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((marks[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
