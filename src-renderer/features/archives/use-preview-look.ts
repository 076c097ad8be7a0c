import { useMemo } from 'react'
import { useSettings } from '../../client/settings'
import type { FrameLook } from '../../frame/frame-styles'
import { readerVariables } from '../../frame/reader-variables'

/** How a page of an archive is set: as a person reads, a little smaller. */
export function usePreviewLook(): FrameLook {
  const { typography, theme, underlineHighlights } = useSettings()
  return useMemo(() => {
    const root = document.documentElement
    // `system` is one of the others by now.
    const shown = root.dataset['theme'] ?? (theme === 'system' ? 'paper' : theme)
    return {
      theme: shown,
      rem: parseFloat(getComputedStyle(root).fontSize),
      lineStyles: underlineHighlights || shown === 'contrast',
      variables: {
        ...readerVariables({ ...typography, size: Math.min(typography.size, 17) }, null),
        '--page-start': '32px',
        '--page-end': '32px',
      },
    }
  }, [typography, theme, underlineHighlights])
}
