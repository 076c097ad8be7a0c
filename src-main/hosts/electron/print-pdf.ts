import { BrowserWindow } from 'electron'
import { APP_ORIGIN } from './app-protocol'

/** Prints one of our print views to PDF in a hidden window without scripts, without a preload script and without Node. */
export async function printPdf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  })
  try {
    await window.loadURL(`${APP_ORIGIN}${path}`)
    const pdf = await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4', preferCSSPageSize: true })
    return new Uint8Array(pdf)
  } finally {
    window.destroy()
  }
}
