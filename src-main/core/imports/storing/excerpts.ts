import { createHash } from 'node:crypto'
import type { AssetId } from '@shared/domain/ids'
import type { Provenance } from '@shared/domain/snapshot'
import { indexedPassages } from '../../text/indexed-passages'
import { countWords } from '../cleaning/count-words'
import { directionOf, languageOf } from '../reading/language'
import type { ReadArticle } from '../reading/read-source'
import { TEXT_VERSION } from '../cleaning/snapshot-text'

/** What another reader kept of an article whose text is not here. */
export interface Excerpts {
  readonly title: string
  readonly url: string | null
  readonly byline: string | null
  readonly publishedAt: string | null
  /** A description; empty when there is none. */
  readonly excerpt: string
  /** HTML of paragraphs and quotations that needs no sanitising: nothing but escaped text and a link to the web. */
  readonly html: string
  /** `textContent` of `html`. */
  readonly text: string
}

/** Where excerpts are from. */
export interface ExcerptsOrigin {
  readonly fileName: string
  readonly original: AssetId
  readonly originalBytes: number
  readonly importedAt: number
}

/** Excerpts as an article: marked as cut short, since they are, so that whatever the web gives later is more. */
export function excerptsArticle({ html, text, url, ...facts }: Excerpts): ReadArticle {
  return {
    ...facts,
    ...{
      html,
      text,
      sourceUrl: url,
      format: 'excerpts',
      siteName: null,
      leadImage: null,
      licence: null,
      details: null,
    },
    language: languageOf(text, null),
    direction: directionOf(text),
    wordCount: countWords(text),
    textVersion: TEXT_VERSION,
    textHash: createHash('sha256').update(text, 'utf8').digest('hex'),
    ...{ outline: [], facts: [], references: [], categories: [], assets: [], images: {}, missingImages: 0 },
    addresses: url === null ? [] : [url],
    truncated: true,
    passages: indexedPassages(html, text, []),
  }
}

export function excerptsProvenance(url: string | null, origin: ExcerptsOrigin): Provenance {
  return { ...origin, via: 'file', sourceUrl: url, format: 'excerpts', images: {} }
}
