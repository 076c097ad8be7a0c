import { expect, test } from 'vitest'
import type { Highlight } from '@shared/domain/annotation'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import { sharedById, withChanged } from './annotation-lists'

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function highlight(number: number, start: number, tags: string[] = []): Highlight {
  return {
    id: AnnotationId.parse(idOf(number)),
    kind: 'highlight',
    articleId: ArticleId.parse(idOf(1)),
    target: {
      snapshotId: SnapshotId.parse(idOf(2)),
      position: { start, end: start + 5 },
      quote: { exact: 'words', prefix: '', suffix: '' },
    },
    place: 'placed',
    move: null,
    colour: 'yellow',
    body: null,
    tags,
    revision: 1,
    createdAt: 0,
    updatedAt: 0,
  }
}

test('what was changed stands where it belongs, and what is gone is not there', () => {
  const list = [highlight(1, 10), highlight(2, 20), highlight(3, 30)]
  const changed = withChanged(list, [highlight(1, 0).id, highlight(2, 0).id], [highlight(1, 25)])
  expect(changed.map(({ id }) => id)).toEqual([idOf(1), idOf(3)])
  expect(list).toHaveLength(3)
})

test('a list read anew keeps what did not change, also behind what came before it', () => {
  const before = [highlight(1, 10), highlight(2, 20), highlight(3, 30)]
  const now = [highlight(9, 0), highlight(1, 10), highlight(2, 20, ['new']), highlight(3, 30)]
  const shared = sharedById(before, now)
  expect(shared).toEqual(now)
  expect(Array.isArray(shared) && shared[1]).toBe(before[0])
  expect(Array.isArray(shared) && shared[2]).not.toBe(before[1])
  expect(Array.isArray(shared) && shared[3]).toBe(before[2])
})

test('a list is the same only where it holds the same in the same order', () => {
  const before = [highlight(1, 10), highlight(2, 20)]
  expect(sharedById(before, [highlight(1, 10), highlight(2, 20)])).toBe(before)
  expect(sharedById(before, [highlight(2, 20), highlight(1, 10)])).not.toBe(before)
  expect(sharedById(before, [highlight(1, 10)])).toEqual([before[0]])
  expect(sharedById(undefined, before)).toBe(before)
})
