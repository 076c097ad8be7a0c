import { useCallback, useEffect, useState } from 'react'
import { isCalm } from '../typography/calm'

/** How long a jump's target is marked, in milliseconds (DESIGN, Motion). */
const FLASH = 1600

/** Marks where a jump went; with reduced motion it stays marked until the next jump. */
export function useFlash() {
  const [range, setRange] = useState<Range | null>(null)
  useEffect(() => {
    if (range === null || isCalm()) return undefined
    const timer = window.setTimeout(() => setRange(null), FLASH)
    return () => window.clearTimeout(timer)
  }, [range])
  return { range, flash: useCallback((next: Range | null) => setRange(next), []) }
}
