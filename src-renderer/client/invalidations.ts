import type { QueryKey } from '@tanstack/react-query'
import type { LecternEvent } from '@shared/contract/events'

/** The one map from what changed to the query results that it makes stale. Keys are `[area, method, input]`. */
export function invalidatedBy(event: LecternEvent): QueryKey[] {
  switch (event.name) {
    case 'articles.changed':
      // A newer version takes highlights with it.
      return [
        ...event.ids.flatMap((articleId) => [
          ['annotations', 'list', { articleId }],
          ['snapshots', 'list', { articleId }],
        ]),
        ['archives', 'marks'],
        ['articles'],
        ['annotations', 'listAll'],
        ['search'],
        ['exports'],
        ['library'],
      ]
    case 'annotations.changed':
      return [
        ...event.articleIds.map((articleId) => ['annotations', 'list', { articleId }]),
        ['annotations', 'listIn'],
        ['annotations', 'listAll'],
        ['articles'],
        ['search'],
        ['exports'],
        ['library'],
      ]
    case 'questions.changed':
      return [['ask', 'list', { articleId: event.articleId }]]
    case 'imports.changed':
      return [['imports']]
    case 'archives.changed':
      return [
        ['archives', 'list'],
        ['archives', 'marks'],
      ]
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
