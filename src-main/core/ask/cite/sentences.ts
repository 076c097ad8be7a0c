/** A stretch of a text, in UTF-16 offsets of that text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What may end a sentence, with closing quotation marks and brackets, and reference marks such as `[12]`, behind it. */
const END = /[.!?…]+["'”’»)\]]*(?:\s?\[[^\]\n]{1,12}\])*(?=\s|$)|[。！？；]["'”’」』）》]*|[؟۔।]+(?=\s|$)/gu
/** Words with a full stop that does not end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("'“])(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|no|nos|vol|pp?|fig|figs|eq|ed|eds|rev|gen|col|lt|sgt|capt|cmdr|maj|hon|rep|sen|gov|pres|inc|ltd|co|corp|approx|ca|c|cf|e\.g|i\.e|etc|al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|bzw|z\.\s?b|d\.\s?h|u\.\s?a|usw|ggf|nr|str|bd|hl|vgl|sog|dt|engl|lat|griech|geb|gest|jh|jhd|chr|mio|mrd|tel|abs|art|[a-zà-ÿ])\.$/iu
/** A sentence does not begin like this. */
const GOES_ON = /^\s*(?:[\p{Ll},;:)\]–—-])/u
/** German dates and ordinals: `17. Februar`. */
const ORDINAL = /(?:^|[\s(])\d{1,2}\.$/u
/** A sentence of more characters is cut at a semicolon or comma: what is cited must be short enough to read at a glance. */
const LONGEST = 560

/** The sentences of a text between two offsets, without the white space around them, in order. */
export function sentencesOf(text: string, within: Range, breaks: readonly number[] = []): Range[] {
  const bounds = [within.start, ...breaks.filter((at) => at > within.start && at < within.end), within.end]
  const found: Range[] = []
  for (let at = 0; at + 1 < bounds.length; at += 1) {
    const start = bounds[at] ?? 0
    const end = bounds[at + 1] ?? start
    for (const range of split(text, start, end)) found.push(...cutLong(text, range))
  }
  return found
}

function split(text: string, from: number, to: number): Range[] {
  const piece = text.slice(from, to)
  const ranges: Range[] = []
  let start = 0
  for (const match of piece.matchAll(END)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && !ends(piece, match.index + 1, end, start)) continue
    push(ranges, text, from + start, from + end)
    start = end
  }
  push(ranges, text, from + start, to)
  return ranges
}

function ends(piece: string, dot: number, end: number, start: number): boolean {
  const before = piece.slice(Math.max(start, dot - 14), dot)
  const after = piece.slice(end, end + 4)
  if (GOES_ON.test(after)) return false
  if (ORDINAL.test(before)) return false
  return !ABBREVIATION.test(before)
}

function push(ranges: Range[], text: string, from: number, to: number): void {
  const slice = text.slice(from, to)
  const start = from + (slice.length - slice.trimStart().length)
  const end = from + slice.trimEnd().length
  if (start < end) ranges.push({ start, end })
}

function cutLong(text: string, range: Range): Range[] {
  if (range.end - range.start <= LONGEST) return [range]
  const slice = text.slice(range.start, range.start + LONGEST)
  const at = Math.max(slice.lastIndexOf('; '), slice.lastIndexOf('\n'), slice.lastIndexOf('；'))
  const cut = at > LONGEST / 3 ? at + 1 : behindWord(slice)
  const ranges: Range[] = []
  push(ranges, text, range.start, range.start + cut)
  const rest: Range[] = []
  push(rest, text, range.start + cut, range.end)
  return [...ranges, ...rest.flatMap((one) => cutLong(text, one))]
}

function behindWord(slice: string): number {
  const comma = slice.lastIndexOf(', ')
  if (comma > LONGEST / 2) return comma + 1
  const space = slice.search(/\s\S*$/u)
  if (space > 0) return space
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/u.test(slice) ? slice.length - 1 : slice.length
}
