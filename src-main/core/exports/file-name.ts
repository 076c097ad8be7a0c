import type { ArticleId } from '@shared/domain/ids'

/** The longest name without its extension, in UTF-8 bytes; file systems allow 255 and sync tools less. */
const LONGEST = 120
/** Device names of Windows, reserved with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu

/**
 * A title as a file name without extension that every system takes: no separators, wildcards, control or bidirectional
 * characters, nothing hidden, reserved, empty or long; nor what Obsidian cannot link to (`# ^ [ ] |`).
 */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/[*?"<>#^[\]]/gu, '')
    .replace(/ ?[\\/:|]+(?= )/gu, ' -')
    .replace(/[\\/:|]+/gu, '-')
    .replace(/^[\s.~-]+/u, '')
  const name = trimEnd(cut(trimEnd(plain), LONGEST))
  if (name === '') return 'Untitled'
  return RESERVED.test(name) ? `_${name}` : name
}

/** Names for some articles, each unique whatever the file system makes of case and composed letters. */
export function uniqueFileNames(articles: readonly { readonly id: ArticleId; readonly title: string }[]): string[] {
  const taken = new Set<string>()
  return articles.map(({ id, title }) => {
    const name = fileNameOf(title)
    const unique = [name, withSuffix(name, id.slice(0, 8)), withSuffix(name, id)].find(
      (one) => !taken.has(sameFile(one)),
    )
    const chosen = unique ?? id
    taken.add(sameFile(chosen))
    return `${chosen}.md`
  })
}

/** The name with a few characters of its article's id, for when the name itself is taken. */
export function withSuffix(name: string, suffix: string): string {
  return `${name} ${suffix}`
}

/** Equal for two names that some file system takes for one. */
export function sameFile(name: string): string {
  return name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKC')
}

function trimEnd(name: string): string {
  return name.replace(/[\s.-]+$/u, '')
}

function cut(name: string, bytes: number): string {
  if (Buffer.byteLength(name) <= bytes) return name
  let left = bytes
  let end = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)) {
    left -= Buffer.byteLength(segment)
    if (left < 0) break
    end += segment.length
  }
  return name.slice(0, end)
}
