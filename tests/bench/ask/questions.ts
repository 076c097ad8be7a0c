import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Paragraph } from '../../../src-main/cli/paragraph-library'

/** A question of a set, with where its answer stands. Offsets are UTF-16 in the paragraph. */
export const AskedQuestion = z.object({
  id: z.string(),
  question: z.string(),
  article_id: z.string().nullable(),
  gold: z.object({
    context_id: z.string(),
    impossible: z.boolean(),
    spans: z.array(z.object({ start: z.int(), end: z.int(), text: z.string(), sentence: z.boolean().optional() })),
  }),
})
export type AskedQuestion = z.infer<typeof AskedQuestion>

/** The sets of the shared corpora, each with another one whose questions are foreign to it. */
export const SETS = [
  { name: 'xquad-en', foreign: 'selqa' },
  { name: 'selqa', foreign: 'xquad-en' },
  { name: 'xquad-de', foreign: null },
  { name: 'xquad-zh', foreign: null },
] as const

/** The corpora's folder below the checkout's neighbour; null when there is none. */
export function askCorpora(root: string): string | null {
  const folder = join(root, '../shared/corpora/ask')
  return existsSync(folder) ? folder : null
}

/** The questions of a set. */
export function readQuestions(folder: string, set: string): AskedQuestion[] {
  return linesOf(join(folder, `${set}.questions.jsonl`)).map((line) => AskedQuestion.parse(line))
}

/** The paragraphs of a set. */
export function readParagraphs(folder: string, set: string): Paragraph[] {
  return linesOf(join(folder, `${set}.library.jsonl`)).map((line) => Paragraph.parse(line))
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
}
