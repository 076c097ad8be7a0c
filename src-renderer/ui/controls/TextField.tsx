import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { Input, Label, TextField as AriaTextField } from 'react-aria-components'
import './TextField.css'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Before the text. */
  icon?: ReactNode
  /** After the text. */
  after?: ReactNode
  /** Whether the label is shown; it is always said. */
  labelShown?: boolean
  type?: 'text' | 'search' | 'url'
  autoFocus?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField({
  label,
  labelShown = false,
  icon,
  after,
  onKeyDown,
  ref,
  placeholder,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField className="text-field" {...props} {...(labelShown ? {} : { 'aria-label': label })}>
      {labelShown && <Label className="text-field__label">{label}</Label>}
      <span className="text-field__box">
        {icon}
        <Input
          className="text-field__input"
          {...(placeholder ? { placeholder } : {})}
          {...(ref ? { ref } : {})}
          {...(onKeyDown ? { onKeyDown } : {})}
        />
        {after}
      </span>
    </AriaTextField>
  )
}
