import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN, isAppUrl } from './app-protocol'
import { keepWindowState, readWindowState } from './window-state'

/**
 * How long a closing window may still save what was being typed, in ms; it is hidden meanwhile. Long enough for a save that
 * is under way, the pause after it, and one more.
 */
const LAST_WORDS_MS = 600

export interface WindowOptions {
  readonly preload: string
  readonly icon: string
  /** Folder in which the window's place is remembered. */
  readonly stateFolder: string
}

/** Opens the app's window: sandboxed, without Node, and unable to leave `app://lectern`. */
export function openWindow({ preload, icon, stateFolder }: WindowOptions): BrowserWindow {
  const state = readWindowState(stateFolder)
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    ...state?.bounds,
    minWidth: 720,
    minHeight: 560,
    show: false,
    title: 'Lectern',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#fdfcf9',
    icon,
    // On Windows and Linux the menu bar shows itself on Alt.
    autoHideMenuBar: true,
    ...titleBar(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (state?.maximized === true) window.maximize()
  keepWindowState(window, stateFolder)
  window.once('ready-to-show', () => window.show())
  leaveTimeToSave(window)
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}

/** Keeps every page of the app where it is: nothing navigates away, opens a window or embeds another page. */
export function confineContents(contents: Electron.WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (!isAppUrl(url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/**
 * Hiding tells the page that it is going (`visibilitychange`), and it saves; only then is it destroyed. What could not be
 * saved even so is in the page's storage, and is saved when it opens again.
 */
function leaveTimeToSave(window: BrowserWindow): void {
  window.on('close', (event) => {
    event.preventDefault()
    window.hide()
    setTimeout(() => {
      window.webContents.session.flushStorageData()
      window.destroy()
    }, LAST_WORDS_MS)
  })
}

/** See docs/packaging.md for why only macOS hides its title bar. */
function titleBar(): BrowserWindowConstructorOptions {
  return process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 18, y: 18 } } : {}
}
