import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Page } from './engine'
import { largePages } from './large-pages'
import { LARGE } from './options'

const Gold = z.looseObject({
  text: z.string().optional(),
  title: z.string().optional(),
  byline: z.string().optional(),
  date: z.string().optional(),
  site: z.string().optional(),
  lang: z.string().optional(),
  license: z.string().optional(),
})
/** What is known to be right about a page; the scorer knows more of its fields. */
export type Gold = z.infer<typeof Gold>

export interface GoldPage extends Page {
  readonly gold: Gold
}

/** What the shared scorers take. */
export interface Prediction {
  readonly id: string
  readonly title: string
  readonly byline: string
  readonly date: string
  readonly license: string
  readonly text: string
  readonly html: string
  readonly err?: string
}

const Numbers = z.record(z.string(), z.unknown())
type Numbers = z.infer<typeof Numbers>

const call = <F>() => z.custom<F>((value) => typeof value === 'function')
const Score = z.object({
  manifest: call<(corpus: string) => (Page & { gold: unknown })[]>(),
  scorePage: call<(gold: Gold, prediction: Prediction) => Numbers>(),
  aggregate: call<(rows: readonly { id: string; p: Prediction; s: Numbers }[]) => Record<string, number>>(),
})
const WikiScore = z.object({
  inventory: call<(html: string) => unknown>(),
  score: call<(inventory: unknown, prediction: Prediction) => Record<string, number | null>>(),
})

/** The shared corpora with their scorers. */
export interface Corpora {
  readonly score: z.infer<typeof Score>
  readonly wikiScore: z.infer<typeof WikiScore>
  pages(corpus: string, limit: number): GoldPage[]
}

/**
 * Loads the scorers that lie beside the corpora: everybody is measured with the same ones. The one for Wikipedia asks for cheerio,
 * which is found only from a folder below our own `node_modules`, so a copy of it is run there for the moment.
 * @param folder `../shared/corpora`
 * @param scratch an existing folder below our `node_modules`
 * @returns null where the corpora are not
 */
export async function loadCorpora(folder: string, scratch: string): Promise<Corpora | null> {
  const scorers = join(folder, 'extraction')
  if (!existsSync(join(scorers, 'score.mjs'))) return null
  const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(file).href)
  const score = Score.parse(await load(join(scorers, 'score.mjs')))
  const copies = mkdtempSync(join(scratch, 'scorers-'))
  try {
    const copy = join(copies, 'wiki-score.mjs')
    writeFileSync(copy, readFileSync(join(scorers, 'wiki-score.mjs')))
    const wikiScore = WikiScore.parse(await load(copy))
    const known = (corpus: string) =>
      score.manifest(corpus).map(({ id, file, url, gold }) => ({
        id,
        file,
        url,
        gold: Gold.parse(gold),
      }))
    const large = () => {
      const texts = known('readability').flatMap(({ gold }) => gold.text ?? [])
      return largePages(scratch, texts).map((page): GoldPage => ({
        ...page,
        gold: {},
      }))
    }
    const pages = (corpus: string, limit: number) => (corpus === LARGE ? large() : known(corpus)).slice(0, limit)
    return { score, wikiScore, pages }
  } finally {
    rmSync(copies, { recursive: true })
  }
}
