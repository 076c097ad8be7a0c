import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AssetId, type ArticleId } from '@shared/domain/ids'
import type { OutlineEntry } from '@shared/domain/snapshot'
import type { Database } from '../core/database/database'
import { escapeHtml } from '../core/imports/formats/escape-html'
import { createImportStore } from '../core/imports/storing/import-store'
import { createSearchIndex } from '../core/search/search-index'
import { indexedPassages } from '../core/text/indexed-passages'

/** One paragraph of an article, as question-answering sets give them. */
export const Paragraph = z.object({
  context_id: z.string(),
  article_id: z.string(),
  title: z.string(),
  section: z.string().nullish(),
  text: z.string(),
  lang: z.string().nullish(),
})
export type Paragraph = z.infer<typeof Paragraph>

/** Where a paragraph stands in its article's text, in UTF-16 offsets. */
export interface Placed {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Articles made of paragraphs, and how to get from one to the other. */
export interface ParagraphLibrary {
  /** The article that a set's `article_id` became. */
  readonly articles: ReadonlyMap<string, ArticleId>
  /** The paragraphs of an article, in their order. */
  readonly paragraphs: ReadonlyMap<ArticleId, readonly Placed[]>
}

/** Puts paragraphs into an empty library, those of one article together, through the store and the index that imports use. */
export function addParagraphs(db: Database, lines: readonly Paragraph[]): ParagraphLibrary {
  const noHighlights = { moveTo: () => ({ moved: 0, changed: 0, orphaned: 0, placeOf: (offset: number) => offset }) }
  const store = createImportStore(db, createSearchIndex(db), noHighlights)
  const groups = new Map<string, Paragraph[]>()
  for (const line of lines) groups.set(line.article_id, [...(groups.get(line.article_id) ?? []), line])
  const articles = new Map<string, ArticleId>()
  const paragraphs = new Map<ArticleId, readonly Placed[]>()
  for (const [key, group] of groups) {
    const { html, text, outline, placed } = compose(group)
    const hash = createHash('sha256').update(`${key}\n${text}`).digest('hex')
    const { articleId } = store.add(
      {
        format: 'text',
        title: group[0]?.title ?? key,
        byline: null,
        siteName: null,
        sourceUrl: null,
        publishedAt: null,
        language: group[0]?.lang ?? null,
        direction: 'ltr',
        excerpt: '',
        wordCount: 0,
        html,
        text,
        textVersion: 1,
        textHash: hash,
        outline,
        facts: [],
        references: [],
        categories: [],
        licence: null,
        details: null,
        addresses: [],
        truncated: false,
        assets: [],
        images: {},
        leadImage: null,
        missingImages: 0,
        passages: indexedPassages(html, text, outline),
      },
      {
        via: 'file',
        fileName: key,
        sourceUrl: null,
        original: AssetId.parse(hash),
        originalBytes: text.length,
        format: 'text',
        importedAt: 0,
        images: {},
      },
    )
    articles.set(key, articleId)
    paragraphs.set(articleId, placed)
  }
  return { articles, paragraphs }
}

function compose(group: readonly Paragraph[]) {
  let html = ''
  let text = ''
  const outline: OutlineEntry[] = []
  const placed: Placed[] = []
  let section = ''
  for (const line of group) {
    if (line.section && line.section !== section) {
      section = line.section
      outline.push({ level: 2, text: section, start: text.length })
      html += `<h2>${escapeHtml(section)}</h2>\n`
      text += `${section}\n`
    }
    placed.push({ id: line.context_id, start: text.length, end: text.length + line.text.length })
    html += `<p>${escapeHtml(line.text)}</p>\n`
    text += `${line.text}\n`
  }
  return { html, text, outline, placed }
}
