import type { QueryKey } from '@tanstack/react-query'
import type { LecternEvent } from '@shared/contract/events'

/** The one map from what changed to the query results that it makes stale. Keys are `[area, method, input]`. */
export function invalidatedBy(event: LecternEvent): QueryKey[] {
  switch (event.name) {
    case 'articles.changed':
      return [
        ...event.ids.map((articleId) => ['snapshots', 'list', { articleId }]),
        ['archives', 'marks'],
        ['notes', 'backlinks'],
        ['notes', 'titles'],
        ['notes', 'suggest'],
        ['articles'],
        ['topics'],
        ['tags'],
        ['conversations'],
        ['annotations', 'listAll'],
        ['annotations', 'removed'],
        ['review'],
        ['search'],
        ['exports'],
        ['library'],
        ['migrating', 'notFetched'],
      ]
    case 'annotations.changed':
      return [
        // The lists of their articles: client/changed-annotations.ts.
        ['annotations', 'listIn'],
        ['annotations', 'removed'],
        ['review'],
        ['notes', 'backlinks'],
        ['annotations', 'listAll'],
        ['articles'],
        ['tags'],
        ['search'],
        ['exports'],
        ['library'],
      ]
    case 'notes.changed':
      return [['notes'], ['tags'], ['search'], ['library']]
    case 'conversations.changed':
      return [['conversations'], ['search']]
    case 'topics.changed':
      return [['topics'], ['conversations'], ['articles'], ['annotations', 'listAll'], ['notes'], ['search']]
    case 'tags.changed':
      return [['tags'], ['articles'], ['annotations'], ['notes'], ['review'], ['search'], ['exports']]
    case 'review.changed':
      return [['review']]
    case 'savedSearches.changed':
      return [['savedSearches']]
    case 'backups.changed':
      return [['backups']]
    case 'imports.changed':
      return [['imports']]
    case 'migrating.changed':
      return [['migrating']]
    case 'archives.changed':
      return [
        ['archives', 'list'],
        ['archives', 'marks'],
      ]
    case 'settings.changed':
      return [['settings'], ['review'], ['outputs'], ['exports']]
    case 'sync.changed':
      return [['sync', 'log']]
    case 'backend.restarted':
    case 'host.connected':
      return [[]]
    case 'answer.written':
    case 'host.showArticle':
    case 'host.command':
      return []
  }
}
