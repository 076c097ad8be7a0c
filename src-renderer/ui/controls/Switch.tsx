import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import './Switch.css'

/** Turns something on or off, at once. */
export function Switch({
  children,
  isSelected,
  onChange,
}: {
  /** Its label. */
  children: ReactNode
  isSelected: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange}>
      <span className="switch__label">{children}</span>
      <span className="switch__track" aria-hidden />
    </AriaSwitch>
  )
}
