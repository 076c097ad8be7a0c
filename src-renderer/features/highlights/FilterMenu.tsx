import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components'
import { Menu } from '../../ui/controls/Menu'

interface FilterMenuProps<Value> {
  /** What it says while nothing is chosen. */
  label: string
  /** Names the choice that narrows nothing. */
  any: string
  choices: readonly { value: Value; label: string }[]
  value: Value | null
  onChange: (value: Value | null) => void
}

/** A pill that narrows by one of several choices. */
export function FilterMenu<Value>({ label, any, choices, value, onChange }: FilterMenuProps<Value>) {
  const chosen = choices.find((choice) => choice.value === value)
  return (
    <Menu
      label={label}
      actions={[
        { id: 'any', label: any, isChosen: value === null, run: () => onChange(null) },
        ...choices.map((choice) => ({
          id: `is ${String(choice.value)}`,
          label: choice.label,
          isChosen: choice.value === value,
          run: () => onChange(choice.value),
        })),
      ]}
    >
      <Button className="filter" data-on={value !== null}>
        <span className="truncate">{chosen?.label ?? label}</span>
        <ChevronDown className="icon" aria-hidden />
      </Button>
    </Menu>
  )
}
