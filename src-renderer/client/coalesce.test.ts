import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createInvalidator } from './coalesce'

function library() {
  const asked: { key: unknown; done: () => void }[] = []
  const queryClient = {
    invalidateQueries: ({ queryKey }: { queryKey?: readonly unknown[] | undefined } = {}) =>
      new Promise<void>((resolve) => asked.push({ key: queryKey, done: resolve })),
  }
  const rests: { ms: number; over: () => void }[] = []
  const pause = (ms: number) => (ms > 1000 ? new Promise<void>((over) => rests.push({ ms, over })) : Promise.resolve())
  return { asked, rests, invalidate: createInvalidator(queryClient, pause, () => Promise.resolve()) }
}

test('what becomes stale many times while it is read is read once more', async () => {
  const { asked, invalidate } = library()
  for (let each = 0; each < 50; each++) invalidate(['topics'])
  await setImmediate()
  expect(asked).toHaveLength(1)
  for (let each = 0; each < 50; each++) invalidate(['topics'])
  asked[0]?.done()
  await setImmediate()
  expect(asked).toHaveLength(2)
  asked[1]?.done()
  await setImmediate()
  expect(asked).toHaveLength(2)
  invalidate(['topics'])
  await setImmediate()
  expect(asked).toHaveLength(3)
})

test('one slow list holds up no other', async () => {
  const { asked, invalidate } = library()
  invalidate(['exports'])
  invalidate(['articles'])
  invalidate(['snapshots', 'list', { articleId: 'a' }])
  invalidate(['snapshots', 'list', { articleId: 'b' }])
  await setImmediate()
  expect(asked).toHaveLength(4)
})

test('a reading that hangs keeps nothing from being read again', async () => {
  const { asked, rests, invalidate } = library()
  invalidate(['articles'])
  await setImmediate()
  invalidate(['articles'])
  rests[0]?.over()
  await setImmediate()
  expect(asked).toHaveLength(2)
})
