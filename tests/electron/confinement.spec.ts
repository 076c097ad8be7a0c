import { expect } from '@playwright/test'
import { test } from './app'

test('the window is sandboxed, isolated and as large as designed', async ({ start }) => {
  const { electron, page } = await start()
  const window = await electron.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows()
    if (first === undefined) throw new Error('There is no window.')
    // Not in Electron's types, yet the only word on what a window really got.
    const preferences = (
      first.webContents as unknown as { getLastWebPreferences: () => unknown }
    ).getLastWebPreferences()
    return { preferences, size: first.getSize(), minimum: first.getMinimumSize() }
  })
  expect(window).toMatchObject({ size: [1280, 840], minimum: [720, 560] })
  expect(window.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  expect(page.url()).toMatch(/^app:\/\/lectern\//u)
})

test('the page has the bridge and nothing of Node', async ({ start }) => {
  const { page } = await start()
  const found = await page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(window, 'lectern') as object).toSorted(),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }))
  expect(found).toEqual({ bridge: ['call', 'pathForFile', 'subscribe'], node: [] })
})

test('the page goes nowhere, opens nothing, and reaches nothing outside', async ({ start }) => {
  const { electron, page } = await start()
  const before = page.url()
  const reached = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'reached',
        () => 'blocked',
      )
    const image = new Image()
    const loaded = new Promise((done, fail) => {
      image.addEventListener('load', done)
      image.addEventListener('error', fail)
    })
    image.src = 'http://127.0.0.1:9/a.png'
    const results = [
      await outcome(fetch('http://127.0.0.1:9/')),
      await outcome(fetch('file:///etc/passwd')),
      await outcome(loaded),
    ]
    results.push(window.open('https://example.org/') === null ? 'blocked' : 'opened')
    location.href = 'https://example.org/'
    return results
  })
  expect(reached).toEqual(['blocked', 'blocked', 'blocked', 'blocked'])
  const windows = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(windows).toBe(1)
  await expect.poll(() => page.url()).toBe(before)
})

test('even without any policy, the session denies every address but ours', async ({ start }) => {
  const { electron } = await start()
  const denied = await electron.evaluate(async ({ BrowserWindow }) => {
    const results: string[] = []
    for (const url of ['http://127.0.0.1:9/', 'https://example.org/', 'file:///etc/passwd']) {
      const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      results.push(
        await bare.loadURL(url).then(
          () => 'loaded',
          (error: Error) => error.message,
        ),
      )
      bare.destroy()
    }
    return results
  })
  for (const message of denied) expect(message).toMatch(/ERR_BLOCKED_BY_CLIENT/u)
})

test('every permission but copying is denied', async ({ start }) => {
  const { page } = await start()
  const states = await page.evaluate(async () => {
    const state = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(state))
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
})

test('only web and mail addresses are opened outside', async ({ start }) => {
  const { electron, call } = await start()
  await electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'opened', opened)
    shell.openExternal = async (url) => {
      opened.push(url)
    }
  })
  for (const url of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    '\\\\host\\share',
    'ms-msdt:/id',
    'https://',
  ]) {
    expect(await call('host.openExternal', { url }), url).toMatchObject({ ok: false, error: { code: 'invalid-call' } })
  }
  expect(await call('host.openExternal', { url: 'https://example.org/a?b=c' })).toMatchObject({ ok: true })
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toEqual([
    'https://example.org/a?b=c',
  ])
})

test('an article is shown where nothing runs and from where nothing calls', async ({ start }) => {
  const { page, call } = await start()
  const sample = await call('imports.addSample')
  if (!sample.ok) throw new Error(sample.error.message)
  const article = await call('articles.get', { id: sample.value })
  if (!article.ok) throw new Error(article.error.message)
  const { snapshotId } = article.value as { snapshotId: string }
  const found = await page.evaluate(async (src) => {
    const frame = document.createElement('iframe')
    frame.sandbox.add('allow-same-origin')
    frame.src = src
    const loaded = new Promise((done) => frame.addEventListener('load', done))
    document.body.append(frame)
    await loaded
    const inside = frame.contentDocument
    if (inside === null) throw new Error('The frame is closed to the page.')
    const script = inside.createElement('script')
    script.textContent = 'parent.ran = true'
    inside.body.append(script)
    const holder = inside.createElement('div')
    holder.innerHTML = '<img src="x" onerror="parent.ran = true"><iframe src="https://example.org/"></iframe>'
    inside.body.append(holder)
    await new Promise((done) => setTimeout(done, 300))
    return {
      ran: 'ran' in window,
      bridge: frame.contentWindow !== null && 'lectern' in frame.contentWindow,
      text: inside.querySelector('main#content')?.textContent?.length ?? 0,
    }
  }, `/snapshots/${snapshotId}`)
  expect(found).toMatchObject({ ran: false, bridge: false })
  expect(found.text).toBeGreaterThan(200)
})
