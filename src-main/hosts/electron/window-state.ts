import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'

const WindowState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximized: z.boolean(),
})
type WindowState = z.infer<typeof WindowState>

/** Where the window was left, if that is still on a screen; null otherwise. */
export function readWindowState(folder: string): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8')))
    return isVisible(state.bounds) ? state : null
  } catch {
    return null
  }
}

/** Remembers where the window is, whenever it is closed. */
export function keepWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(join(folder, 'window.json'), JSON.stringify(state))
    } catch {
      // The window opens in its usual place next time; that is no reason not to close.
    }
  })
}

/** A screen may have been unplugged: at least the title bar must be within reach. */
function isVisible({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return across >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 40
  })
}
