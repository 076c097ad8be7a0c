import { z } from 'zod'
import type { Tag } from '@shared/domain/tag'
import { isTagUnder } from '@shared/text/clean-tag'
import type { Database } from './database'

const Tags = z.array(z.string())

/** Makes the function that reads every tag that articles, annotations or notes carry. */
export function createUsedTags(db: Database): () => Tag[] {
  const used = db
    .prepare('SELECT tag FROM article_tags UNION SELECT tag FROM annotation_tags UNION SELECT tag FROM note_tags')
    .pluck()
  return () => Tags.parse(used.all())
}

/** Makes the function that finds the tags in use that are a tag or are nested in it, whatever their case. */
export function createTagsUnder(db: Database): (root: Tag) => Tag[] {
  const used = createUsedTags(db)
  return (root) => used().filter((tag) => isTagUnder(tag, root))
}

/**
 * Finds how the library spells a tag: the first spelling that was used stands for all that differ only in case, also of
 * the tags that one is nested in. A tag that is new comes back as it was given, once, however often it is given.
 */
export function createTagSpelling(db: Database): (tags: readonly Tag[]) => Tag[] {
  const used = createUsedTags(db)
  return (tags) => (tags.length === 0 ? [] : spellLike(used(), tags))
}

/** Spells tags as those in use are spelled. */
export function spellLike(used: readonly Tag[], tags: readonly Tag[]): Tag[] {
  const spellings = new Map<string, Tag>()
  const know = (tag: Tag) => {
    const key = tag.toLowerCase()
    if (!spellings.has(key)) spellings.set(key, tag)
  }
  for (const tag of used) know(tag)
  for (const tag of used) for (const ancestor of ancestorsOf(tag)) know(ancestor)
  const found = new Map<string, Tag>()
  for (const tag of tags) {
    const spelled = spell(tag, spellings)
    if (!found.has(spelled.toLowerCase())) found.set(spelled.toLowerCase(), spelled)
    for (const each of [spelled, ...ancestorsOf(spelled)]) know(each)
  }
  return [...found.values()]
}

function spell(tag: Tag, spellings: ReadonlyMap<string, Tag>): Tag {
  const whole = spellings.get(tag.toLowerCase())
  if (whole !== undefined) return whole
  for (const ancestor of ancestorsOf(tag).reverse()) {
    const known = spellings.get(ancestor.toLowerCase())
    if (known !== undefined) return known + tag.slice(ancestor.length)
  }
  return tag
}

/** The tags that a tag is nested in, outermost first: `a` and `a/b` of `a/b/c`. */
function ancestorsOf(tag: Tag): Tag[] {
  const levels = tag.split('/')
  return levels.slice(1).map((_, index) => levels.slice(0, index + 1).join('/'))
}
