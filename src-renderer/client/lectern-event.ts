import type { LecternEvent } from '@shared/contract/events'

const NAMES: ReadonlySet<unknown> = new Set<LecternEvent['name']>([
  'articles.changed',
  'annotations.changed',
  'imports.changed',
  'settings.changed',
  'backend.restarted',
  'host.connected',
  'host.showArticle',
  'host.command',
])

/** Tells an event that this window understands from anything else; its fields are the backend's, and trusted. */
export function isLecternEvent(value: unknown): value is LecternEvent {
  return typeof value === 'object' && value !== null && 'name' in value && NAMES.has(value.name)
}
