import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { TopicId } from '@shared/domain/ids'
import type { Topic } from '@shared/domain/topic'
import { isUnder, nestTopics, pathTo, placeOf, stepFrom } from './topic-tree'

function topic(title: string, parent: Topic | null, position: number): Topic {
  const counts = { articleCount: 0, finishedCount: 0, ownCount: 0 }
  return { id: TopicId.parse(randomUUID()), title, parentId: parent?.id ?? null, position, createdAt: 0, ...counts }
}

const a = topic('a', null, 0)
const a1 = topic('a1', a, 0)
const a2 = topic('a2', a, 1)
const b = topic('b', null, 1)
const c = topic('c', null, 2)
const all = [a, a1, a2, b, c]

test('topics nest as they name their parents', () => {
  expect(nestTopics(all)).toEqual([
    { id: a.id, topic: a, children: [a1, a2].map((each) => ({ id: each.id, topic: each, children: [] })) },
    { id: b.id, topic: b, children: [] },
    { id: c.id, topic: c, children: [] },
  ])
  expect(pathTo(all, a2)).toEqual([a])
  expect(isUnder(all, a2.id, a.id)).toBe(true)
  expect(isUnder(all, a.id, a2.id)).toBe(false)
})

test('a step leads to a place among its own, under the one above, or behind the one it is in', () => {
  expect(stepFrom(all, b, 'up')).toEqual({ parentId: null, before: a.id })
  expect(stepFrom(all, a, 'up')).toBeNull()
  expect(stepFrom(all, a, 'down')).toEqual({ parentId: null, before: c.id })
  expect(stepFrom(all, b, 'down')).toEqual({ parentId: null, before: null })
  expect(stepFrom(all, c, 'down')).toBeNull()
  expect(stepFrom(all, b, 'in')).toEqual({ parentId: a.id, before: null })
  expect(stepFrom(all, a1, 'in')).toBeNull()
  expect(stepFrom(all, a1, 'out')).toEqual({ parentId: null, before: b.id })
  expect(stepFrom(all, b, 'out')).toBeNull()
  expect(placeOf(all, c)).toEqual({ parentId: null, before: null })
})
