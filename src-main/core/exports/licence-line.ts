import type { Article } from '@shared/domain/article'
import type { SnapshotLicence } from '@shared/domain/snapshot'
import type { PhrasingContent } from './mdast'

/** What share-alike licences ask of whoever passes a text on: its title, its authors, the terms with their link, and what was changed. */
export function licenceLine(
  article: Article,
  { statement, name, url, authorsUrl, changes }: SnapshotLicence,
): PhrasingContent[] {
  const authors: PhrasingContent[] =
    authorsUrl === null
      ? []
      : [text(`“${article.title}” by `), { type: 'link', url: authorsUrl, children: [text('its authors')] }, text('. ')]
  const label = name ?? url
  const known = label !== null && !statement.includes(label)
  const terms: PhrasingContent[] =
    url === null
      ? known
        ? [text(` (${label})`)]
        : []
      : [text(' ('), { type: 'link', url, children: [text(label ?? url)] }, text(')')]
  return [...authors, text(statement), ...terms, ...(changes === null ? [] : [text(` ${changes}`)])]
}

function text(value: string): Extract<PhrasingContent, { type: 'text' }> {
  return { type: 'text', value: value.replace(/\s+/gu, ' ') }
}
