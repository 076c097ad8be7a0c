import { decode } from './charset'
import { finish } from './finish'
import type { DecodedSource, FormatReader } from './formats/format'
import { htmlReader } from './formats/html'
import { markdownReader } from './formats/markdown'
import { plainTextReader } from './formats/plain-text'
import { wikipediaTextReader } from './formats/wikipedia-text'
import type { LoadImage } from './images'
import { checkLength } from './pre-check'
import type { ReadArticle, Source } from './read-source'
import { refuseBinary } from './refuse-binary'

/** Asked in this order; the last one takes whatever is left. */
const READERS: readonly FormatReader[] = [wikipediaTextReader, htmlReader, markdownReader, plainTextReader]

/** Three Bibles. A page's markup may be longer (pre-check.ts). */
const MAX_TEXT_CHARACTERS = 16_000_000

function pickReader(decoded: DecodedSource): FormatReader {
  switch (decoded.source.format) {
    case 'html':
      return htmlReader
    case 'markdown':
      return markdownReader
    case 'text':
      return wikipediaTextReader.matches(decoded) ? wikipediaTextReader : plainTextReader
    case 'auto':
      return READERS.find((reader) => reader.matches(decoded)) ?? plainTextReader
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
    refuseBinary(source)
    const decoded: DecodedSource = { source, text: decode(source.bytes, source.contentType) }
    const reader = pickReader(decoded)
    if (reader !== htmlReader) checkLength(decoded.text, MAX_TEXT_CHARACTERS, source.name)
    return finish(reader.read(decoded), source, loadImage)
  }
}
