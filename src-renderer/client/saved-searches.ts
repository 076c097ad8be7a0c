import { useQuery } from '@tanstack/react-query'
import type { SavedSearchId } from '@shared/domain/ids'
import { perform } from '../ui/undo/perform'
import { useClient } from './client'

/** The searches that a person saved, in their order. */
export function useSavedSearches() {
  const client = useClient()
  return useQuery({ queryKey: ['savedSearches', 'list'], queryFn: () => client.savedSearches.list() })
}

/** What can be done with saved searches; each can be taken back. */
export function useSavedSearchActions() {
  const { savedSearches } = useClient()
  return {
    save: (search: { name: string; text: string }) =>
      void perform({
        run: () => savedSearches.create(search),
        label: ({ name }) => `Saved “${name}”`,
        undo: ({ id }) => savedSearches.remove({ id }),
        redo: ({ id }) => savedSearches.restore({ id }),
      }),
    rename: ({ id, name, before }: { id: SavedSearchId; name: string; before: string }) =>
      void perform({
        run: () => savedSearches.update({ id, name }),
        label: () => `Renamed to “${name}”`,
        undo: () => savedSearches.update({ id, name: before }),
      }),
    /** @param was what it stood before, for undoing */
    move: ({ id, before, was }: { id: SavedSearchId; before: SavedSearchId | null; was: SavedSearchId | null }) =>
      void perform({
        run: () => savedSearches.move({ id, before }),
        label: () => 'Moved a saved search',
        undo: () => savedSearches.move({ id, before: was }),
        isQuiet: true,
      }),
    remove: ({ id, name }: { id: SavedSearchId; name: string }) =>
      void perform({
        run: () => savedSearches.remove({ id }),
        label: () => `Removed “${name}”`,
        undo: () => savedSearches.restore({ id }),
      }),
  }
}
