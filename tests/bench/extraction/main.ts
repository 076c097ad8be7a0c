/** Scores our import and its peers on the shared corpora: see docs/importing.md. Started by `.scripts/bench-extraction.mjs`. */
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Corpora, loadCorpora } from './corpora'
import { startEngine } from './engine-pool'
import { figures, measurePage, type PageResult, ratios } from './measure'
import { LARGE, readOptions, type Options } from './options'
import { table } from './report'

/** Pages that every engine reads first without being measured, so that nobody is measured cold. */
const WARM_UP = 20

type Figures = Record<string, Record<string, number>>

async function run(options: Options, corpora: Corpora, folder: string): Promise<Record<string, Figures>> {
  const all: Record<string, Figures> = {}
  for (const corpus of options.corpora) {
    const pages = corpora.pages(corpus, options.limit)
    const warmUp = corpus === LARGE ? corpora.pages('readability', WARM_UP) : pages.slice(0, WARM_UP)
    const engines = options.engines.map((name) => startEngine(name, folder))
    const results: PageResult[][] = engines.map(() => [])
    try {
      for (const page of warmUp) for (const engine of engines) await engine.read(page, 1)
      for (const page of pages) {
        const answers = []
        for (const engine of engines) answers.push(await engine.read(page, options.readings))
        for (const [at, result] of measurePage(corpora, corpus, page, answers).entries()) {
          results[at]?.push(result)
          if (options.pages) print(JSON.stringify(line(corpus, options.engines[at] ?? '', result)))
        }
      }
    } finally {
      for (const engine of engines) engine.end()
    }
    const baseline = results[options.engines.indexOf('readability')] ?? []
    all[corpus] = Object.fromEntries(
      results.map((each, at) => [options.engines[at], { ...figures(corpora, each), ...ratios(each, baseline) }]),
    )
    print(`${table(corpus, all[corpus] ?? {})}\n`)
  }
  return all
}

function line(corpus: string, engine: string, { page, prediction, answer, score, wiki, structure, more }: PageResult) {
  const { title, byline, date, license, err } = prediction
  const { title: rightTitle, byline: rightByline, date: rightDate } = page.gold
  const gold = { title: rightTitle, byline: rightByline, date: rightDate }
  const found = {
    title,
    byline,
    date,
    license,
    err,
    cpuMs: answer.cpuMs,
    firstCpuMs: answer.firstCpuMs,
  }
  return {
    corpus,
    engine,
    id: page.id,
    found,
    gold,
    score,
    wiki,
    structure,
    ...more,
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

const [root = '', ...args] = process.argv.slice(2)
const folder = dirname(fileURLToPath(import.meta.url))
const options = readOptions(args)
const corpora = await loadCorpora(`${root}/../shared/corpora`, folder)
if (corpora === null) {
  print('SKIPPED: the corpora are not in ../shared/corpora, so nothing was measured.')
} else {
  const all = await run(options, corpora, folder)
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(all, null, 2)}\n`)
}
