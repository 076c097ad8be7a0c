import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sentencesOf } from '../edits'
import type { Case } from '../make-case'
import { createRandom } from '../random'
import { passagesOf, printed, setText, traceable, writePaper } from './document'
import { ADVERSE_EDITS, type AdverseEdit } from './edits'

/** An edit by name, and what its random choices follow from. */
export type SeededEdit = readonly [name: AdverseEdit, seed: number]

/** Sentences of real articles, for documents to be written with. @param fixtures the folder of their texts */
export function readProse(fixtures: string): string[] {
  return readdirSync(fixtures)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => sentencesOf(readFileSync(join(fixtures, name), 'utf8')))
    .filter((sentence) => /\p{L}{3}/u.test(sentence))
    .map((sentence) => sentence.replace(/\s+$/u, ' '))
}

/** A document, its highlights, and what some edits made of it. */
export function adverseCase(prose: readonly string[], seed: number, edits: readonly SeededEdit[]): Case {
  const random = createRandom(seed)
  const blocks = writePaper(prose, random)
  const before = setText(blocks)
  const paper = traceable(blocks)
  const passages = passagesOf(before, paper, random, 30)
  for (const [name, own] of edits) if (paper.blocks.length > 1) ADVERSE_EDITS[name](paper, createRandom(own))
  return { before, after: printed(paper), turned: paper.turned, passages }
}
