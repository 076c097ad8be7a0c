import { afterAll, beforeAll, expect, test } from 'vitest'
import { startModelServer } from '../../../../tests/support/model-server'
import { chat, LIMITS, type Limits } from './chat'
import type { Protocol } from './protocols'
import { parseServerAddress } from './server-address'
import { createDoor, isLoopback, type Resolve } from './server-door'

let server: Awaited<ReturnType<typeof startModelServer>>
beforeAll(async () => void (server = await startModelServer()))
afterAll(() => server.close())

const PROMPT =
  '[1] fence The pump\n| The handle was taken off on 8 September 1854. It was locked.\nfence end of [1]\n\nQuestion: When?'

interface Given {
  readonly protocol?: Protocol
  readonly limits?: Partial<Limits>
  readonly address?: string
  readonly resolve?: Resolve
  readonly mayLeave?: boolean
  readonly stopAfter?: number
}

/** Has a model of the server process write, and tells what came and how it ended. */
async function ask(model: string, given: Given = {}) {
  const { protocol = 'ollama', limits = {}, address = server.address, resolve, mayLeave = false, stopAfter } = given
  const stopping = new AbortController()
  const words = chat(
    createDoor(resolve),
    {
      ...{ protocol, model, mayLeave, contextTokens: 4096, answerTokens: 500, signal: stopping.signal },
      server: parseServerAddress(address),
      messages: [{ role: 'user', content: PROMPT }],
    },
    { ...LIMITS, ...limits },
  )
  const parts: string[] = []
  try {
    for (;;) {
      const next = await words.next()
      if (next.done === true) return { text: parts.join(''), parts, end: next.value }
      parts.push(next.value)
      if (parts.length === stopAfter) stopping.abort()
    }
  } catch (error) {
    return { text: parts.join(''), parts, error }
  }
}

const ANSWER = 'The handle was taken off on 8 September 1854 [1].'

for (const protocol of ['ollama', 'openai'] as const) {
  test(`${protocol}: words come as they are written`, async () => {
    const { text, parts, end } = await ask('faithful', { protocol })
    expect(text).toBe(ANSWER)
    expect(parts.length).toBeGreaterThan(10)
    expect(end).toBe('stop')
  })

  test(`${protocol}: an answer that comes in one piece is taken as well`, async () => {
    expect(await ask('whole', { protocol })).toMatchObject({ text: ANSWER, end: 'stop' })
  })

  test(`${protocol}: a server that dies midway is told from one that has finished`, async () => {
    const { text, error } = await ask('cut', { protocol })
    expect(text).toBe('The handle was taken ')
    expect(error).toMatchObject({ reason: 'cut' })
  })

  test(`${protocol}: a server that stops writing, or never begins, is given up`, async () => {
    expect(await ask('hang', { protocol, limits: { idle: 100 } })).toMatchObject({
      text: 'The handle was taken ',
      error: { reason: 'stalled' },
    })
    expect(await ask('mute', { protocol, limits: { firstWord: 100 } })).toMatchObject({
      error: { reason: 'no-word-in-time' },
    })
  })

  test(`${protocol}: one that never ends is stopped, by its length or by the time`, async () => {
    expect(await ask('endless', { protocol, limits: { characters: 60 } })).toMatchObject({
      error: { reason: 'too-long' },
    })
    expect(await ask('endless', { protocol, limits: { whole: 100 } })).toMatchObject({ error: { reason: 'too-long' } })
  })

  test(`${protocol}: what is no answer, a line without an end, and bytes that are no UTF-8`, async () => {
    expect(await ask('malformed', { protocol })).toMatchObject({ error: { reason: 'malformed' } })
    expect(await ask('broken-json', { protocol })).toMatchObject({
      text: 'Fine so far. ',
      error: { reason: 'malformed' },
    })
    expect(await ask('huge-line', { protocol })).toMatchObject({ error: { reason: 'too-large' } })
    expect(await ask('latin-1', { protocol })).toMatchObject({ text: 'Caf\ufffd na\ufffdve ', end: 'stop' })
  })

  test(`${protocol}: errors say what the server says`, async () => {
    expect(await ask('failing', { protocol })).toMatchObject({ error: { reason: 'error', said: 'out of memory' } })
    expect(await ask('error', { protocol })).toMatchObject({
      error: { reason: 'error', said: 'model runner has stopped' },
    })
    expect(await ask('nobody', { protocol })).toMatchObject({ error: { said: "model 'nobody' not found" } })
  })

  test(`${protocol}: the limit of an answer is told`, async () => {
    expect(await ask('limited', { protocol })).toMatchObject({ end: 'length' })
  })

  test(`${protocol}: it can be stopped`, async () => {
    const { parts, end } = await ask('endless', { protocol, stopAfter: 5 })
    expect(end).toBe('stop')
    expect(parts).toHaveLength(5)
  })
}

test('a redirect is not followed, wherever it leads', async () => {
  expect(await ask('redirect')).toMatchObject({ error: { reason: 'redirect' } })
})

test('nothing that is not this computer is connected to without consent', async () => {
  for (const address of [
    'http://192.0.2.1',
    'http://[2001:db8::1]',
    'http://0x7f.1.example:1',
    'http://169.254.169.254',
  ]) {
    const resolve: Resolve = (_, done) => done(null, [{ address: '192.0.2.7', family: 4 }])
    expect(await ask('faithful', { address, resolve })).toMatchObject({ error: { reason: 'not-local' } })
  }
})

test('a name of which one address is elsewhere, or that changes its mind between two lookups, is not connected to', async () => {
  const port = `:${server.port}`
  const both: Resolve = (_, done) =>
    done(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '192.0.2.7', family: 4 },
    ])
  expect(await ask('faithful', { address: `model.test${port}`, resolve: both })).toMatchObject({
    error: { reason: 'not-local' },
  })

  let asked = 0
  const rebinding: Resolve = (_, done) =>
    done(null, [{ address: asked++ === 0 ? '127.0.0.1' : '192.0.2.7', family: 4 }])
  const door = createDoor(rebinding)
  expect(await door.look('model.test')).toMatchObject({ isLocal: true })
  const request = { method: 'GET', signal: new AbortController().signal, mayLeave: false, connectWithin: 1000 } as const
  await expect(door.open(`http://model.test${port}/api/tags`, request)).rejects.toMatchObject({ reason: 'not-local' })
})

test('with consent a name is connected to where it leads', async () => {
  const resolve: Resolve = (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }])
  const address = `model.test:${server.port}`
  expect(await ask('faithful', { address, resolve, mayLeave: true })).toMatchObject({ text: ANSWER })
})

test('a server that is not there, and a name that nobody knows', async () => {
  expect(await ask('faithful', { address: 'http://127.0.0.1:9' })).toMatchObject({ error: { reason: 'refused' } })
  const resolve: Resolve = (_, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])
  expect(await ask('faithful', { address: 'nowhere.test', resolve })).toMatchObject({ error: { reason: 'not-found' } })
})

test('loopback is 127.0.0.0/8 and ::1, in every dress', () => {
  for (const yes of ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1']) expect(isLoopback(yes), yes).toBe(true)
  for (const no of ['128.0.0.1', '0.0.0.0', '::', '::ffff:10.0.0.1', 'localhost', '10.0.0.1', 'fe80::1']) {
    expect(isLoopback(no), no).toBe(false)
  }
})

test('addresses are read as people type and copy them', () => {
  const base = (typed: string) => parseServerAddress(typed).base
  expect(base('localhost:11434')).toBe('http://localhost:11434')
  expect(base(' http://127.0.0.1:1234/v1 ')).toBe('http://127.0.0.1:1234')
  expect(base('http://127.0.0.1:1234/v1/chat/completions')).toBe('http://127.0.0.1:1234')
  expect(base('http://localhost:11434/api/chat')).toBe('http://localhost:11434')
  expect(base('https://gpu.example/llm/v1/')).toBe('https://gpu.example/llm')
  expect(parseServerAddress('http://[::1]:80/').host).toBe('::1')
  for (const typed of [
    '',
    'http://',
    'ftp://localhost',
    'http://me:secret@localhost',
    'http://localhost?x=1',
    'javascript:alert(1)',
  ]) {
    expect(() => base(typed), typed).toThrow('is not the address of a server')
  }
})
