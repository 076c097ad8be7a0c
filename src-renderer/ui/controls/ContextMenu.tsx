import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { type MenuAction, MenuList } from './Menu'
import './ContextMenu.css'

export interface ContextMenuProps {
  label: string
  /** Where it opens, in CSS pixels of the window; null while it is closed. */
  at: { x: number; y: number } | null
  actions: readonly MenuAction[]
  onClose: () => void
}

/** A menu at a place of the window, for a right click or Shift+F10. */
export function ContextMenu({ label, at, actions, onClose }: ContextMenuProps) {
  const point = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={point} className="context-menu-point" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      <Popover
        className="popover"
        triggerRef={point}
        placement="bottom start"
        offset={2}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <MenuList label={label} actions={actions} onClose={onClose} />
      </Popover>
    </>
  )
}
