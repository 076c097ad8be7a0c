import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './Button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  children: ReactNode
  look?: 'plain' | 'primary' | 'ghost' | 'link' | 'danger'
  size?: 'md' | 'lg'
}

/** A button with words; they name its result. */
export function Button({ look = 'plain', size = 'md', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button--${look} button--${size}`} />
}
