/** Two passages whose common words stand in so many pieces, one moved and another left, changed the places of two of them. */
const EXCHANGED = 4

/**
 * Whether words of a passage took each other's places: two names in another order, or of any words one that stands now where the other
 * stood, `A beat B` and `B beat A`. One phrase that moved is no exchange. Words are as they are written.
 */
export function exchangesWords(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [capitalised(before), capitalised(after)]
  const [inOld, inNow] = [new Set(old), new Set(now)]
  const [names, others] = [old.filter((name) => inNow.has(name)), now.filter((name) => inOld.has(name))]
  if (commonLength(names, others) < Math.min(names.length, others.length)) return true
  const [first, second] = [before.map(lower), after.map(lower)]
  const [once, again] = [uniqueOf(first), uniqueOf(second)]
  const kept = first.filter((word) => once.has(word) && again.has(word))
  const places = new Map(second.filter((word) => once.has(word) && again.has(word)).map((word, at) => [word, at]))
  const order = [-1, ...kept.map((word) => places.get(word) ?? 0), kept.length]
  return order.filter((place, at) => at > 0 && place !== (order[at - 1] ?? 0) + 1).length >= EXCHANGED
}

const lower = (word: string): string => word.toLowerCase()
const capitalised = (words: readonly string[]): string[] => words.filter((word) => /^\p{Lu}/u.test(word)).map(lower)

function uniqueOf(words: readonly string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const word of words) if (/[\p{L}\p{N}]/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count === 1).map(([word]) => word))
}

/** The length of the longest sequence that both have in order. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const row = new Int32Array(b.length + 1)
  for (const word of a) {
    let diagonal = 0
    for (let at = 1; at <= b.length; at += 1) {
      const above = row[at] ?? 0
      row[at] = b[at - 1] === word ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0)
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}
