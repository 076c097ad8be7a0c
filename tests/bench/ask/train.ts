/**
 * Makes src-main/core/ask/rank/weights.ts from the shared questions: on four fifths of the articles,
 * scored on the other fifth, five times, then on all. `npm run bench:ask -- --train`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cite } from '../../../src-main/core/ask/cite/cite'
import { lessFor, weigh, type Ranked } from '../../../src-main/core/ask/rank/rank'
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
/** How often a question of each kind counts when the weights of confidence are made. */
const COUNTS: Readonly<Record<Example['kind'], number>> = { own: 1, headline: 0, removed: 1, foreign: 2, premise: 0.5 }
/** Questions of an article stay together; the same article in another language does too. */
const FOLDS = 5
const foldOf = ({ article }: Example) =>
  [...article.replace(/^(?:en|de|zh|q):/u, '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % FOLDS // prettier-ignore

const heldOut = Array.from({ length: FOLDS }, (_, fold) => {
  const others = examples.filter((one) => foldOf(one) !== fold)
  const weights = rankingFrom(others)
  const confidence = confidenceFrom(others, weights)
  return examples.filter((one) => foldOf(one) === fold).map((one) => score(one, weights, confidence))
}).flat()
process.stdout.write('On articles that the weights were not made from:\n')
report(heldOut)

const ranking = rankingFrom(examples)
const confidence = confidenceFrom(examples, ranking)
process.stdout.write('\nOn the articles that they were made from:\n')
report(examples.map((one) => score(one, ranking, confidence)))
write(ranking, confidence)

function rankingFrom(some: readonly Example[]): Values {
  const own = some.filter(
    ({ kind, items }) => (kind === 'own' || kind === 'headline') && items.some(({ isRightPassage }) => isRightPassage),
  )
  return fitRanking(
    own.map(({ items }) => ({
      values: items.map(({ measured }) => ({ ...measured.features })),
      right: items.map(({ isRight }) => isRight),
      rightPassage: items.map(({ isRightPassage }) => isRightPassage),
    })),
  )
}

function rankWith({ items }: Example, weights: Values): (Ranked & { isRight: boolean; isRightPassage: boolean })[] {
  const scores = items.map(({ measured }) => weigh({ ...measured.features }, weights) - lessFor(measured))
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
    const isOwn = one.kind === 'own' || one.kind === 'headline'
    return signals === null ? [] : [{ signals, isOwn, counts: COUNTS[one.kind] }]
  })
  return fitConfidence(
    rows.map(({ signals }) => ({ ...signals })),
    rows.map(({ isOwn }) => isOwn),
    rows.map(({ counts }) => counts),
  )
}

interface Scored {
  readonly set: string
  readonly kind: Example['kind']
  readonly confidence: number
  readonly isRight: boolean
  readonly isRightPassage: boolean
  readonly isRightAmongThree: boolean
}

function score(one: Example, weights: Values, { weights: signalWeights, atNothing }: Model): Scored {
  const ranked = rankWith(one, weights)
  const signals = signalsOf(one.question, one.evidence, ranked)
  const cited = cite(ranked, 3).map(({ start, end, passage }) => isCited(one, start, end, passage))
  return {
    set: one.set,
    kind: one.kind,
    confidence: signals === null ? 0 : 1 / (1 + Math.exp(-(atNothing + weigh({ ...signals }, signalWeights)))),
    isRight: cited[0] === true,
    isRightPassage: ranked[0]?.isRightPassage === true,
    isRightAmongThree: cited.includes(true),
  }
}

/** Whether a citation holds a sentence that is right. */
function isCited({ items }: Example, start: number, end: number, passage: number): boolean {
  return items.some(({ measured, isRight }) => isRight && measured.passage === passage && measured.start >= start && measured.end <= end) // prettier-ignore
}

function report(all: readonly Scored[]): void {
  const share = (some: readonly Scored[], test: (one: Scored) => boolean) =>
    some.length === 0 ? '–' : ((100 * some.filter(test).length) / some.length).toFixed(1)
  for (const set of new Set(all.map((one) => one.set))) {
    const of = (kind: Example['kind']) => all.filter((one) => one.set === set && one.kind === kind)
    const own = of('own')
    process.stdout.write(
      `${set}: passage first ${share(own, (one) => one.isRightPassage)}, sentence first ${share(own, (one) => one.isRight)}, among three ${share(own, (one) => one.isRightAmongThree)}\n`,
    )
    const headed = of('headline')
    process.stdout.write(
      `  with a headline: passage first ${share(headed, (one) => one.isRightPassage)}, sentence first ${share(headed, (one) => one.isRight)}\n`,
    )
    for (const from of [0.5, 0.6, 0.625, 0.65, 0.675, 0.7, 0.725, 0.75, 0.8, 0.85, 0.9]) {
      const answered = own.filter((one) => one.confidence >= from)
      const refused = (kind: Example['kind']) => share(of(kind), (one) => one.confidence < from)
      process.stdout.write(
        `  from ${from}: answered ${share(own, (one) => one.confidence >= from)}, right ${share(answered, (one) => one.isRight)}, refused ${refused('foreign')} foreign, ${refused('removed')} removed, ${refused('premise')} false premises\n`,
      )
    }
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
