import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd'
import './Tooltip.css'

/** Names the control inside it on hover (600 ms, then at once) and on keyboard focus, with its key. */
export function Tooltip({
  label,
  keys,
  children,
}: {
  label: string
  keys?: string | undefined
  children: ReactElement
}) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {label}
        {keys && <Kbd keys={keys} bare />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
