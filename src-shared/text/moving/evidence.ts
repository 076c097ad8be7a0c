import type { Comparison } from './comparison'
import type { WordRange } from './context'
import type { Tokens } from './tokens'

const WORD = /[\p{L}\p{N}]/u
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** About how many letters a passage has; a Chinese or Japanese character says as much as some two or three. */
export function substance({ text, starts, ends }: Tokens, { start, end }: WordRange): number {
  let sum = 0
  for (let at = start; at < end && sum < 1000; at += 1) {
    const word = text.slice(starts[at], ends[at])
    if (UNSPACED.test(word)) sum += 2.5
    else if (WORD.test(word)) sum += word.length
  }
  return sum
}

/** Whether a passage of the newer text was not in the older one. */
export function isMostlyNew({ inverse }: Comparison, place: WordRange): boolean {
  return isMostlyFree(inverse, place)
}

/** Whether a passage of the older text is not in the newer one. */
export function isMostlyOld({ map }: Comparison, passage: WordRange): boolean {
  return isMostlyFree(map, passage)
}

function isMostlyFree(map: Int32Array, { start, end }: WordRange): boolean {
  let free = 0
  for (let at = start; at < end; at += 1) if ((map[at] ?? -1) < 0) free += 1
  return free * 2 >= end - start
}

/** Whether all of a passage could as well be matched to other words. */
export function isDoubtful({ doubtful }: Comparison, { start, end }: WordRange): boolean {
  return doubtful.some((zone) => zone.start <= start && end <= zone.end)
}
