import { join } from 'node:path'
import { expect, test } from 'vitest'
import { superviseBackend, type Backend } from '../../src-main/backend/supervisor'
import type { BackendChild } from '../../src-main/backend/wire'
import { spawnBackend } from '../../src-main/hosts/web/spawn-backend'
import { root } from '../support/backends'
import { tempFolder } from '../support/temp-folder'

/** A supervised real backend process, with the processes that were started. */
function supervise(
  folder: string,
  now = () => 0,
): { backend: Backend; children: BackendChild[]; events: unknown[]; deaf: Set<BackendChild> } {
  const deaf = new Set<BackendChild>()
  const children: BackendChild[] = []
  const events: unknown[] = []
  const backend = superviseBackend({
    folder,
    spawn: (at) => {
      const child = spawnBackend(join(root, 'out/main/backend.cjs'), { folder: at, version: '0.0.0', mustExist: false })
      children.push(child)
      return { ...child, send: (message) => (deaf.has(child) ? undefined : child.send(message)) }
    },
    onMoved: () => undefined,
    log: () => undefined,
    now,
  })
  backend.subscribe((event) => events.push(event))
  return { backend, children, events, deaf }
}

test('a backend that dies is started again: what was asked is told so, what is asked next is answered', async () => {
  const { backend, children, events, deaf } = supervise(tempFolder())
  await backend.ready
  await backend.call('settings.update', { zoom: 120 })
  // So that the call is surely under way when the process ends.
  const [first] = children
  if (first !== undefined) deaf.add(first)
  const asked = backend.call('articles.counts', undefined)
  first?.kill()
  expect(await asked).toMatchObject({ ok: false, error: { code: 'backend-lost' } })
  expect(await backend.call('settings.get', undefined)).toMatchObject({ ok: true, value: { zoom: 120 } })
  expect(events).toContainEqual({ name: 'backend.restarted' })
  expect(children).toHaveLength(2)
  await backend.close()
})

test('one that dies twice within a minute is given up; later it would be started again', async () => {
  let now = 0
  const { backend, children } = supervise(tempFolder(), () => now)
  await backend.ready
  for (const [at, moment] of [0, 61_000, 100_000].entries()) {
    now = moment
    const gone = new Promise<void>((done) => children[at]?.onExit(() => done()))
    children[at]?.kill()
    await gone
    if (moment < 100_000) expect(await backend.call('settings.get', undefined)).toMatchObject({ ok: true })
  }
  expect(children).toHaveLength(3)
  expect(await backend.call('settings.get', undefined)).toMatchObject({ ok: false, error: { code: 'backend-lost' } })
  await backend.close()
})

test('closing answers what is under way and ends the process', async () => {
  const { backend, children } = supervise(tempFolder())
  await backend.ready
  const gone = new Promise<string>((done) => children[0]?.onExit(done))
  const asked = backend.call('settings.update', { zoom: 150 })
  await backend.close()
  expect(await asked).toMatchObject({ ok: true })
  expect(await gone).toBe('exit code 0')
  expect(await backend.call('settings.get', undefined)).toMatchObject({ ok: false })
})

test('a folder that cannot hold a library is refused with its reason, and not tried again', async () => {
  const { backend, children } = supervise('/dev/null/library')
  await expect(backend.ready).rejects.toMatchObject({ code: 'library-not-writable' })
  expect(await backend.call('settings.get', undefined)).toMatchObject({
    ok: false,
    error: { code: 'library-not-writable' },
  })
  expect(children).toHaveLength(1)
})
