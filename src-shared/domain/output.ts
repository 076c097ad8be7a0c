import { z } from 'zod'
import { BUNDLED_STYLES, type BundledStyle } from './citation-style'

/** What can be made of articles, beside the files of highlights and notes that a folder is kept in sync with. */
export const OutputKind = z.enum([
  /** The whole text as Markdown, highlights as `==words==`, notes as footnotes. Of a topic: its dossier. */
  'markdown',
  /** The whole text as one HTML file with highlights, notes and pictures. Of a topic: its dossier. */
  'html',
  /** Highlights and notes as an annotation collection (W3C Web Annotation Data Model, JSON-LD). */
  'json-ld',
  /** Highlights and notes as a table with the columns of Readwise's export. */
  'csv',
  /** The articles as sources to cite. */
  'bibtex',
  'csl-json',
  'ris',
  /** The articles as a bibliography, written out in a citation style. */
  'bibliography',
])
export type OutputKind = z.infer<typeof OutputKind>

/** Identifies a citation style that a person added. A lower-case UUID. */
export const OwnStyleId = z.uuid().brand<'OwnStyleId'>()
export type OwnStyleId = z.infer<typeof OwnStyleId>

/** How sources are cited in words: a style that comes with Lectern, or one that was added. */
export const CitationStyle = z.union([
  z.custom<BundledStyle>((value) => typeof value === 'string' && Object.hasOwn(BUNDLED_STYLES, value)),
  OwnStyleId,
])
export type CitationStyle = z.infer<typeof CitationStyle>

/** How a dossier orders highlights and notes: under their articles, or under their tags. */
export const DossierOrder = z.enum(['article', 'tag'])
export type DossierOrder = z.infer<typeof DossierOrder>
