import type { FormatReader } from '../record'
import { clipper } from './clipper'
import { kindle } from './kindle'
import { bookmarks, pocketPage } from './links'
import { omnivore } from './omnivore'
import { pocketHighlights, pocketTable } from './pocket'
import { readest } from './readest'
import { readwise } from './readwise'
import { hypothesisTable, instapaper, matter, raindrop, readwiseReader } from './tables'
import { wallabag } from './wallabag'
import { hypothesis, w3c } from './web-annotations'
import { zotero } from './zotero'
import { zoteroRdf } from './zotero-rdf'

/** Every format that can be brought in; the first that recognises a file reads it, so those with the plainest marks stand first. */
export const FORMATS: readonly FormatReader[] = [
  ...[readwise, readwiseReader, hypothesisTable, instapaper, matter, raindrop, pocketTable],
  ...[zoteroRdf, pocketPage, bookmarks],
  ...[readest, omnivore, wallabag, hypothesis, w3c, clipper, pocketHighlights, zotero],
  kindle,
]
