import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { NoteCardActions } from '../annotations/NoteCard'

/** The same function for as long as it is used; it does what the newest one does. Not to be called while drawing. */
export function useSteady<Args extends unknown[], Result>(newest: (...args: Args) => Result) {
  const latest = useRef(newest)
  useLayoutEffect(() => {
    latest.current = newest
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}

/** The same actions for as long as they are used, so that the cards that have them are not drawn anew with the page. */
export function useSteadyActions(newest: NoteCardActions): NoteCardActions {
  const latest = useRef(newest)
  useLayoutEffect(() => {
    latest.current = newest
  })
  return useMemo(
    () => ({
      onOpen: (highlight) => latest.current.onOpen(highlight),
      onHover: (highlight) => latest.current.onHover(highlight),
      onEdit: (highlight) => latest.current.onEdit(highlight),
      onEditTags: (highlight) => latest.current.onEditTags(highlight),
      onDone: () => latest.current.onDone(),
      onColour: (highlight, colour) => latest.current.onColour(highlight, colour),
      onTags: (highlight, tags) => latest.current.onTags(highlight, tags),
      onCopy: (highlight) => latest.current.onCopy(highlight),
      onCite: (highlight) => latest.current.onCite(highlight),
      onRemove: (highlight) => latest.current.onRemove(highlight),
      onAttach: (highlight) => latest.current.onAttach(highlight),
      onLink: (url) => latest.current.onLink(url),
      takeTyped: () => latest.current.takeTyped(),
    }),
    [],
  )
}
