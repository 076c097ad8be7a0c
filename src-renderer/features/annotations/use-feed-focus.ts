import { type FocusEvent, type RefObject, useLayoutEffect, useState } from 'react'
import type { Command } from '../../ui/commands/command'
import { useScopedKeys } from '../../ui/commands/use-scoped-keys'

const GROUP = 'Highlight'

/**
 * Where the focus is among cards of which only some are in the page. It goes from card to card by the keys of the
 * feed pattern (WAI-ARIA Authoring Practices); when its card goes, to the next one, else to the one before; and back
 * when the card comes back while the focus is still where it was put.
 */
export function useFeedFocus(box: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const [focused, setFocused] = useState<string | null>(null)
  const [known, setKnown] = useState(ids)
  const [left, setLeft] = useState<{ readonly id: string; readonly to: string | null } | null>(null)
  /** Where the focus is to go once that card is there. */
  const [wanted, setWanted] = useState<{ readonly id: string | null } | null>(null)

  const moveTo = (id: string | null) => {
    setFocused(id)
    setWanted({ id })
  }
  if (known !== ids) {
    setKnown(ids)
    if (focused !== null && !ids.includes(focused)) {
      const at = known.indexOf(focused)
      const nearest = [...known.slice(at + 1), ...known.slice(0, Math.max(0, at)).reverse()]
      const to = nearest.find((id) => ids.includes(id)) ?? null
      setLeft({ id: focused, to })
      moveTo(to)
    } else if (left !== null && ids.includes(left.id)) {
      setLeft(null)
      if (focused === left.to) moveTo(left.id)
    }
  }

  useLayoutEffect(() => {
    if (!wanted) return
    const slot = [...(box.current?.children ?? [])].find(
      (each) => each instanceof HTMLElement && each.dataset['id'] === wanted.id,
    )
    const card = slot?.querySelector<HTMLElement>('article') ?? box.current
    card?.focus({ preventScroll: true })
  }, [box, wanted])

  const step = (title: string, keys: string[], to: (at: number) => number): Command => ({
    id: `feed.${title}`,
    title,
    group: GROUP,
    keys,
    run: () => {
      const id = ids[Math.min(ids.length - 1, Math.max(0, to(ids.indexOf(focused ?? ''))))]
      if (id !== undefined) moveTo(id)
    },
  })
  const onKeyDown = useScopedKeys([
    step('Next card', ['PageDown', 'ArrowDown'], (at) => at + 1),
    step('Previous card', ['PageUp', 'ArrowUp'], (at) => at - 1),
    step('First card', ['Home'], () => 0),
    step('Last card', ['End'], () => ids.length - 1),
  ])

  return {
    focused,
    onKeyDown,
    /** The focus is in a card, or in a menu that it opened. */
    onCardFocus: (id: string) => setFocused(id),
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // A person took it elsewhere: it does not go back.
      setLeft(null)
      if (!(relatedTarget instanceof Node) || !box.current?.contains(relatedTarget)) setFocused(null)
    },
  }
}
