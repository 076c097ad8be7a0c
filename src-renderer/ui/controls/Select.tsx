import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { Check, ChevronDown } from 'lucide-react'
import './Popover.css'
import './Menu.css'
import './Select.css'

export interface SelectProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  /** Whether the label is shown; it is always said. */
  labelShown?: boolean
}

/** Chooses one of a few. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  labelShown = false,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className="select"
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
      {...(labelShown ? {} : { 'aria-label': label })}
    >
      {labelShown && <Label className="select__label">{label}</Label>}
      <Button className="select__button">
        <SelectValue className="truncate">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown className="icon icon--sm" aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem className="menu__item" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <Check className="icon icon--sm menu__tick" data-on={isSelected} aria-hidden />
                  <span className="grow truncate">{option.label}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
