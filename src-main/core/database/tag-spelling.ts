import { z } from 'zod'
import type { Tag } from '@shared/domain/tag'
import type { Database } from './database'

const Tags = z.array(z.string())

/**
 * Finds how the library spells a tag: the first spelling that was used stands for all that differ only in case.
 * A tag that is new comes back as it was given, once, however often it is given.
 */
export function createTagSpelling(db: Database): (tags: readonly Tag[]) => Tag[] {
  const used = db.prepare('SELECT tag FROM article_tags UNION SELECT tag FROM annotation_tags').pluck()
  return (tags) => {
    if (tags.length === 0) return []
    const spellings = new Map<string, Tag>()
    for (const tag of Tags.parse(used.all()))
      if (!spellings.has(tag.toLowerCase())) spellings.set(tag.toLowerCase(), tag)
    const found = new Map<string, Tag>()
    for (const tag of tags) {
      const key = tag.toLowerCase()
      if (!found.has(key)) found.set(key, spellings.get(key) ?? tag)
    }
    return [...found.values()]
  }
}
