import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { CallResult } from '@shared/contract/transport'

export const root = resolve(import.meta.dirname, '../..')

/** A started app and its window. */
export interface App {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Calls the backend as the interface does. */
  call(name: string, input?: unknown): Promise<CallResult>
  close(): Promise<void>
}

interface Fixtures {
  /** A fresh library folder. */
  readonly library: string
  /** Arguments that name the library and a fresh folder for Chromium's own files. */
  readonly folders: readonly string[]
  /** Starts the app on these folders; closed after the test if it still runs. */
  readonly start: (...more: string[]) => Promise<App>
}

export const test = base.extend<Fixtures>({
  library: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-electron-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  folders: async ({ library }, use) => {
    await use([`--user-data-dir=${join(library, 'chromium')}`, `--library=${join(library, 'library')}`])
  },
  start: async ({ folders }, use) => {
    const started: App[] = []
    await use(async (...more) => {
      const app = await launch([...folders, ...more])
      started.push(app)
      return app
    })
    for (const app of started) await app.close()
  },
})

/** The Electron to test; `npm test` finds one and says loudly when there is none. */
export const executable = process.env['ELECTRON_EXECUTABLE'] ?? ''

test.skip(
  executable === '',
  `No Electron to test: ${process.env['LECTERN_SKIP_ELECTRON'] ?? 'set ELECTRON_EXECUTABLE'}`,
)

/** How long a start may take on a busy machine, in ms. */
const START_MS = 90_000

/** How long after the start Playwright may take to hear of the window, in ms. */
const WINDOW_MS = 30_000

/**
 * Seen once on a busy machine, cause unknown: Electron 25 started and Playwright was told of no window. Another start is in
 * order only where Electron itself has a window; an app without one has failed.
 */
async function expectOpenWindow(electron: ElectronApplication): Promise<void> {
  const shown = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => `${window.webContents.getURL()} ${String(window.isVisible())}`),
  )
  process.stderr.write(`Playwright was not told of the window: ${JSON.stringify(shown)}\n`)
  if (shown.length === 0) throw new Error('The app opened no window.')
}

/** Ends the app as a crash or a power cut would: no event, no last words. */
export async function crash({ electron }: Pick<App, 'electron'>): Promise<void> {
  const gone = new Promise<void>((done) => electron.once('close', () => done()))
  const pid = await electron.evaluate(() => process.pid)
  process.kill(pid, 'SIGKILL')
  await gone
}

/** Closes the window as a person does, and waits for the app to end. */
export async function closeWindow({ electron }: App): Promise<void> {
  const gone = new Promise<void>((done) => electron.once('close', () => done()))
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await gone
}

/** Ends the process that holds the library, and only that. */
export async function crashBackend({ electron }: App): Promise<void> {
  await electron.evaluate(({ app }) => {
    const library = app
      .getAppMetrics()
      .find((metric) => metric.name === 'Lectern library' || metric.serviceName === 'Lectern library')
    if (library === undefined) throw new Error('There is no backend process.')
    process.kill(library.pid, 'SIGKILL')
  })
}

/** Starts the app a second time on the same folders, which hands over to the first and ends; answers its exit code. */
export function startAgain(args: readonly string[]): Promise<number | null> {
  const second = spawn(executable, [root, ...args], { stdio: 'ignore' })
  return new Promise((done) => second.once('exit', done))
}

async function launch(args: readonly string[], isLastTry = false): Promise<App> {
  const electron = await _electron.launch({
    executablePath: executable,
    args: [root, ...args],
    cwd: root,
    timeout: START_MS,
  })
  let open = true
  electron.on('close', () => {
    open = false
  })
  const page = await electron.firstWindow({ timeout: WINDOW_MS }).catch(() => null)
  if (page === null) {
    await expectOpenWindow(electron)
    if (isLastTry) throw new Error('Playwright was not told of the window, twice.')
    await crash({ electron })
    return launch(args, true)
  }
  await page.waitForFunction(() => Reflect.get(window, 'lectern') !== undefined)
  return {
    electron,
    page,
    call: (name, input) =>
      page.evaluate(
        ([method, value]) => {
          const bridge = Reflect.get(window, 'lectern') as { call: (n: unknown, i: unknown) => Promise<CallResult> }
          return bridge.call(method, value)
        },
        [name, input],
      ),
    close: async () => {
      if (open) await electron.close()
    },
  }
}
