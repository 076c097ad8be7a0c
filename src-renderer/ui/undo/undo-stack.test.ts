import { expect, test } from 'vitest'
import { createUndoStack } from './undo-stack'

function setUp() {
  const log: string[] = []
  const stack = createUndoStack()
  const step = (label: string) => ({
    label,
    undo: () => log.push(`undo ${label}`),
    redo: () => log.push(`redo ${label}`),
  })
  return { log, stack, step }
}

test('what was done is undone and done again, last first', async () => {
  const { log, stack, step } = setUp()
  stack.push(step('a'))
  stack.push(step('b'))
  await stack.undo()
  expect((await stack.undo())?.label).toBe('a')
  expect(await stack.undo()).toBeNull()
  await stack.redo()
  expect(stack.next()).toMatchObject({ undo: { label: 'a' }, redo: { label: 'b' } })
  await stack.redo()
  expect(await stack.redo()).toBeNull()
  expect(log).toEqual(['undo b', 'undo a', 'redo a', 'redo b'])
})

test('something new leaves nothing to do again', async () => {
  const { stack, step } = setUp()
  stack.push(step('a'))
  await stack.undo()
  stack.push(step('b'))
  expect(stack.next()).toMatchObject({ undo: { label: 'b' }, redo: null })
})

test('a step that cannot be done again ends what can', async () => {
  const { stack, step } = setUp()
  stack.push({ label: 'once', undo: () => undefined })
  stack.push(step('b'))
  await stack.undo()
  await stack.undo()
  expect(stack.next()).toEqual({ undo: null, redo: null })
})

test('one step is taken back out of turn, once', async () => {
  const { log, stack, step } = setUp()
  const takeBack = stack.push(step('a'))
  stack.push(step('b'))
  expect(await takeBack()).toBe(true)
  expect(await takeBack()).toBe(false)
  expect(log).toEqual(['undo a'])
  expect(stack.next()).toMatchObject({ undo: { label: 'b' }, redo: { label: 'a' } })
})

test('a step that fails is forgotten, and those after it still run', async () => {
  const { log, stack, step } = setUp()
  stack.push(step('a'))
  stack.push({ label: 'bad', undo: () => Promise.reject(new Error('gone')) })
  const failed = stack.undo()
  const then = stack.undo()
  await expect(failed).rejects.toThrow('gone')
  await then
  expect(log).toEqual(['undo a'])
})

test('steps run one after another', async () => {
  const { log, stack } = setUp()
  let finish = () => undefined as void
  const slow = new Promise<void>((resolve) => (finish = resolve))
  stack.push({
    label: 'slow',
    undo: () => slow.then(() => log.push('undone')),
    redo: () => log.push('done again'),
  })
  const both = [stack.undo(), stack.redo()]
  finish()
  await Promise.all(both)
  expect(log).toEqual(['undone', 'done again'])
})

test('undo waits for what is being done, and takes that back', async () => {
  const { log, stack, step } = setUp()
  stack.push(step('before'))
  let end: () => void = () => undefined
  const saved = new Promise<void>((resolve) => (end = resolve))
  const doing = stack.during(saved.then(() => void stack.push(step('now'))))
  const undone = stack.undo()
  end()
  await doing
  expect((await undone)?.label).toBe('now')
  expect(log).toEqual(['undo now'])
})

test('what fails while it is being done is no step, and undo goes on', async () => {
  const { stack, step } = setUp()
  stack.push(step('before'))
  const failed = stack.during(Promise.reject(new Error('full')))
  const undone = stack.undo()
  await expect(failed).rejects.toThrow('full')
  expect((await undone)?.label).toBe('before')
})
