import { expect, test } from 'vitest'
import { createAccess } from './access'
import { createGuard, type Asked } from './guard'

const access = createAccess(() => 0)
const token = access.exchange(access.launchToken) ?? ''
const guard = createGuard(4321, access)
const origin = 'http://127.0.0.1:4321'
const cookie = `other=1; lectern-4321=${access.contentCookie}`

const call: Asked = {
  method: 'POST',
  path: '/api/call',
  headers: { host: '127.0.0.1:4321', origin, 'content-type': 'application/json', 'x-lectern-token': token },
}
const events: Asked = {
  method: 'GET',
  path: '/api/events',
  headers: { host: call.headers.host, 'x-lectern-token': token },
}
const session: Asked = { ...call, path: '/api/session', headers: { ...call.headers, 'x-lectern-token': undefined } }
const page: Asked = { method: 'GET', path: '/', headers: { host: '127.0.0.1:4321', 'sec-fetch-site': 'none' } }
const image: Asked = {
  method: 'GET',
  path: '/assets/a',
  headers: { ...page.headers, cookie, 'sec-fetch-site': 'same-origin' },
}

const status = (asked: Asked, headers: Record<string, string | undefined> = {}): number =>
  guard({ ...asked, headers: { ...asked.headers, ...headers } })?.status ?? 200

test('our own page may do all it needs', () => {
  for (const asked of [call, events, session, page, image]) expect(guard(asked)).toBeNull()
})

test.each([
  'localhost:4321',
  '127.0.0.1',
  '127.0.0.1:4322',
  'evil.example',
  '127.0.0.1:4321.evil.example',
  '[::1]:4321',
  '',
])('a request for the host %j is misdirected', (host) => {
  for (const asked of [call, events, session, page, image]) expect(status(asked, { host })).toBe(421)
})

test.each(['cross-site', 'same-site', 'nonsense'])('a %s request is refused everywhere', (site) => {
  for (const asked of [call, events, session, page, image]) expect(status(asked, { 'sec-fetch-site': site })).toBe(403)
})

test.each(['http://localhost:4321', 'https://127.0.0.1:4321', 'http://127.0.0.1:4322', 'null', 'http://evil.example'])(
  'the origin %s is refused everywhere',
  (other) => {
    for (const asked of [call, events, session, page, image]) expect(status(asked, { origin: other })).toBe(403)
  },
)

test('a write without an origin is refused', () => {
  expect(status(call, { origin: undefined })).toBe(403)
  expect(status(session, { origin: undefined })).toBe(403)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', undefined])(
  'a body of type %s is refused',
  (type) => {
    expect(status(call, { 'content-type': type })).toBe(415)
  },
)

test('a call needs the token in its header; a cookie is not enough', () => {
  for (const asked of [call, events]) {
    expect(status(asked, { 'x-lectern-token': undefined, cookie })).toBe(401)
    expect(status(asked, { 'x-lectern-token': access.contentCookie })).toBe(401)
    expect(status(asked, { 'x-lectern-token': access.launchToken })).toBe(401)
    expect(status(asked, { 'x-lectern-token': `${token}x` })).toBe(401)
  }
})

test('articles and images need the cookie of this very server', () => {
  for (const path of ['/assets/a', '/snapshots/a', '/archives/a/page']) {
    const asked = { ...image, path }
    expect(status(asked)).toBe(200)
    expect(status(asked, { cookie: undefined })).toBe(401)
    expect(status(asked, { cookie: `lectern-4322=${access.contentCookie}` })).toBe(401)
    expect(status(asked, { cookie: `lectern-4321=${token}` })).toBe(401)
    expect(status(asked, { cookie: undefined, 'x-lectern-token': token })).toBe(200)
  }
})

test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE'])('%s is not answered', (method) => {
  for (const asked of [call, events, page, image]) expect(guard({ ...asked, method })?.status).toBe(405)
})

test('an address for the browser works once and soon', () => {
  let now = 0
  const fresh = createAccess(() => now)
  const once = fresh.oneTimeToken()
  expect(fresh.exchange(once)).not.toBeNull()
  expect(fresh.exchange(once)).toBeNull()
  const late = fresh.oneTimeToken()
  now = 60_000
  expect(fresh.exchange(late)).toBeNull()
  expect(fresh.exchange('')).toBeNull()
  expect(fresh.exchange(fresh.launchToken)).not.toBeNull()
})
