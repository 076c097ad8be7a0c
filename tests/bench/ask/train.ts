/**
 * Makes src-main/core/ask/rank/weights.ts from the shared questions: once on each half of the articles, scored on the other, then on
 * all. `npm run bench:ask -- --train`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { weigh, type Ranked } from '../../../src-main/core/ask/rank/rank'
import { signalsOf } from '../../../src-main/core/ask/rank/signals'
import { writeCommonWords } from './common-words'
import { makeExamples, type Example } from './examples'
import { fitConfidence, fitRanking, type Model, type Values } from './fit'
import { askCorpora } from './questions'

const root = process.argv.at(-1) ?? '.'
const folder = askCorpora(root)
if (folder === null) throw new Error('The shared corpora are not beside this checkout.')

writeCommonWords(folder, root)
const examples = makeExamples(folder)
const halfOf = ({ article }: Example) =>
  [...article.replace(/^(?:en|de|zh|q):/u, '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % 2

for (const half of [0, 1]) {
  const ranking = rankingFrom(examples.filter((one) => halfOf(one) === half))
  const confidence = confidenceFrom(examples.filter((one) => halfOf(one) === half), ranking)
  report(examples.filter((one) => halfOf(one) !== half), ranking, confidence)
} // prettier-ignore

const ranking = rankingFrom(examples)
write(ranking, confidenceFrom(examples, ranking))

function rankingFrom(some: readonly Example[]): Values {
  const own = some.filter(({ kind, items }) => kind === 'own' && items.some(({ isRight }) => isRight))
  return fitRanking(
    own.map(({ items }) => ({
      values: items.map(({ measured }) => ({ ...measured.features })),
      right: items.map(({ isRight }) => isRight),
      rightPassage: items.map(({ isRightPassage }) => isRightPassage),
    })),
  )
}

function rankWith({ items }: Example, weights: Values): (Ranked & { isRight: boolean; isRightPassage: boolean })[] {
  const scores = items.map(({ measured }) => weigh({ ...measured.features }, weights))
  const top = Math.max(...scores)
  const parts = scores.map((score) => Math.exp(score - top))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return items
    .map(({ measured, isRight, isRightPassage }, at) => {
      return { ...measured, isRight, isRightPassage, odds: (parts[at] ?? 0) / all }
    })
    .sort((first, second) => second.odds - first.odds)
}

function confidenceFrom(some: readonly Example[], weights: Values): Model {
  const rows = some.flatMap((one) => {
    const signals = signalsOf(one.question, one.evidence, rankWith(one, weights))
    return signals === null ? [] : [{ signals, isOwn: one.kind === 'own' }]
  })
  return fitConfidence(
    rows.map(({ signals }) => ({ ...signals })),
    rows.map(({ isOwn }) => isOwn),
  )
}

function report(some: readonly Example[], weights: Values, { weights: signalWeights, atNothing }: Model): void {
  for (const set of new Set(some.map((one) => one.set))) {
    const of = some.filter((one) => one.set === set)
    const scored = of.map((one) => {
      const ranked = rankWith(one, weights)
      const signals = signalsOf(one.question, one.evidence, ranked)
      const confidence = signals === null ? 0 : 1 / (1 + Math.exp(-(atNothing + weigh({ ...signals }, signalWeights))))
      return { kind: one.kind, top: ranked[0], confidence }
    })
    const share = (some_: readonly (typeof scored)[number][], test: (one: (typeof scored)[number]) => boolean) =>
      some_.length === 0 ? '–' : `${((100 * some_.filter(test).length) / some_.length).toFixed(1)}%`
    const own = scored.filter(({ kind }) => kind === 'own')
    const line = [
      set.padEnd(9),
      `passage ${share(own, ({ top }) => top?.isRightPassage === true)}`,
      `sentence ${share(own, ({ top }) => top?.isRight === true)}`,
      ...[0.6, 0.7, 0.75, 0.8, 0.9].map((from) => {
        const refused = (kind: Example['kind']) =>
          share(
            scored.filter((one) => one.kind === kind),
            ({ confidence }) => confidence < from,
          )
        return `from ${from}: answered ${share(own, ({ confidence }) => confidence >= from)}, refused ${refused('removed')} removed, ${refused('foreign')} foreign`
      }),
    ]
    process.stdout.write(`${line.join(' · ')}\n`)
  }
}

function write(weights: Values, { weights: signals, atNothing }: Model): void {
  const rows = (values: Values) =>
    Object.entries(values)
      .map(([name, value]) => `  ${name}: ${Number(value.toFixed(3))},`)
      .join('\n')
  writeFileSync(
    join(root, 'src-main/core/ask/rank/weights.ts'),
    `import type { Features } from './features'
import type { Signals } from './signals'

// Made by \`npm run bench:ask -- --train\`; not written by hand.

/** How much each feature says for a sentence. */
export const RANKING: Readonly<Record<keyof Features, number>> = {
${rows(weights)}
}

/** How much each signal says for an answer. */
export const CONFIDENCE: Readonly<Record<keyof Signals, number>> = {
${rows(signals)}
}

/** What is left when every signal is nought. */
export const CONFIDENCE_AT_NOTHING = ${Number(atNothing.toFixed(3))}
`,
  )
}
