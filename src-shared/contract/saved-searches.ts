import { z } from 'zod'
import { SavedSearchId } from '../domain/ids'
import { EpochMs } from '../domain/time'
import { method } from './define'
import { MAX_SEARCH } from './search'

/** A search that a person keeps in the sidebar. */
export const SavedSearch = z.object({
  id: SavedSearchId,
  name: z.string().trim().min(1).max(100),
  /** As it is typed into the search box. */
  text: z.string().trim().min(1).max(MAX_SEARCH),
  createdAt: EpochMs,
})
export type SavedSearch = z.infer<typeof SavedSearch>

const One = z.object({ id: SavedSearchId })

export const savedSearches = {
  /** In the order that a person gave them. */
  list: method(z.void(), z.array(SavedSearch)),
  /** Saves a search at the end; one with the same words is answered as it is. */
  create: method(SavedSearch.pick({ name: true, text: true }), SavedSearch),
  /** Changes what is given. @throws not-found */
  update: method(
    One.extend({ name: SavedSearch.shape.name.optional(), text: SavedSearch.shape.text.optional() }),
    z.void(),
  ),
  /** Puts a search before another one, or at the end (null). @throws not-found */
  move: method(One.extend({ before: SavedSearchId.nullable() }), z.void()),
  /** `restore` undoes it for 30 days. @throws not-found */
  remove: method(One, z.void()),
  /** Brings a search back, where it stood. @throws not-found where it was deleted for good */
  restore: method(One, z.void()),
  /** Those that were removed and can be restored, latest first. */
  removed: method(z.void(), z.array(SavedSearch.extend({ removedAt: EpochMs }))),
  /** Deletes for good what was removed: these, or all of it (null). */
  deleteForever: method(z.object({ ids: z.array(SavedSearchId).max(10_000).nullable() }), z.void()),
}
