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

async function launch(args: readonly string[]): Promise<App> {
  const electron = await _electron.launch({ executablePath: executable, args: [root, ...args], cwd: root })
  let open = true
  electron.on('close', () => {
    open = false
  })
  const page = await electron.firstWindow()
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
