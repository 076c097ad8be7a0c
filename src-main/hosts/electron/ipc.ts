import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { CallResult } from '@shared/contract/transport'
import type { Backend } from '../../backend/supervisor'
import { isAppUrl } from './app-protocol'

/**
 * Connects windows with the backend: one channel for calls, one for events.
 * @returns a function whose promise resolves once a window hears events, so that an event meant for it is not lost
 */
export function connectWindows(
  backend: Backend,
  hostCall: (name: string, input: unknown) => Promise<CallResult> | null,
  windows: () => readonly BrowserWindow[],
): () => Promise<void> {
  const listening = new Set<WebContents>()
  let waiting: (() => void)[] = []
  ipcMain.on('lectern:listening', ({ sender }) => {
    if (!listening.has(sender)) sender.once('destroyed', () => listening.delete(sender))
    listening.add(sender)
    for (const go of waiting) go()
    waiting = []
  })
  ipcMain.handle('lectern:call', async (event, name: unknown, input: unknown): Promise<CallResult> => {
    if (!isOurPage(event) || typeof name !== 'string') {
      return { ok: false, error: { code: 'invalid-call', message: 'This page may not call Lectern.' } }
    }
    return hostCall(name, input) ?? backend.call(name, input)
  })
  backend.subscribe((event) => {
    for (const window of windows()) window.webContents.send('lectern:event', event)
  })
  return async () => {
    if (listening.size === 0) await new Promise<void>((resolve) => waiting.push(resolve))
  }
}

/** Only the top frame of one of our pages may call; the frame that shows articles may not. */
function isOurPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url)
}
