import type { Block, Paper } from '../adversary/document'
import { fresh } from '../traced-text'
import type { Written } from './article'

/** Blocks of which nothing stood in the text of before. */
export const blocksOf = (written: readonly Written[]): Block[] =>
  written.map(({ kind, parts }) => ({ kind, parts: parts.map(fresh) }))

/** Remembers a document as it is. @returns puts it back */
export function keep(paper: Paper): () => void {
  const blocks = paper.blocks.map(({ kind, parts }) => ({ kind, parts: [...parts] }))
  const sets = [paper.turned, paper.denied, paper.doubled] as const
  const known = sets.map((set) => [...set])
  return () => {
    paper.blocks = blocks
    sets.forEach((set, at) => {
      set.clear()
      for (const offset of known[at] ?? []) set.add(offset)
    })
  }
}
