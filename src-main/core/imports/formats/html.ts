import { dropUnreadable } from '../drop-unreadable'
import { extractArticle } from '../extract/extract'
import { isMediaWiki, readMediaWiki } from '../extract/mediawiki/mediawiki'
import { type Document, elements, parseDocument, plainText, serialize } from '../html-tree'
import { readMetadata, type Metadata } from '../metadata/metadata'
import { preCheck } from '../pre-check'
import { isTruncated } from '../truncated'
import type { FormatReader, RawArticle } from './format'

const WHOLE_PAGE = /<(?:!doctype\s+html|html|head|body)[\s>]/iu
const MARKUP =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table|blockquote|figure|pre|span|a|meta|b|i|em|strong|img|br)[\s/>]/iu

/** Reads HTML: whole pages are searched for their article, pasted pieces are taken as they are. */
export const htmlReader: FormatReader = {
  matches({ source, text }) {
    const head = text.slice(0, 4096)
    if (/\.(?:html?|xhtml|xht|shtml|php|aspx?)$/iu.test(source.name)) return true
    if (/^(?:text\/html|application\/xhtml)/iu.test(source.contentType ?? '')) return true
    if (/\.(?:md|markdown|mdown|txt|text)$/iu.test(source.name))
      return /^\s*<(?:!doctype\s+html|html)[\s>]/iu.test(head)
    return MARKUP.test(head) || (WHOLE_PAGE.test(head) && head.trimStart().startsWith('<'))
  },
  read(decoded) {
    const { source } = decoded
    const page = parseDocument(preCheck(withoutEmptyTags(decoded.text), source.name), { scriptingEnabled: false })
    const metadata = readMetadata(page, source.url)
    if (isMediaWiki(page)) return readMediaWiki(page, metadata)
    const isPiece = source.via === 'paste' && !WHOLE_PAGE.test(decoded.text)
    return isPiece ? readPiece(page, metadata) : readPage(page, metadata)
  },
}

function readPage(page: Document, metadata: Metadata): RawArticle {
  const html = serialize(extractArticle(page, metadata.title))
  return { ...common(metadata), html, truncated: isTruncated(html, metadata.restricted) }
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
  const { title, byline, siteName, sourceUrl, publishedAt, declaredLanguage, excerpt, baseUrl, licence } = metadata
  return {
    format: 'html',
    title,
    byline,
    siteName,
    sourceUrl,
    publishedAt,
    declaredLanguage,
    excerpt,
    baseUrl,
    licence,
    facts: [],
    references: [],
    categories: [],
  }
}

/** XHTML may close `<title/>` at once; read as HTML it would swallow the page. */
function withoutEmptyTags(text: string): string {
  if (!/^\s*<\?xml|xmlns="http:\/\/www\.w3\.org\/1999\/xhtml"/iu.test(text.slice(0, 2048))) return text
  return text.replace(/<(title|script|style|iframe|textarea|a|div|span|p|i|em|b)((?:\s[^<>]*)?)\/>/giu, '<$1$2></$1>')
}
