import type { Tag } from '@shared/domain/tag'
import { cleanTag } from '@shared/text/clean-tag'
import { fold } from '@shared/text/fold'

/** A tag that a field offers. */
interface TagChoice {
  readonly tag: Tag
  /** Nothing is tagged so yet. */
  readonly isNew: boolean
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** What was typed as the tag it means: spelled as it is in use already. Empty where nothing was. */
export function tagMeant(typed: string, known: readonly Tag[]): Tag {
  const tag = cleanTag(typed)
  return known.find((each) => isSame(each, tag)) ?? tag
}

/**
 * The tags that a field offers for what was typed, in this order: that which is typed whole, new or not; those that begin so;
 * those of which a level does; those that hold it elsewhere. Among equals the order of `known` stands. Case and accents do not
 * count, save for what is new.
 * @param known tags to choose from
 * @param present tags that are there already: they are not new
 */
export function tagChoices(typed: string, known: readonly Tag[], present: readonly Tag[]): TagChoice[] {
  const tag = cleanTag(typed)
  if (tag === '') return known.map((each) => ({ tag: each, isNew: false }))
  // A slash at the end asks for what is nested.
  const wanted = fold(/\/\s*$/u.test(typed) ? `${tag}/` : tag)
  const ranked = known
    .flatMap((each) => {
      const folded = fold(each)
      const rank = isSame(each, tag)
        ? 0
        : folded.startsWith(wanted)
          ? 1
          : folded.includes(`/${wanted}`)
            ? 2
            : folded.includes(wanted)
              ? 3
              : null
      return rank === null ? [] : [{ rank, choice: { tag: each, isNew: false } }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
  const isNew = ![...known, ...present].some((each) => isSame(each, tag))
  return isNew ? [{ tag, isNew: true }, ...ranked] : ranked
}

/** What was typed with the next level of the first tag that begins so filled in: `hi` becomes `history`, then `history/medicine`. */
export function nextLevel(typed: string, known: readonly Tag[]): string | null {
  const wanted = typed.trimStart().toLowerCase()
  if (wanted === '') return null
  const tag = known.find((each) => each.length > wanted.length && each.toLowerCase().startsWith(wanted))
  if (tag === undefined) return null
  const slash = tag.indexOf('/', wanted.length + 1)
  return slash < 0 ? tag : tag.slice(0, slash)
}
