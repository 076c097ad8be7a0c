import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { LecternError } from '@shared/contract/errors'
import { ArticleId, SnapshotId } from '@shared/domain/ids'
import { textWork } from '../text/text-work'
import { createMovePlans } from './move-plans'

const articleId = ArticleId.parse(randomUUID())
const snapshotId = SnapshotId.parse(randomUUID())
const from = 'The pump stood in Broad Street. The handle was taken off.'
const to = `New words. ${from}`
const position = { start: 4, end: 8 }

test('what was planned is not looked for again; what came meanwhile is', async () => {
  const asked: string[] = []
  const plans = createMovePlans({
    ...textWork,
    move: (...input) => {
      asked.push(input[0])
      return textWork.move(...input)
    },
  })
  await plans.plan(articleId, to, [{ snapshotId, text: from, passages: [{ position, chosen: 'pump' }], offsets: [32] }])
  const mover = plans.moverBetween(articleId, snapshotId, from, to)
  expect(mover.move(position, 'pump')?.position).toEqual({ start: 15, end: 19 })
  expect(mover.move({ start: 36, end: 42 }, 'handle')?.quote.exact).toBe('handle')
  expect(mover.placeOf(32)).toBe(43)
  expect(asked).toEqual([from])
  // Another text came instead.
  expect(plans.moverBetween(articleId, snapshotId, from, from).move(position, 'pump')?.position).toEqual(position)
})

test('where planning fails nothing is planned', async () => {
  const plans = createMovePlans({ ...textWork, move: () => Promise.reject(new LecternError('timed-out', 'Too long.')) })
  const all = [{ snapshotId, text: from, passages: [], offsets: [] }]
  await expect(plans.plan(articleId, to, all)).rejects.toMatchObject({ code: 'timed-out' })
})
