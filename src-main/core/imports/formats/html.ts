import { restoreBackgrounds } from '../background-images'
import { dropUnreadable } from '../drop-unreadable'
import { extractArticle } from '../extract/extract'
import { readMediaWiki } from '../extract/mediawiki/mediawiki'
import { isMediaWiki } from '../extract/mediawiki/recognise'
import { type Document, elements, parseDocument, plainText, serialize } from '../html-tree'
import { readMetadata, type Metadata } from '../metadata/metadata'
import { preCheck } from '../pre-check'
import { hasGate, isTruncated } from '../truncated'
import { wholePage } from '../whole-page'
import type { FormatReader, RawArticle } from './format'
import { restoreInlinedImages } from './saved-page/inlined-images'
import { withShadows } from './saved-page/shadows'
import { withoutEmptyTags } from './xml/empty-tags'

const WHOLE_PAGE = /<(?:!doctype\s+html|html|head|body)[\s>]/iu
const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table|blockquote|figure|pre|span|a|meta|b|i|em|strong|img|br)[\s/>]/iu

/** Reads HTML: whole pages are searched for their article, pasted pieces are taken as they are. */
export const htmlReader = {
  matches({ source, text }) {
    if (/\.(?:html?|xhtml|xht|shtml|php|aspx?)$/iu.test(source.name)) return true
    if (/^(?:text\/html|application\/xhtml)/iu.test(source.contentType ?? '')) return true
    const head = text().slice(0, 4096)
    if (/\.(?:md|markdown|mdown|txt|text)$/iu.test(source.name))
      return /^\s*<(?:!doctype\s+html|html)[\s>]/iu.test(head)
    return MARKUP.test(head) || (WHOLE_PAGE.test(head) && head.trimStart().startsWith('<'))
  },
  read(input) {
    const { source } = input
    const text = input.text()
    const page = parseDocument(preCheck(withoutEmptyTags(withShadows(text)), source.name), { scriptingEnabled: false })
    restoreInlinedImages(page)
    restoreBackgrounds(page, source.sheets ?? [])
    const metadata = readMetadata(page, source.url)
    if (source.whole) return { ...common(metadata), html: '', tree: wholePage(page), truncated: false }
    if (isMediaWiki(page)) return readMediaWiki(page, metadata)
    const isPiece = source.via === 'paste' && !WHOLE_PAGE.test(text)
    return isPiece ? readPiece(page, metadata) : readPage(page, metadata)
  },
} satisfies FormatReader

function readPage(page: Document, metadata: Metadata): RawArticle {
  const restricted = metadata.restricted || hasGate(page)
  const tree = extractArticle(page, metadata.title)
  return { ...common(metadata), html: '', tree, truncated: isTruncated(tree, restricted) }
}

/** What a person selected and pasted is the article; nothing is searched for in it. */
function readPiece(page: Document, metadata: Metadata): RawArticle {
  const body = elements(page, 'body')[0]
  if (body) dropUnreadable(body)
  const heading = body ? elements(body, 'h1')[0] : undefined
  return {
    ...common(metadata),
    title: heading ? plainText(heading) : null,
    siteName: null,
    html: body ? serialize(body) : '',
    truncated: false,
  }
}

function common(metadata: Metadata): Omit<RawArticle, 'html' | 'truncated'> {
  const { title, byline, siteName, sourceUrl, publishedAt, declaredLanguage, excerpt, leadImage, baseUrl, licence } =
    metadata
  return {
    format: 'html',
    title,
    byline,
    siteName,
    sourceUrl,
    publishedAt,
    declaredLanguage,
    excerpt,
    leadImage,
    baseUrl,
    licence,
    facts: [],
    references: [],
    categories: [],
    packaged: null,
  }
}
