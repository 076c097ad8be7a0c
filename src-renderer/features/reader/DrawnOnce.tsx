import { type ReactNode, useContext } from 'react'
import { TabListStateContext } from 'react-aria-components'

/**
 * What `Tabs` holds besides its tabs. It draws all that is in it twice, once unseen to find the tabs; this is drawn only where it is
 * seen.
 */
export function DrawnOnce({ children }: { readonly children: ReactNode }) {
  return useContext(TabListStateContext) === null ? null : children
}
