import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallResult } from '@shared/contract/transport'
import { createContent, fileWithin } from './content'

const snapshotId = '6e51f3a5-7c0e-4e43-9c8e-0a7a7a0f6a01'
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

let folder: string
let ask: (path: string, method?: string) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-content-'))
  await mkdir(join(folder, 'renderer/app'), { recursive: true })
  await mkdir(join(folder, 'renderer-evil'), { recursive: true })
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>Lectern</title>')
  await writeFile(join(folder, 'renderer/app/main-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'renderer-evil/secret.txt'), 'secret')
  const call = async (_name: string, input: unknown): Promise<CallResult> =>
    JSON.stringify(input) === JSON.stringify({ id: snapshotId })
      ? { ok: true, value: { html: '<p>One</p>', language: 'de"x', direction: 'ltr', title: 'A <b> & "c"' } }
      : { ok: false, error: { code: 'not-found', message: 'There is no such snapshot.' } }
  const content = createContent({
    appFolder: join(folder, 'renderer'),
    devServer: null,
    call,
    readAsset: async (id) => (id.startsWith('a') ? png : id.startsWith('b') ? svg : null),
  })
  ask = (path, method = 'GET') => content(new Request(`http://127.0.0.1:1${path}`, { method }))
})
afterAll(() => rm(folder, { recursive: true }))

test('the start page runs no inline script and loads nothing from elsewhere', async () => {
  const page = await ask('/')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/u)
  expect(page.headers.get('cache-control')).toBe('no-store')
})

test('hashed files are kept, and everything closes the usual doors', async () => {
  const script = await ask('/app/main-1a2b.js')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(script.headers.get('x-content-type-options')).toBe('nosniff')
  expect(script.headers.get('referrer-policy')).toBe('no-referrer')
  expect(script.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(script.headers.get('cross-origin-opener-policy')).toBe('same-origin')
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2frenderer-evil%2fsecret.txt',
  '/app/..%5c..%5csecret.txt',
  '/app/%2e%2e/%2e%2e/secret.txt',
  '/index.html%00.js',
  '/%ff',
  '//secret.txt',
  '/app',
])('%s leads to nothing', async (path) => {
  const answer = await ask(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('secret')
})

test('a path inside is found, one beside is not', () => {
  expect(fileWithin('/a/b', '/c.js')).toBe('/a/b/c.js')
  expect(fileWithin('/a/b', '/../b-evil/c.js')).toBeNull()
  expect(fileWithin('/a/b', '/')).toBeNull()
})

test('a snapshot is a document in which nothing can run, with exactly the stored text in its root', async () => {
  const page = await ask(`/snapshots/${snapshotId}`)
  expect(await page.text()).toBe(
    '<!doctype html><html lang="de&#34;x" dir="ltr"><head><meta charset="utf-8">' +
      '<title>A &#60;b&#62; &#38; &#34;c&#34;</title></head><body><main id="content"><p>One</p></main></body></html>',
  )
  const policy = page.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'")
  expect(policy).toContain('sandbox allow-same-origin')
})

test('what is no snapshot is not found', async () => {
  expect((await ask('/snapshots/6e51f3a5-7c0e-4e43-9c8e-0a7a7a0f6a02')).status).toBe(404)
  expect((await ask('/snapshots/..%2f..%2fsecret.txt')).status).toBe(404)
  expect((await ask(`/snapshots/${snapshotId}/more`)).status).toBe(404)
})

test('an image is served by what it is; anything that could act is not served', async () => {
  const image = await ask(`/assets/${'a'.repeat(64)}`)
  expect(image.headers.get('content-type')).toBe('image/png')
  expect(image.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(png)
  expect((await ask(`/assets/${'b'.repeat(64)}`)).status).toBe(404)
  expect((await ask(`/assets/${'c'.repeat(64)}`)).status).toBe(404)
  expect((await ask('/assets/..%2fsecret.txt')).status).toBe(404)
})

test('a page of an archive is served as a snapshot is, an image of one by what it is', async () => {
  const answers: Record<string, unknown> = {
    'C/Page': { html: '<p>One</p>', language: 'en', direction: 'ltr', title: 'Page' },
    'C/a.png': png,
    'C/a.svg': svg,
  }
  const asked: string[] = []
  const content = createContent({
    appFolder: join(folder, 'renderer'),
    devServer: null,
    call: async (name, input) => {
      asked.push(name)
      const path = typeof input === 'object' && input !== null ? String(Reflect.get(input, 'path')) : ''
      return Object.hasOwn(answers, path)
        ? { ok: true, value: answers[path] }
        : { ok: false, error: { code: 'not-found', message: 'It has no such page.' } }
    },
    readAsset: async () => null,
  })
  const get = (path: string) => content(new Request(`http://127.0.0.1:1/archives/${path}`))
  const page = await get(`${snapshotId}/page?path=C%2FPage`)
  expect(await page.text()).toContain('<main id="content"><p>One</p></main>')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; img-src 'self' data:")
  expect(page.headers.get('content-security-policy')).toContain('sandbox allow-same-origin')
  const image = await get(`${snapshotId}/file?path=C%2Fa.png`)
  expect(image.headers.get('content-type')).toBe('image/png')
  expect(image.headers.get('x-content-type-options')).toBe('nosniff')
  expect(image.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(asked).toEqual(['archives.page', 'archives.file'])
  expect((await get(`${snapshotId}/file?path=C%2Fa.svg`)).status).toBe(404)
  expect((await get(`${snapshotId}/page?path=C%2FNone`)).status).toBe(404)
  asked.length = 0
  for (const path of [
    'x/page?path=C%2FPage',
    `${snapshotId}/page`,
    `${snapshotId}/other?path=a`,
    `${snapshotId}/page/b?path=a`,
  ]) {
    expect((await get(path)).status).toBe(404)
  }
  expect(asked).toEqual([])
})

test('nothing is changed by asking', async () => {
  expect((await ask('/', 'POST')).status).toBe(405)
})
