import type { LecternEvent } from '@shared/contract/events'

/** Every name, so that a new event does not compile until it is here. */
const NAMES: Readonly<Record<LecternEvent['name'], true>> = {
  'articles.changed': true,
  'annotations.changed': true,
  'notes.changed': true,
  'conversations.changed': true,
  'answer.written': true,
  'topics.changed': true,
  'tags.changed': true,
  'review.changed': true,
  'savedSearches.changed': true,
  'backups.changed': true,
  'imports.changed': true,
  'migrating.changed': true,
  'settings.changed': true,
  'sync.changed': true,
  'archives.changed': true,
  'backend.restarted': true,
  'host.connected': true,
  'host.showArticle': true,
  'host.command': true,
}

/** Tells an event that this window understands from anything else; its fields are the backend's, and trusted. */
export function isLecternEvent(value: unknown): value is LecternEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    Object.hasOwn(NAMES, value.name)
  )
}
