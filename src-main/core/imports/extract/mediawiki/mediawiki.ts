import type { RawArticle } from '../../formats/format'
import {
  type Document,
  append,
  createElement,
  createFragment,
  createText,
  elements,
  setChildren,
} from '../../html/html-tree'
import type { Metadata } from '../../metadata/metadata'
import { cleanPage } from '../clean-page'
import { keepFormulas } from '../formulas'
import { resolveLazyImages } from '../lazy-images'
import { isWikimedia } from './address'
import { readCoordinates } from './coordinates'
import { readFacts } from './facts'
import { loadPlaceholders, posters, readPictures, shapeFigures } from './figures'
import { dropEmptyInfoboxes, shapeInfoboxes } from './infobox'
import { shapeLinks } from './links'
import { readCategories, readPortals, readSeeAlso } from './lists'
import { linkBack, shapeNotes } from './notes'
import { readPageConfig } from './page-config'
import { findContent } from './recognise'
import { readReferences } from './references'
import { readRelated } from './related'
import { dropEmptySections, partBoxes, shapeFrames, shapeHeadings } from './shape'
import { readTerms } from './terms'
import { readTitle } from './title'
import { identify } from './wiki-page'

/** Reads a MediaWiki page by its structure, which says more than any guess: facts, references, captions, categories and terms. */
export function readMediaWiki(page: Document, metadata: Metadata): RawArticle {
  const content = findContent(page)
  const config = readPageConfig(page)
  const title = readTitle(page, config, metadata, content?.isBare === true)
  const { wiki, sourceUrl, baseUrl, historyUrl, addresses } = identify(page, config, metadata, title)
  const all = elements(page)
  const licence = readTerms(all, wiki.project) ?? metadata.licence
  const categories = readCategories(all)
  const portals = readPortals(elements(content?.root ?? page), baseUrl)
  const coordinates = readCoordinates(all, config)

  keepFormulas(page)
  const root = content?.root ?? createElement('div')
  posters(root)
  cleanPage(page)
  loadPlaceholders(root)
  resolveLazyImages(page)
  const related = readRelated(partBoxes(root), baseUrl)
  const pictures = readPictures(root, baseUrl)
  shapeInfoboxes(root)
  shapeFrames(root)
  shapeHeadings(root, title)
  shapeFigures(root)
  const notes = shapeNotes(root)
  shapeLinks(root)
  const facts = readFacts(root, baseUrl, wiki.language)
  const references = readReferences(notes, root)
  const seeAlso = readSeeAlso(root, baseUrl)
  linkBack(notes)
  dropEmptyInfoboxes(root)
  dropEmptySections(root)
  if (categories.length > 0)
    append(root, createElement('p', { class: 'categories' }, createText(`Categories: ${categories.join(' · ')}`)))
  if (licence) append(root, createElement('p', { class: 'licence' }, createText(licence.statement)))
  const tree = createFragment()
  setChildren(tree, root.childNodes)
  return {
    format: 'html',
    title,
    byline: null,
    siteName:
      isWikimedia(wiki.project) && wiki.project?.endsWith('wikipedia.org') === true ? 'Wikipedia' : metadata.siteName,
    sourceUrl,
    publishedAt: wiki.modifiedAt ?? metadata.publishedAt,
    declaredLanguage: wiki.language ?? metadata.declaredLanguage,
    excerpt: null,
    html: '',
    tree,
    baseUrl,
    facts,
    references,
    categories,
    licence,
    authorsUrl: historyUrl,
    details: { wiki, coordinates, related, seeAlso, portals, pictures },
    addresses,
    truncated: false,
    packaged: null,
  }
}
