import { isBoolean, isNumber, useStored } from '../ui/use-stored'
import { useMedia } from '../ui/layout/use-media'

/** How many panes there is room for: `wide` shows all, `medium` has the sidebar as a drawer, `narrow` shows one. */
export type Room = 'wide' | 'medium' | 'narrow'

/** Widths in CSS pixels at 100% zoom. */
export const SIDEBAR = { least: 184, most: 320, usual: 216 }
export const LIST = { least: 260, most: 420, usual: 300 }

/** Which panes are shown and how wide they are; remembered on this computer. */
export function usePanes() {
  const isWide = useMedia('(min-width: 1100px)')
  const isMedium = useMedia('(min-width: 960px)')
  const isRoomy = useMedia('(min-width: 1280px)')
  const room: Room = isWide ? 'wide' : isMedium ? 'medium' : 'narrow'
  const [sidebarOpen, setSidebarOpen] = useStored('pane.sidebar', true, isBoolean)
  const [listOpen, setListOpen] = useStored('pane.list', true, isBoolean)
  const [railOpen, setRailOpen] = useStored('pane.rail', true, isBoolean)
  const [sidebarWidth, setSidebarWidth] = useStored('width.sidebar', SIDEBAR.usual, isNumber)
  const [listWidth, setListWidth] = useStored('width.list', LIST.usual, isNumber)
  return {
    room,
    sidebarOpen,
    setSidebarOpen,
    listOpen,
    setListOpen,
    railOpen,
    setRailOpen,
    sidebarWidth,
    setSidebarWidth,
    listWidth: isRoomy ? listWidth : LIST.least,
    setListWidth,
    canResizeList: isRoomy,
  }
}
