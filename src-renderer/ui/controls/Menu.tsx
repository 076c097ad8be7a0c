import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Check } from 'lucide-react'
import { Kbd } from './Kbd'
import './Popover.css'
import './Menu.css'

export interface MenuAction {
  id: string
  label: string
  icon?: ReactNode
  keys?: string | undefined
  run: () => void
  isDisabled?: boolean
  isDanger?: boolean
  /** Shows a tick where true. */
  isChosen?: boolean
  /** A line above it. */
  separated?: boolean
}

/** The content of a menu; `MenuButton` and context menus show it. */
export function MenuList({
  label,
  actions,
  onClose,
}: {
  label: string
  actions: readonly MenuAction[]
  onClose?: () => void
}) {
  return (
    <AriaMenu className="menu" aria-label={label} autoFocus="first" {...(onClose ? { onClose } : {})}>
      {actions.flatMap((action) => [
        ...(action.separated ? [<Separator key={`${action.id}-line`} className="menu__line" />] : []),
        <AriaMenuItem
          key={action.id}
          id={action.id}
          className="menu__item"
          textValue={action.label}
          isDisabled={action.isDisabled ?? false}
          data-danger={action.isDanger ?? false}
          onAction={action.run}
        >
          {action.isChosen === undefined ? (
            action.icon
          ) : (
            <Check className="icon icon--sm menu__tick" data-on={action.isChosen} aria-hidden />
          )}
          <span className="grow truncate">
            {action.label}
            {action.isChosen && <span className="visually-hidden">, chosen</span>}
          </span>
          {action.keys && <Kbd keys={action.keys} bare />}
        </AriaMenuItem>,
      ])}
    </AriaMenu>
  )
}

/** A control that opens a menu. `children` is the control, such as an `IconButton`. */
export function Menu({
  label,
  actions,
  children,
}: {
  label: string
  actions: readonly MenuAction[]
  children: ReactElement
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4}>
        <MenuList label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  )
}
