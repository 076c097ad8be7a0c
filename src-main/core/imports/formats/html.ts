import { LecternError } from '@shared/contract/errors'
import { appendPart } from '../folders/append-part'
import { restoreBackgrounds } from '../images/background-images'
import { decode } from '../reading/charset'
import { dropUnreadable } from '../cleaning/drop-unreadable'
import { extractArticle } from '../extract/extract'
import { readMediaWiki } from '../extract/mediawiki/mediawiki'
import { isMediaWiki } from '../extract/mediawiki/recognise'
import {
  type Document,
  type Fragment,
  append,
  createElement,
  elements,
  parseDocument,
  plainText,
  serialize,
} from '../html/html-tree'
import { readMetadata, type Metadata } from '../metadata/metadata'
import { asksForConsent } from '../fetching/consent-page'
import { preCheck } from '../cleaning/pre-check'
import type { Source } from '../reading/read-source'
import { gateOf, isTruncated } from '../reading/truncated'
import { sourceDetails } from '../reading/source-details'
import { wholePage } from '../reading/whole-page'
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
    const page = parsePage(text, source)
    restoreInlinedImages(page)
    restoreBackgrounds(page, source.sheets ?? [])
    const metadata = readMetadata(page, source.url)
    if (source.whole) return { ...common(metadata), html: '', tree: allPages(page, source), truncated: false }
    if (isMediaWiki(page)) return readMediaWiki(page, metadata)
    const isPiece = source.via === 'paste' && !WHOLE_PAGE.test(text)
    return isPiece ? readPiece(page, metadata) : readPage(page, metadata, source)
  },
} satisfies FormatReader

function parsePage(text: string, { name }: Source): Document {
  return parseDocument(preCheck(withoutEmptyTags(withShadows(text)), name), { scriptingEnabled: false })
}

function readPage(page: Document, metadata: Metadata, source: Source): RawArticle {
  const gate = gateOf(page)
  const tree = extractArticle(page, metadata.title, metadata)
  for (const [at, next] of furtherPages(source).entries()) {
    appendPart(tree, extractArticle(next, metadata.title), at + 2)
  }
  if (metadata.publishedAt === null && asksForConsent(tree, metadata.title)) throw consentFirst(source)
  return { ...common(metadata), html: '', tree, truncated: isTruncated(tree, metadata.restricted, gate) }
}

/** The whole pages of a text that was saved as several, one after the other with a line between them. */
function allPages(page: Document, source: Source): Fragment {
  const tree = wholePage(page)
  for (const [at, next] of furtherPages(source).entries()) {
    append(tree, createElement('hr'))
    appendPart(tree, wholePage(next), at + 2)
  }
  return tree
}

function furtherPages(source: Source): Document[] {
  return (source.next ?? []).map((bytes) => {
    const next = parsePage(decode(bytes, null), source)
    restoreInlinedImages(next)
    restoreBackgrounds(next, [])
    return next
  })
}

/** @returns what to say when a site has shown its question in the place of its page */
function consentFirst({ name, url }: Source): LecternError {
  return new LecternError(
    'nothing-to-read',
    `${url ?? (name || 'This page')} asks about cookies and consent, and does not have its article yet. Nothing was added. Open the page in a browser, answer, save it from there, and add the file.`,
  )
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
  const details = sourceDetails(null, metadata.savedAt)
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
    ...(details === null ? {} : { details }),
  }
}
