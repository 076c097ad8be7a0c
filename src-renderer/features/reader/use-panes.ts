import { useState } from 'react'
import { useMedia } from '../../ui/layout/use-media'
import { useStored } from '../../ui/use-stored'
import type { RailTab } from './Rail'
import type { ToolbarPanel } from './ReaderToolbar'

const isArrangement = (value: unknown): value is 'margin' | 'list' => value === 'margin' || value === 'list'

/**
 * Which panes are shown around the page: the rail with its tabs, a panel of the toolbar, or none at all.
 * @param railOpen whether the rail stands beside the page where there is room for it; elsewhere it is a drawer over it
 */
export function usePanes(railOpen: boolean, onRailOpenChange: (open: boolean) => void) {
  const isNarrow = useMedia('(max-width: 959px)')
  const [panel, setPanel] = useState<ToolbarPanel>(null)
  const [tab, setTab] = useState<RailTab>('notes')
  const [drawerOpen, setDrawerOpen] = useState(false)
  const [isFocusMode, setFocusMode] = useState(false)
  const [stored, setStored] = useStored<'margin' | 'list'>('notes', 'margin', isArrangement)
  const arrangement = isNarrow ? 'list' : stored
  const isRailShown = !isFocusMode && (isNarrow ? drawerOpen : railOpen)
  const showRail = (isShown: boolean) => (isNarrow ? setDrawerOpen(isShown) : onRailOpenChange(isShown))
  return {
    isNarrow,
    panel,
    setPanel,
    tab,
    setTab,
    isFocusMode,
    setFocusMode,
    /** How notes stand in the rail. */
    arrangement,
    toggleArrangement: () => setStored(stored === 'margin' ? 'list' : 'margin'),
    isRailShown,
    /** Whether notes stand beside their passages now. */
    isMarginShown: isRailShown && arrangement === 'margin' && tab === 'notes',
    showRail,
    openRail: (next: RailTab) => {
      setTab(next)
      showRail(true)
    },
    /** Shows the notes beside the page, where there is room for them. */
    showNotesBeside: () => {
      if (isNarrow) return
      onRailOpenChange(true)
      setTab('notes')
    },
  }
}
