import { Bookmark, BookmarkCheck } from 'lucide-react'
import { useSavedSearchActions, useSavedSearches } from '../../client/saved-searches'
import { IconButton } from '../../ui/controls/IconButton'

/** Saves a search under its own words, in the sidebar, where it can be given another name; or takes it out again. */
export function SaveSearch({ text }: { text: string }) {
  const { data: saved = [] } = useSavedSearches()
  const { save, remove } = useSavedSearchActions()
  const known = saved.find((search) => search.text === text)
  if (text === '') return null
  return known ? (
    <IconButton
      label="Remove saved search"
      icon={<BookmarkCheck aria-hidden />}
      isSelected
      onPress={() => remove({ id: known.id, name: known.name })}
    />
  ) : (
    <IconButton
      label="Save search"
      icon={<Bookmark aria-hidden />}
      onPress={() => save({ name: text.slice(0, 100), text })}
    />
  )
}
