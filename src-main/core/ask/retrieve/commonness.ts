import { COMMON } from './common-words'

/** How many passages the common words were counted in. */
export const COMMON_OF = 800

const counts = new Map(
  COMMON.split('\n').flatMap((line) => {
    const [count = '', ...stems] = line.trim().split(' ')
    return stems.map((stem) => [stem, Number(count)] as const)
  }),
)

/** In how many of 800 passages of an encyclopaedia a stem stands; nought for a rare one. */
export function commonness(stem: string): number {
  return counts.get(stem) ?? 0
}
