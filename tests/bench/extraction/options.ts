import { parseArgs } from 'node:util'
import { z } from 'zod'

export const CORPORA = ['readability', 'traf-dev', 'defuddle', 'wiki-dev'] as const
/** Two pages of 2.5 MB, made for the occasion: for their cost only, so not among all. */
export const LARGE = 'large'
const PEERS = ['readability', 'defuddle'] as const

const Options = z.object({
  corpus: z.enum([...CORPORA, LARGE, 'all']).default('all'),
  limit: z.coerce.number().int().positive().default(100_000),
  readings: z.coerce.number().int().positive().default(5),
  pages: z.boolean().default(false),
  peers: z.enum([...PEERS, 'all', 'none']).default('all'),
  json: z.string().optional(),
})

export interface Options {
  readonly corpora: readonly ((typeof CORPORA)[number] | typeof LARGE)[]
  /** Pages of each corpus, from its beginning. */
  readonly limit: number
  /** How often every engine reads a page. */
  readonly readings: number
  /** A line of JSON for every page and engine. */
  readonly pages: boolean
  /** Names of engines, ours first. */
  readonly engines: readonly string[]
  /** File for the figures. */
  readonly json: string | null
}

/** @throws Error for what cannot be understood */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      limit: { type: 'string' },
      readings: { type: 'string' },
      pages: { type: 'boolean' },
      peers: { type: 'string' },
      json: { type: 'string' },
    },
  })
  const { corpus, limit, readings, pages, peers, json } = Options.parse(values)
  return {
    corpora: corpus === 'all' ? CORPORA : [corpus],
    limit,
    readings,
    pages,
    engines: ['lectern', ...(peers === 'all' ? PEERS : peers === 'none' ? [] : [peers])],
    json: json ?? null,
  }
}
