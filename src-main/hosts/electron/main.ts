/** The desktop app. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session, shell } from 'electron'
import { LecternError } from '@shared/contract/errors'
import { openLogFile } from '../../backend/log-file'
import { superviseBackend } from '../../backend/supervisor'
import { createAssetFiles } from '../../core/files/asset-files'
import { createContent } from '../content'
import { createHostCalls } from '../host-calls'
import { defaultLibraryFolder, libraryFolder, movedFolder, rememberMove } from '../library-folder'
import { places } from '../places'
import { confineSession, registerAppScheme } from './app-protocol'
import { connectWindows } from './ipc'
import { Launch, readLaunch } from './launch'
import { installMenu } from './menu'
import { createOpener } from './open-from-outside'
import { printPdf } from './print-pdf'
import { spawnBackend } from './spawn-backend'
import { followTheme } from './theme'
import { confineContents, openWindow } from './window'

/** The exit code of an app that ran but could not open its library; `npm start` then opens no browser instead. */
const NOT_OPENED = 3

const launch = readLaunch(process.argv.slice(1), !app.isPackaged, process.cwd())
const folder = libraryFolder(launch.library ?? undefined)

registerAppScheme()
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', stateFolder())
if (app.requestSingleInstanceLock(launch)) void run()
else app.quit()

/** Chromium's files and the window's place: apart from the library, and one for each library, so that two can be open. */
function stateFolder(): string {
  const base = join(app.getPath('appData'), 'Lectern', 'Desktop')
  if (folder === defaultLibraryFolder()) return base
  return `${base}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`
}

async function run(): Promise<void> {
  const opener = createOpener()
  // macOS sends these before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opener.open({ library: null, files: [path], link: null })
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    opener.open({ library: null, files: [], link })
  })
  app.on('web-contents-created', (_, contents) => confineContents(contents))
  await app.whenReady()

  const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const log = openLogFile(folder, 'host')
  let assets = createAssetFiles(folder)
  const backend = superviseBackend({
    folder,
    spawn: (at) =>
      spawnBackend(places.backend, { folder: at, version: app.getVersion(), mustExist: at === movedFolder() }),
    onMoved: (to) => {
      assets = createAssetFiles(to)
      rememberMove(folder, to).catch((error: unknown) => log(`could not remember the move: ${String(error)}`))
    },
    log,
    now: () => performance.now(),
  })
  const content = createContent({
    appFolder: places.renderer,
    devServer,
    call: (name, input) => backend.call(name, input),
    readAsset: (id) => assets.read(id),
  })
  confineSession(session.defaultSession, content, devServer)
  const hostCall = createHostCalls({
    host: {
      openExternal: ({ url }) => shell.openExternal(url),
      printPdf: ({ path }) => printPdf(path),
      chooseFolder: async ({ title }) => {
        const { filePaths } = await dialog.showOpenDialog({ title, properties: ['openDirectory', 'createDirectory'] })
        return filePaths[0] ?? null
      },
    },
  })
  const whenListening = connectWindows(backend, hostCall, () => BrowserWindow.getAllWindows())

  const show = (): void => {
    const [open] = BrowserWindow.getAllWindows()
    if (open === undefined) followTheme(openWindow({ ...places, stateFolder: app.getPath('userData') }), backend)
    else if (open.isMinimized()) open.restore()
    else open.focus()
  }
  installMenu((command) => backend.emit({ name: 'host.command', command }), devServer !== null)
  show()

  app.on('activate', show)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    show()
    const other = Launch.safeParse(data)
    if (other.success) opener.open(other.data)
  })
  let quitting = false
  let exitCode = 0
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    if (quitting || exitCode !== 0 || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void backend.close().finally(() => app.exit(exitCode))
  })
  if (app.isPackaged) app.setAsDefaultProtocolClient('lectern')

  try {
    await backend.ready
    opener.open(launch)
    opener.start(backend, whenListening, log)
  } catch (error) {
    // The window says it too: every call it makes is answered with this error.
    process.stderr.write(`${error instanceof LecternError ? error.message : String(error)}\n`)
    exitCode = NOT_OPENED
  }
}
