import { nativeTheme, type BrowserWindow } from 'electron'
import { z } from 'zod'
import { Theme } from '@shared/domain/settings'
import type { Backend } from '../../backend/supervisor'

const Changed = z.object({ name: z.literal('settings.changed') })
const Themed = z.object({ theme: Theme })

/** Keeps menus, dialogs and the window frame in the tone of the theme that the person chose for the app. */
export function followTheme(window: BrowserWindow, backend: Backend): void {
  const apply = async (): Promise<void> => {
    const result = await backend.call('settings.get', undefined)
    const settings = Themed.safeParse(result.ok ? result.value : null)
    if (!settings.success) return
    const { theme } = settings.data
    nativeTheme.themeSource = theme === 'system' ? 'system' : theme === 'night' ? 'dark' : 'light'
  }
  const stop = backend.subscribe((event) => {
    if (Changed.safeParse(event).success) void apply()
  })
  window.once('closed', stop)
  void apply()
}
