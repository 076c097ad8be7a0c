import { traceChain, type ChainVerdict } from './chain'
import { REVISION_CLASSES } from './classes'

/** What became of the highlights of some articles, each moved through five revisions of one kind and others. */
export interface ClassCount {
  readonly name: string
  readonly counts: Readonly<Record<ChainVerdict, number>>
}

/** @param articles how many articles are written for each class */
export function countClasses(prose: readonly string[], articles: number, seed: number): ClassCount[] {
  return REVISION_CLASSES.map((name) => {
    const counts: Record<ChainVerdict, number> = { found: 0, lost: 0, wrong: 0, asked: 0, followed: 0, twin: 0 }
    for (let at = 0; at < articles; at += 1) {
      for (const { verdict } of traceChain(prose, name, seed * 100_000 + at)) counts[verdict] += 1
    }
    return { name, counts }
  })
}
