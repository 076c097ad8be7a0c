import { useMemo, useSyncExternalStore } from 'react'
import type { Settings } from '@shared/domain/settings'
import type { FrameLook } from '../../../frame/frame-styles'
import { readerVariables } from '../../../frame/reader-variables'

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] })
  return () => observer.disconnect()
}

const theme = () => document.documentElement.dataset['theme'] ?? 'paper'
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize)

/** How the frame is to look: what the window around it shows, and how the person has articles set. */
export function useLook(
  settings: Settings,
  language: string | null,
  margins: { start: number; end: number },
): FrameLook {
  const currentTheme = useSyncExternalStore(subscribe, theme)
  const currentRem = useSyncExternalStore(subscribe, rem)
  const { typography, underlineHighlights } = settings
  const { start, end } = margins
  return useMemo(
    () => ({
      theme: currentTheme,
      rem: currentRem,
      lineStyles: underlineHighlights || currentTheme === 'contrast',
      variables: {
        ...readerVariables(typography, language),
        '--page-start': `${start}px`,
        '--page-end': `${end}px`,
      },
    }),
    [currentTheme, currentRem, typography, underlineHighlights, language, start, end],
  )
}
