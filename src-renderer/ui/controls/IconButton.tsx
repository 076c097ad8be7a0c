import type { ReactNode, Ref } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import { ariaKey } from '../commands/keys'
import { Tooltip } from './Tooltip'
import './IconButton.css'

export interface IconButtonProps {
  /** Its name for screen readers and the tooltip. */
  label: string
  /** A Lucide icon, or a short text such as `Aa`. */
  icon: ReactNode
  /** The key that does the same, such as `Mod+E`. */
  keys?: string | undefined
  onPress?: () => void
  /** Makes it a toggle that is on or off. */
  isSelected?: boolean
  isDisabled?: boolean
  /** Inside a RAC trigger (`DialogTrigger`, `MenuTrigger`) the trigger gives the press handler. */
  ref?: Ref<HTMLButtonElement>
}

/** A button that shows an icon only. */
export function IconButton({ label, icon, keys, onPress, isSelected, isDisabled = false, ref }: IconButtonProps) {
  const shared = {
    className: 'icon-button',
    'aria-label': label,
    isDisabled,
    ...(keys ? { 'aria-keyshortcuts': ariaKey(keys) } : {}),
    ...(onPress ? { onPress } : {}),
    ...(ref ? { ref } : {}),
  }
  return (
    <Tooltip label={label} keys={keys}>
      {isSelected === undefined ? (
        <Button {...shared}>{icon}</Button>
      ) : (
        <ToggleButton {...shared} isSelected={isSelected}>
          {icon}
        </ToggleButton>
      )}
    </Tooltip>
  )
}
