import type { KeyboardEvent } from 'react'
import type { AnnotationId } from '@shared/domain/ids'
import { HIGHLIGHT_COLOURS } from '../../anchoring/colours'
import { useSettings } from '../../client/settings'
import type { Command } from '../../ui/commands/command'
import { useCommands } from '../../ui/commands/use-commands'
import { useScopedKeys } from '../../ui/commands/use-scoped-keys'
import { reportError } from '../../ui/undo/perform'
import { useHighlightActions } from '../../ui/actions/use-highlight-actions'
import type { HighlightSelection } from './use-highlight-selection'

interface HighlightCommandsInput {
  ids: readonly AnnotationId[]
  selection: HighlightSelection
  /** Reads the ids of all that the list is of, loaded or not. */
  readAll: () => Promise<AnnotationId[]>
  /** Whether a row has focus. */
  isHere: () => boolean
  /** Lets the row that gets the tab stop next take focus. */
  takeFocus: () => void
  onTag: () => void
}

/** The keys of the list of highlights. Most work while one of its rows has focus. */
export function useHighlightCommands({ ids, selection, readAll, isHere, takeFocus, onTag }: HighlightCommandsInput): {
  remove: () => void
  onKeyDown: (event: KeyboardEvent) => void
} {
  const { colourNames } = useSettings()
  const actions = useHighlightActions()
  const { focused, selected } = selection
  const [group, end] = ['Highlights', ids.length - 1]
  const some = ids.length > 0

  const clamp = (index: number) => Math.max(0, Math.min(end, index))
  const go = (index: number) => {
    takeFocus()
    selection.focus(clamp(index))
  }
  const extend = (index: number) => {
    takeFocus()
    selection.extendTo(clamp(index))
  }
  const targets = () => {
    const here = ids[focused]
    return selected.size > 0 || here === undefined ? [...selected] : [here]
  }
  const selectAll = () => {
    readAll().then(selection.select).catch(reportError)
  }
  const remove = () => {
    takeFocus()
    void actions.remove(targets())
    selection.clear()
  }

  useCommands([
    {
      ...{ id: 'highlights.next', title: 'Next highlight', group, keys: ['J'], enabled: some },
      run: () => go(isHere() ? focused + 1 : focused),
    },
    {
      ...{ id: 'highlights.previous', title: 'Previous highlight', group, keys: ['K'], enabled: some },
      run: () => go(isHere() ? focused - 1 : focused),
    },
    {
      ...{ id: 'highlights.select-all', title: 'Select all highlights', group, keys: ['Mod+A'], enabled: some },
      run: selectAll,
    },
    {
      ...{ id: 'highlights.clear', title: 'Clear selection', group, keys: ['Escape'], enabled: selected.size > 0 },
      run: selection.clear,
    },
  ])

  const key = (keys: string, title: string, run: () => void): Command => ({
    id: `highlights ${keys}`,
    title,
    group,
    keys: [keys],
    run,
  })
  const onKeyDown = useScopedKeys([
    key('ArrowDown', 'Next', () => go(focused + 1)),
    key('ArrowUp', 'Previous', () => go(focused - 1)),
    key('Home', 'First', () => go(0)),
    key('End', 'Last', () => go(end)),
    key('Shift+ArrowDown', 'Select on', () => extend(focused + 1)),
    key('Shift+ArrowUp', 'Select back', () => extend(focused - 1)),
    key('Shift+Home', 'Select to the first', () => extend(0)),
    key('Shift+End', 'Select to the last', () => extend(end)),
    key('X', 'Select', () => selection.toggle(focused)),
    ...HIGHLIGHT_COLOURS.map((colour, at) =>
      key(String(at + 1), colourNames[colour], () => void actions.recolour(targets(), colour, colourNames[colour])),
    ),
    key('T', 'Tag', () => {
      const here = ids[focused]
      if (selected.size === 0 && here !== undefined) selection.select([here])
      onTag()
    }),
    key('Delete', 'Delete', remove),
  ])
  return { remove, onKeyDown }
}
