import type { SnapshotDetails } from '@shared/domain/snapshot-details'

/** What a book or a saved page says of itself beside its text; null when it says neither. */
export function sourceDetails(isbn: string | null, savedAt: string | null): SnapshotDetails | null {
  if (isbn === null && savedAt === null) return null
  return {
    wiki: null,
    coordinates: null,
    related: [],
    seeAlso: [],
    portals: [],
    pictures: [],
    ...(isbn === null ? {} : { isbn }),
    ...(savedAt === null ? {} : { savedAt }),
  }
}
