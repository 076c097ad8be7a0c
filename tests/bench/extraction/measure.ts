import { readFileSync } from 'node:fs'
import { decode } from '../../../src-main/core/imports/reading/charset'
import { blockText } from './block-text'
import type { Corpora, GoldPage, Prediction } from './corpora'
import type { Answer } from './engine'
import { quantile } from './quantile'
import { KINDS, inventoryOf, keptOf, type Structure } from './structure'

/** What one engine got on one page. */
export interface PageResult {
  readonly page: GoldPage
  readonly prediction: Prediction
  readonly answer: Answer
  /** As the shared scorer gives it. */
  readonly score: Record<string, unknown>
  readonly wiki: Record<string, number | null> | null
  readonly structure: Structure | null
  readonly more: Record<string, number>
}

/** Scores what every engine answered for a page; engines are told apart by their order. */
export function measurePage(
  corpora: Corpora,
  corpus: string,
  page: GoldPage,
  answers: readonly Answer[],
): PageResult[] {
  const source = decode(new Uint8Array(readFileSync(page.file)), null)
  const inventory =
    page.gold.text === undefined || corpus === 'wiki-dev' ? null : inventoryOf(source, page.url, page.gold.text)
  const wiki = corpus === 'wiki-dev' ? corpora.wikiScore.inventory(source) : null
  return answers.map((answer) => {
    const prediction = predictionOf(answer)
    return {
      page,
      prediction,
      answer,
      score: corpora.score.scorePage(page.gold, prediction),
      wiki: wiki === null ? null : corpora.wikiScore.score(wiki, prediction),
      structure: inventory && keptOf(inventory, prediction.html, page.url),
      more: more(page, answer),
    }
  })
}

function predictionOf({ id, found, error }: Answer): Prediction {
  const html = found?.html ?? ''
  return {
    id,
    title: found?.title ?? '',
    byline: found?.byline ?? '',
    date: found?.date ?? '',
    license: found?.licence ?? '',
    text: blockText(html),
    html,
    ...(error === null ? {} : { err: error }),
  }
}

/** What the shared scorer leaves out: language, site and licence, where the corpus knows them. */
function more({ gold }: GoldPage, { found }: Answer): Record<string, number> {
  const key = (text: string | null | undefined) => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const family = (tag: string | null | undefined) => (tag ?? '').toLowerCase().split(/[-_]/u)[0] ?? ''
  return {
    ...(gold.lang ? { language: Number(family(gold.lang) === family(found?.language)) } : {}),
    ...(gold.site ? { site: Number(key(gold.site) === key(found?.siteName)) } : {}),
    ...(gold.license
      ? {
          licence: Number(key(found?.licence).startsWith(key(/^CC[ -][A-Z-]+/u.exec(gold.license)?.[0]))),
        }
      : {}),
  }
}

/** The figures of one engine over a corpus. */
export function figures(corpora: Corpora, results: readonly PageResult[]): Record<string, number> {
  const rows = results.map(({ page, prediction, score }) => ({
    id: page.id,
    p: prediction,
    s: score,
  }))
  const all: Record<string, number> = { ...corpora.score.aggregate(rows) }
  for (const name of ['language', 'site', 'licence']) {
    const values = results.flatMap(({ more: extra }) => extra[name] ?? [])
    if (values.length > 0) all[name] = mean(values)
  }
  for (const kind of KINDS) {
    const kept = results.flatMap(({ structure }) => structure?.[kind] ?? [])
    const of = kept.reduce((sum, one) => sum + one.of, 0)
    if (of === 0) continue
    all[`kept ${kind}`] = kept.reduce((sum, one) => sum + one.kept, 0) / of
    all[`of ${kind}`] = of
  }
  for (const name of new Set(results.flatMap(({ wiki }) => Object.keys(wiki ?? {})))) {
    const values = results.flatMap(({ wiki }) => wiki?.[name] ?? [])
    const total = /Leak$/u.test(name) && name !== 'navboxLeak'
    if (values.length > 0) all[`wiki ${name}`] = total ? values.reduce((a, b) => a + b, 0) : mean(values)
  }
  const cpu = results.map(({ answer }) => answer.cpuMs).filter((ms) => !Number.isNaN(ms))
  all['cpu median'] = quantile(cpu, 0.5)
  all['cpu p95'] = quantile(cpu, 0.95)
  all['cpu longest'] = Math.max(...cpu)
  all['peak MiB'] = Math.max(...results.map(({ answer }) => answer.peakMib))
  return all
}

/** Processor time against another engine's, on the pages that neither crashed on. */
export function ratios(results: readonly PageResult[], against: readonly PageResult[]): Record<string, number> {
  const base = new Map(against.map(({ page, answer }) => [page.id, answer]))
  const both = results.flatMap(({ page, answer }) => {
    const other = base.get(page.id)
    return other && answer.found !== null && other.found !== null ? [[answer, other] as const] : []
  })
  if (both.length === 0) return {}
  const quotients = (time: 'cpuMs' | 'firstCpuMs') => both.map(([own, other]) => own[time] / other[time])
  const each = quotients('cpuMs')
  const first = quotients('firstCpuMs')
  const sum = (which: 0 | 1) => both.reduce((total, pair) => total + pair[which].cpuMs, 0)
  return {
    'ratio median': quantile(each, 0.5),
    'ratio p95': quantile(each, 0.95),
    'ratio of sums': sum(0) / sum(1),
    'first ratio median': quantile(first, 0.5),
    'first ratio p95': quantile(first, 0.95),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}
