import { z } from 'zod'
import { ArticleId, TopicId } from '../domain/ids'
import { MAX_IDS, MOST_TOGETHER } from '../domain/limits'
import { CitationStyle, DossierOrder, OutputKind, OwnStyleId } from '../domain/output'
import { method } from './define'

/** What an output is made of. */
export const OutputScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('articles'), ids: z.array(ArticleId).min(1).max(MAX_IDS) }),
  /** A topic with the topics nested in it. As Markdown and HTML it becomes one document, its dossier. */
  z.object({ kind: z.literal('topic'), id: TopicId }),
  /** Every article: for the annotation kinds those that carry some, for the others all. */
  z.object({ kind: z.literal('library') }),
])
export type OutputScope = z.infer<typeof OutputScope>

export const OutputRequest = z.object({
  kind: OutputKind,
  scope: OutputScope,
  /** Of a bibliography and of a dossier's sources. */
  style: CitationStyle.default('apa'),
  /** Of a dossier. */
  by: DossierOrder.default('article'),
  /** Several articles as one document, where there would be one for each: as Markdown and HTML, and so many at most. */
  together: z.boolean().optional(),
})
export type OutputRequest = z.infer<typeof OutputRequest>

/** A citation style to choose. */
export const CitationStyleEntry = z.object({
  id: CitationStyle,
  title: z.string(),
  /** The id again of one that a person added, and can remove; null of one that comes with Lectern. */
  own: OwnStyleId.nullable(),
})
export type CitationStyleEntry = z.infer<typeof CitationStyleEntry>

/** A passage for the clipboard. */
export const CitedQuote = z.object({
  /** The quote, its citation in brackets or as a note, and the source in full: plain text. */
  text: z.string(),
  /** The same with its italics. */
  html: z.string(),
})

/** What became of one annotation that was read in. */
export const ReadAnnotation = z.object({
  outcome: z.enum([
    'added',
    /** The same words of the same article carry a highlight already. */
    'known',
    /** No article of the library is what it is about. */
    'no-article',
    /** Its words do not stand in the article. */
    'not-found',
    /** It is no annotation of a text. */
    'unreadable',
  ]),
  /** Its words, or what it calls itself. */
  words: z.string(),
})
export type ReadAnnotation = z.infer<typeof ReadAnnotation>

export const outputs = {
  /** The output's beginning, without pictures, and how much there is of it. @throws not-found */
  preview: method(
    OutputRequest,
    z.object({
      name: z.string(),
      /** Files in all. */
      files: z.int().nonnegative(),
      articles: z.int().nonnegative(),
      /** Of the first file: text, cut after some thousand characters; null where there is nothing to make. */
      text: z.string().nullable(),
    }),
  ),
  /** The output as one download: the file itself, or a zip of several. The same state gives the same bytes. @throws not-found, too-large */
  make: method(
    OutputRequest,
    z.object({ name: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array<ArrayBuffer>) }),
  ),
  /** One article, several, or a dossier as an HTML document, for printing. @throws not-found */
  page: method(
    z.object({
      scope: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('article'), id: ArticleId }),
        z.object({ kind: z.literal('articles'), ids: z.array(ArticleId).min(1).max(MOST_TOGETHER) }),
        z.object({ kind: z.literal('topic'), id: TopicId, by: DossierOrder, style: CitationStyle }),
      ]),
    }),
    z.object({ title: z.string(), html: z.string() }),
  ),
  /** An article as a source, written out. @throws not-found */
  cite: method(
    z.object({ articleId: ArticleId, style: CitationStyle }),
    z.object({
      /** Plain text. */
      text: z.string(),
      html: z.string(),
      /** As it stands behind a quote, with its brackets; the note in a style that cites in notes. */
      inText: z.string(),
    }),
  ),
  /** A quote with its citation. @throws not-found */
  quote: method(
    z.object({ articleId: ArticleId, quote: z.string().min(1).max(100_000), style: CitationStyle }),
    CitedQuote,
  ),
  /** The citation styles that there are: those that come with Lectern, then those that were added, by their titles. */
  styles: method(z.void(), z.array(CitationStyleEntry)),
  /**
   * Adds a citation style: a `.csl` file (Citation Style Language 1.0). One that calls itself alike is replaced.
   * @throws unsupported-format when it is none that can be used, or only names another; too-large
   */
  addStyle: method(z.object({ name: z.string().max(500), csl: z.string() }), CitationStyleEntry),
  /** Takes an added style away and answers its file, which `addStyle` brings back. Where it was the one that is set, APA is. @throws not-found */
  removeStyle: method(z.object({ id: OwnStyleId }), z.object({ csl: z.string() })),
  /**
   * Reads annotations in from W3C Web Annotation JSON-LD: an annotation, a list, a page or a collection. Articles are found by what
   * the annotation says of its source, words by their quote and position. Reading the same again adds nothing.
   * @throws unsupported-format when it is no such file
   */
  readAnnotations: method(
    z.object({
      text: z.string().max(64 * 1024 * 1024),
      /** Says what would be added, and adds nothing. */
      dryRun: z.boolean().default(false),
    }),
    z.object({ annotations: z.array(ReadAnnotation) }),
  ),
}
