import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readProse } from '../adversary/adverse-case'
import { traceChain } from './chain'
import { REVISION_CLASSES } from './classes'

const PROSE = readProse(resolve(import.meta.dirname, '../../../fixtures'))

test.each(REVISION_CLASSES)('through five revisions no highlight goes astray: %s', { timeout: 120_000 }, (name) => {
  // The same articles on every run: a rare new case is for the bench's seeds to find.
  const steps = [1, 2, 3, 4].flatMap((seed) => traceChain(PROSE, name, seed))
  const wrong = steps.filter(({ verdict }) => verdict === 'wrong')
  expect(
    wrong.map(({ passage, answer, case: { before, after } }) => [
      before.slice(passage.start, passage.end),
      answer === null ? null : after.text.slice(answer.start, answer.end),
    ]),
  ).toEqual([])
  expect(steps.some(({ verdict }) => verdict === 'found')).toBe(true)
})
