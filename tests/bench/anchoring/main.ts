import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readProse } from './adversary/adverse-case'
import { measure, type Tally } from './measure'
import { createRandom } from './random'
import { countClasses } from './revisions/count-classes'
import { readArticles } from './sources'

const { values } = parseArgs({
  args: process.argv.slice(4),
  options: {
    seed: { type: 'string', default: '1' },
    anchors: { type: 'string', default: '10000' },
    show: { type: 'string', default: '0' },
    'without-peer': { type: 'boolean', default: false },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const articles = await readArticles(process.argv[3] ?? '.', say)
say(`${articles.length} articles, seed ${values.seed}`)
const withPeer = !values['without-peer']
const texts = articles.map(({ text }) => text)
const result = measure(texts, Number(values.anchors), createRandom(Number(values.seed)), withPeer)

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
const row = (name: string, { found, lost, wrong, asked, followed, twin }: Tally, took: number): string =>
  [
    name.padEnd(12),
    `${found} of ${found + lost} (${share(found, found + lost)})`.padEnd(26),
    String(followed).padEnd(20),
    String(asked).padEnd(12),
    String(wrong).padEnd(8),
    String(twin).padEnd(33),
    `${(took / result.anchors).toFixed(2)} ms`,
  ].join('')
say(`${result.anchors} highlights moved to an edited text`)
say(
  '            words stand: found        edited: followed    asked       WRONG   equal words in the same place    each',
)
say(row('Lectern', result.ours, result.oursTook))
if (withPeer) say(row('Hypothesis', result.theirs, result.theirsTook))
const shown = Number(values.show)
for (const { verdict, before, answer, how } of result.misses
  .toSorted((a, b) => (a.verdict < b.verdict ? 1 : -1))
  .slice(0, shown)) {
  say(`\n${verdict.toUpperCase()} ${how}\n  was ${before}\n  now ${answer ?? '-'}`)
}

const root = process.argv[3] ?? '.'
const classes = countClasses(readProse(join(root, 'tests/fixtures')), 10, Number(values.seed))
say('\nfive revisions in a row, by what they do')
say(
  '                            words stand: found        edited: followed    asked       WRONG   equal words in the same place',
)
for (const { name, counts } of classes) {
  const { found, lost, followed, asked, wrong, twin } = counts
  const part = `${found} of ${found + lost} (${share(found, found + lost)})`
  say(
    [
      name.padEnd(28),
      part.padEnd(26),
      String(followed).padEnd(20),
      String(asked).padEnd(12),
      String(wrong).padEnd(8),
      twin,
    ].join(''),
  )
}
const isGood =
  result.ours.wrong === 0 &&
  classes.every(({ counts }) => counts.wrong === 0) &&
  result.ours.found >= 0.99 * (result.ours.found + result.ours.lost)
process.exitCode = isGood ? 0 : 1
