import type { QueryKey } from '@tanstack/react-query'
import type { LecternEvent } from '@shared/contract/events'

/** The one map from what changed to the query results that it makes stale. Keys are `[area, method, input]`. */
export function invalidatedBy(event: LecternEvent): QueryKey[] {
  switch (event.name) {
    case 'articles.changed':
      return [['articles'], ['annotations', 'listAll'], ['search'], ['exports'], ['library']]
    case 'annotations.changed':
      return [
        ...event.articleIds.map((articleId) => ['annotations', 'list', { articleId }]),
        ['annotations', 'listAll'],
        ['articles'],
        ['search'],
        ['exports'],
        ['library'],
      ]
    case 'imports.changed':
      return [['imports']]
    case 'settings.changed':
      return [['settings']]
    case 'backend.restarted':
    case 'host.connected':
      return [[]]
    case 'host.showArticle':
    case 'host.command':
      return []
  }
}
