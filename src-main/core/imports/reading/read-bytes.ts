import { decode } from './charset'
import { finish } from '../cleaning/finish'
import { epubReader } from '../formats/epub'
import type { FormatReader, ReaderInput } from '../formats/format'
import { htmlReader } from '../formats/html'
import { markdownReader } from '../formats/markdown'
import { mhtmlReader } from '../formats/mhtml'
import { plainTextReader } from '../formats/plain-text'
import { webarchiveReader } from '../formats/webarchive'
import { wikipediaTextReader } from '../formats/wikipedia-text'
import type { LoadImage } from '../images/images'
import { checkLength } from '../cleaning/pre-check'
import type { ReadArticle, Source } from './read-source'
import { refuseBinary } from './refuse-binary'

/** Formats that are known by their bytes, whatever the source is called; asked first, in this order. */
const PACKAGES: readonly FormatReader[] = [epubReader, mhtmlReader, webarchiveReader]

/** Formats that are text; asked in this order, and the last one takes whatever is left. */
const TEXTS: readonly FormatReader[] = [wikipediaTextReader, htmlReader, markdownReader, plainTextReader]

/** Three Bibles. A page's markup may be longer (pre-check.ts). */
const MAX_TEXT_CHARACTERS = 16_000_000

function pickTextReader(input: ReaderInput): FormatReader {
  switch (input.source.format) {
    case 'html':
      return htmlReader
    case 'markdown':
      return markdownReader
    case 'text':
      return wikipediaTextReader.matches(input) ? wikipediaTextReader : plainTextReader
    case 'auto':
      return TEXTS.find((reader) => reader.matches(input)) ?? plainTextReader
  }
}

/** What reading needs from the outside. */
export interface ReadBytesDeps {
  readonly loadImage: LoadImage
}

/**
 * Makes the function that turns a source's bytes into an article, in this thread. Deterministic: the same bytes, with the same
 * images within reach, give the same result.
 */
export function createReadBytes({ loadImage }: ReadBytesDeps): (source: Source) => Promise<ReadArticle> {
  /** @throws LecternError unsupported-format, too-large, nothing-to-read */
  return async (source) => {
    const input = inputOf(source)
    const packaged = source.format === 'auto' ? PACKAGES.find((reader) => reader.matches(input)) : undefined
    if (packaged) return finish(await packaged.read(input), source, loadImage)
    refuseBinary(source)
    const reader = pickTextReader(input)
    if (reader !== htmlReader) checkLength(input.text(), MAX_TEXT_CHARACTERS, source.name)
    return finish(await reader.read(input), source, loadImage)
  }
}

function inputOf(source: Source): ReaderInput {
  let text: string | null = null
  return { source, text: () => (text ??= decode(source.bytes, source.contentType)) }
}
