import { parse, stringify } from 'yaml'
import type { Article } from '@shared/domain/article'
import type { SnapshotLicence } from '@shared/domain/snapshot'
import { safeTags } from './tags'

/** The front matter of an exported file, between its `---` lines. What an article does not have is left out. */
export function frontMatter(article: Article, licence: SnapshotLicence | null): string {
  const tags = safeTags(article.tags)
  const fields = {
    'lectern-id': article.id,
    title: article.title,
    author: article.byline,
    site: article.siteName,
    source: article.sourceUrl,
    published: article.publishedAt,
    added: new Date(article.addedAt).toISOString().slice(0, 10),
    tags: tags.length === 0 ? null : tags,
    language: article.language,
    licence: licence === null ? null : (licence.name ?? licence.statement),
    'licence-url': licence?.url ?? null,
    authors: licence?.authorsUrl ?? null,
  }
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  // Quoted where YAML 1.1 would read something else, such as `no`: many tools still do.
  return `---\n${stringify(known, { lineWidth: 0, compat: 'yaml-1.1' })}---\n`
}

const BLOCK = /^\ufeff?---\r?\n(?<yaml>[\s\S]*?\n)---\r?(?:\n|$)/u

/** The article that a file says it was exported from; null for any other file. */
export function lecternIdOf(text: string): string | null {
  const yaml = BLOCK.exec(text)?.groups?.['yaml']
  if (yaml === undefined) return null
  try {
    const fields: unknown = parse(yaml, { maxAliasCount: 0 })
    if (typeof fields !== 'object' || fields === null || !('lectern-id' in fields)) return null
    return typeof fields['lectern-id'] === 'string' ? fields['lectern-id'] : null
  } catch {
    return null
  }
}
