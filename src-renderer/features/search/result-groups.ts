import type { SearchHit, SearchResults } from '@shared/contract/search'

export type Group = 'articles' | 'highlights' | 'notes' | 'answers'
export type Shown = Group | 'everything'

export const GROUPS: readonly { group: Group; title: string }[] = [
  { group: 'articles', title: 'Articles' },
  { group: 'highlights', title: 'Highlights' },
  { group: 'notes', title: 'Notes' },
  { group: 'answers', title: 'Answers' },
]

/** A group of results that has any. */
export interface ShownGroup {
  group: Group
  title: string
  total: number
  hits: readonly SearchHit[]
}

/** The groups to show, empty ones left out. */
export function groupsOf(results: SearchResults, shown: Shown): ShownGroup[] {
  return GROUPS.filter(({ group }) => shown === 'everything' || shown === group)
    .map(({ group, title }) => ({ group, title, ...results[group] }))
    .filter(({ hits }) => hits.length > 0)
}

/** A name for a hit that is unique among the results. */
export function hitKey(hit: SearchHit): string {
  switch (hit.kind) {
    case 'article':
      return `article-${hit.articleId}`
    case 'own-note':
      return `own-note-${hit.noteId}`
    case 'answer':
      return `answer-${hit.questionId}`
    case 'highlight':
    case 'note':
      return `${hit.kind}-${hit.annotationId}`
  }
}
