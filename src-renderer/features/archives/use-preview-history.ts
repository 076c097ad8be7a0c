import { useState } from 'react'

/** The pages that were looked at in an archive, as a browser keeps them. */
export function usePreviewHistory(first: string | null) {
  const [{ pages, at }, set] = useState<{ pages: readonly (string | null)[]; at: number }>({ pages: [first], at: 0 })
  const path = pages[at] ?? null
  return {
    /** null for the page to begin with. */
    path,
    show: (next: string) => {
      if (next !== path) set({ pages: [...pages.slice(0, at + 1), next], at: at + 1 })
    },
    back: at > 0 ? () => set({ pages, at: at - 1 }) : null,
    forward: at < pages.length - 1 ? () => set({ pages, at: at + 1 }) : null,
  }
}
