import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { crashBackend, startAgain, test, type App } from './app'

const paragraph = '<p>Water was carried from the river to every house of the upper town, by hand and in the open.</p>'
const page = (title: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><body><article><h1>${title}</h1>${paragraph.repeat(8)}</article></body></html>`

async function titles({ call }: App): Promise<readonly string[]> {
  const result = await call('articles.list', { view: { kind: 'all' }, sort: 'title' })
  if (!result.ok) throw new Error(result.error.message)
  return (result.value as { articles: { title: string }[] }).articles.map(({ title }) => title)
}

test('a file named on the command line is brought in and shown', async ({ start, library }) => {
  const file = join(library, 'river.html')
  await writeFile(file, page('River water'))
  const app = await start(file)
  await expect.poll(() => titles(app)).toContain('River water')
  await expect(app.page.getByRole('heading', { name: 'River water' }).first()).toBeVisible()
})

test('a second start hands its file to the first and ends', async ({ start, library, folders }) => {
  const app = await start()
  const file = join(library, 'well.html')
  await writeFile(file, page('Well water'))
  expect(await startAgain([...folders, file])).toBe(0)
  await expect.poll(() => titles(app)).toContain('Well water')
})

test('the window comes back where it was left', async ({ start }) => {
  const first = await start()
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 900, height: 640 }),
  )
  await first.close()
  const again = await start()
  const bounds = await again.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toEqual({ x: 40, y: 50, width: 900, height: 640 })
})

test('closing closes the library', async ({ start, library }) => {
  const app = await start()
  await app.call('settings.update', { zoom: 110 })
  await app.close()
  const log = await readFile(join(library, 'library/logs/lectern.log'), 'utf8')
  expect(log).toMatch(/backend closed$/mu)
})

test('a backend that dies is started again and says so', async ({ start }) => {
  const app = await start()
  await app.call('settings.update', { zoom: 120 })
  const restarted = app.page.evaluate(
    () =>
      new Promise((done) => {
        const bridge = Reflect.get(window, 'lectern') as { subscribe: (listener: (event: unknown) => void) => void }
        bridge.subscribe((event) => {
          if (JSON.stringify(event).includes('backend.restarted')) done(true)
        })
      }),
  )
  await crashBackend(app)
  expect(await restarted).toBe(true)
  expect(await app.call('settings.get')).toMatchObject({ ok: true, value: { zoom: 120 } })
})

test('a library that cannot be opened is said so in the window, not left blank', async ({ start, library }) => {
  await mkdir(join(library, 'library'))
  const db = new BetterSqlite3(join(library, 'library/library.db'))
  db.pragma('application_id = 0x4c656374')
  db.pragma('user_version = 100000')
  db.close()
  const { electron, page } = await start()
  await expect(page.getByText('The library could not be opened')).toBeVisible()
  await expect(page.getByText(/was written by a newer Lectern/u)).toBeVisible()
  const ended = new Promise((done) => electron.process().once('exit', done))
  await page.getByRole('button', { name: 'Close Lectern' }).click()
  expect(await ended).toBe(3)
})

test('a damaged library opens to what can be done about it', async ({ start, library }) => {
  await mkdir(join(library, 'library'))
  await writeFile(join(library, 'library/library.db'), 'This is not a database, and it stays as it is.')
  const { page } = await start()
  await expect(page.getByRole('heading', { name: 'The library file is damaged' })).toBeVisible()
  await expect(page.getByText(/is not a database and was not changed/u)).toBeVisible()
  await page.getByRole('button', { name: 'Save what can be read' }).click()
  await expect(page.getByText(/Nothing can be read of the library file/u)).toBeVisible()
})
