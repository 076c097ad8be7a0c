import type { ReadArticle } from '../../src-main/core/imports/reading/read-source'
import { readPage } from './read-page'

const FILLER =
  'Der Text dieser Seite ist lang genug, damit er als Text gelesen wird und nicht als etwas anderes. And it goes on for a while.'

/** Reads a page of some Wikipedia whose content is this. */
export function readWiki(content: string, language = 'en'): Promise<ReadArticle> {
  return readPage(
    `<!doctype html><html lang="${language}"><head><title>Page - Wikipedia</title><meta name="generator" content="MediaWiki 1.45">
     <script>RLCONF={"wgPageName":"Page","wgPageContentLanguage":"${language}","wgNamespaceNumber":0};</script>
     <link rel="canonical" href="https://${language}.wikipedia.org/wiki/Page"></head><body><h1 id="firstHeading">Page</h1>
     <div id="mw-content-text"><div class="mw-parser-output">${content}<p>${FILLER}</p></div></div></body></html>`,
  )
}
