import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReadBytes } from '../../../src-main/core/imports/reading/read-bytes'
import { sentencesOf } from './edits'

/** An article's text as an import stores it. */
export interface Article {
  readonly name: string
  readonly text: string
}

/** Shorter ones have too little to edit. */
const SHORTEST = 2000

/** The texts of real pages beside this repository, or of the few within it where there are none. */
export async function readArticles(root: string, log: (line: string) => void): Promise<Article[]> {
  const corpora = join(root, '../shared/corpora')
  if (!existsSync(corpora)) {
    log('../shared/corpora is not here: only the few pages of tests/fixtures are edited.')
    const folder = join(root, 'tests/fixtures')
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name))
      .toSorted()
    return readAll(files, 800, log)
  }
  const wikipedia = join(corpora, 'wikipedia')
  const readability = join(corpora, 'readability')
  return readAll(
    [
      ...readdirSync(wikipedia)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(wikipedia, name)),
      ...readdirSync(readability)
        .map((name) => join(readability, name, 'source.html'))
        .filter((file) => existsSync(file)),
    ].toSorted(),
    SHORTEST,
    log,
  )
}

async function readAll(files: readonly string[], shortest: number, log: (line: string) => void): Promise<Article[]> {
  const read = createReadBytes({ loadImage: () => Promise.resolve(null) })
  const articles: Article[] = []
  for (const file of files) {
    try {
      const { text } = await read({
        bytes: new Uint8Array(readFileSync(file)),
        name: file,
        format: 'auto',
        via: 'file',
        url: null,
        contentType: null,
        folder: null,
      })
      if (text.length >= shortest && !isFiller(text)) articles.push({ name: file, text })
    } catch (error) {
      // A page that cannot be read has no text to edit.
      log(`${file} is left out: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return articles
}

/** Whether many sentences stand more than once, as in texts that only fill a page: nobody could say which one is which. */
function isFiller(text: string): boolean {
  const sentences = sentencesOf(text)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 20)
  return new Set(sentences).size < sentences.length * 0.9
}
