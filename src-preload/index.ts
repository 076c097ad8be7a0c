import { contextBridge, ipcRenderer, webUtils } from 'electron'

// The whole bridge. A new call needs nothing here: it is one declaration in src-shared/contract.
contextBridge.exposeInMainWorld('lectern', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('lectern:call', name, input),
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const hear = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on('lectern:event', hear)
    ipcRenderer.send('lectern:listening')
    return () => ipcRenderer.off('lectern:event', hear)
  },
})
