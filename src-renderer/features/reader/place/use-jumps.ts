import { type RefObject, useCallback, useState } from 'react'

/** Remembers where jumps began, so that Alt+← comes back. */
export function useJumps(scroller: RefObject<HTMLElement | null>) {
  const [from, setFrom] = useState<readonly number[]>([])

  const remember = useCallback(() => {
    const top = scroller.current?.scrollTop
    if (top !== undefined) setFrom((all) => [...all.slice(-49), top])
  }, [scroller])

  const back = useCallback(() => {
    const top = from.at(-1)
    if (top === undefined) return
    setFrom(from.slice(0, -1))
    scroller.current?.scrollTo({ top })
  }, [from, scroller])

  return { remember, back, canGoBack: from.length > 0 }
}
