import { useLayoutEffect } from 'react'
import { readerVariables } from '../frame/reader-variables'
import { useSettings } from '../client/settings'
import { isMac } from '../ui/commands/keys'
import { useMedia } from '../ui/layout/use-media'

/** Puts the person's settings on the document: theme, density, motion, zoom and how articles are set. */
export function useAppearance(): void {
  const { theme, density, motion, zoom, typography } = useSettings()
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const wantsContrast = useMedia('(prefers-contrast: more)')
  const systemTheme = wantsContrast && !isDark ? 'contrast' : isDark ? 'night' : 'paper'

  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = theme === 'system' ? systemTheme : theme
    root.dataset['density'] = density
    root.dataset['motion'] = motion
    root.dataset['host'] = window.lectern === undefined ? 'web' : 'electron'
    root.dataset['system'] = isMac ? 'mac' : 'other'
    root.style.fontSize = `${(16 * zoom) / 100}px`
    for (const [name, value] of Object.entries(readerVariables(typography, null))) root.style.setProperty(name, value)
  }, [theme, systemTheme, density, motion, zoom, typography])
}
