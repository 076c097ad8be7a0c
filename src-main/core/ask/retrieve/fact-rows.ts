import type { Fact } from '@shared/domain/snapshot'

/** So much of a value tells that it is the one. */
const TELLING = 12

/**
 * The breaks of a passage without those between the label of a fact and its value: a row of an infobox is read as one sentence.
 * @param end where the passage ends; offsets are UTF-16 in `text`
 */
export function joinFactRows(
  text: string,
  { start, end, breaks }: { readonly start: number; readonly end: number; readonly breaks: readonly number[] },
  facts: readonly Pick<Fact, 'label' | 'value'>[],
): number[] {
  if (facts.length === 0) return [...breaks]
  const values = new Map<string, string[]>()
  for (const { label, value } of facts) values.set(label, [...(values.get(label) ?? []), value.slice(0, TELLING)])
  return breaks.filter((at, place) => {
    const label = text
      .slice(breaks[place - 1] ?? start, at)
      .replace(/\s+/gu, ' ')
      .trim()
    const behind = text
      .slice(at, Math.min(end, at + TELLING * 4))
      .replace(/\s+/gu, ' ')
      .trim()
    return !(values.get(label)?.some((value) => behind.startsWith(value)) ?? false)
  })
}
