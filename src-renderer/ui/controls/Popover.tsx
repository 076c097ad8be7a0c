import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import './Popover.css'

export interface PopoverProps extends Pick<
  AriaPopoverProps,
  'isOpen' | 'onOpenChange' | 'placement' | 'isNonModal' | 'offset'
> {
  /** Its name for screen readers. */
  label: string
  children: ReactNode
  /** What it stands beside, where it is not inside a `DialogTrigger`. */
  triggerRef?: RefObject<Element | null>
}

/** A floating panel beside its control: 8 px off, flips where there is no room, Esc closes it. */
export function Popover({ label, children, offset = 8, ...props }: PopoverProps) {
  return (
    <AriaPopover {...props} offset={offset} className="popover">
      <Dialog className="popover__box" aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  )
}
