import type { Tag } from '@shared/domain/tag'

/**
 * A tag as Obsidian and Logseq read one after `#`: letters, digits, `_`, `-` and `/`, and not digits alone. Null when
 * nothing is left.
 */
export function safeTag(tag: Tag): string | null {
  const safe = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^[-/]+|[-/]+$/gu, '')
  if (safe === '') return null
  return /^\p{N}+$/u.test(safe) ? `_${safe}` : safe
}

/** Tags as they can be written, each once. */
export function safeTags(tags: readonly Tag[]): string[] {
  return [...new Set(tags.flatMap((tag) => safeTag(tag) ?? []))]
}
