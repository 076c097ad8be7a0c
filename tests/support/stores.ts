import { createHash, randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { TextTarget } from '@shared/domain/annotation'
import { AnnotationId, type ArticleId, AssetId, type SnapshotId } from '@shared/domain/ids'
import type { Fact, SnapshotLicence } from '@shared/domain/snapshot'
import type { SnapshotDetails } from '@shared/domain/snapshot-details'
import { annotationHandlers } from '../../src-main/core/annotations/annotations'
import { createAnnotationStore } from '../../src-main/core/annotations/annotation-store'
import { articleHandlers } from '../../src-main/core/articles/articles'
import { createArticleStore } from '../../src-main/core/articles/article-store'
import { createAssetFiles } from '../../src-main/core/files/asset-files'
import { createNoteStore } from '../../src-main/core/notes/note-store'
import { noteHandlers } from '../../src-main/core/notes/notes'
import { openDatabase } from '../../src-main/core/database/database'
import type { Emit } from '../../src-main/core/events'
import { createImportStore } from '../../src-main/core/imports/storing/import-store'
import type { ReadArticle } from '../../src-main/core/imports/reading/read-source'
import { snapshotText } from '../../src-main/core/imports/cleaning/snapshot-text'
import { indexedPassages } from '../../src-main/core/text/indexed-passages'
import { createTagStore } from '../../src-main/core/tags/tag-store'
import { tagHandlers } from '../../src-main/core/tags/tags'
import { createTopicStore } from '../../src-main/core/topics/topic-store'
import { topicHandlers } from '../../src-main/core/topics/topics'
import { createSearchIndex } from '../../src-main/core/search/search-index'
import { tempFolder } from './temp-folder'

/** What a test's article is; the rest is made up. */
export interface GivenArticle {
  readonly title?: string
  readonly byline?: string | null
  readonly siteName?: string | null
  readonly sourceUrl?: string | null
  readonly publishedAt?: string | null
  readonly text?: string
  /** Stored HTML, which then says the text. */
  readonly html?: string
  readonly licence?: SnapshotLicence
  readonly facts?: readonly Fact[]
  readonly wordCount?: number
  readonly addedAt?: number
  readonly details?: SnapshotDetails
  readonly addresses?: readonly string[]
}

/** A text that has a little of everything offsets can trip over. */
export const SAMPLE_TEXT =
  'In 1854 cholera struck Soho 👩‍👩‍👧. Dr Snow mapped it; the Broad Street pump was the cause. 井戸が原因だった。'

/** The core's stores and handlers over a real database in a folder that goes with the test. */
export function openStores(folder: string = tempFolder()) {
  const db = openDatabase(folder)
  onTestFinished(() => void db.close())
  const events: Parameters<Emit>[0][] = []
  const emit: Emit = (event) => void events.push(event)
  const clock = { now: 1_700_000_000_000 }
  const now = () => clock.now
  const index = createSearchIndex(db)
  const articleStore = createArticleStore(db, index)
  const annotationStore = createAnnotationStore(db, index)
  const noteStore = createNoteStore(db, index)
  const imports = createImportStore(db, index, annotationStore)
  const topicStore = createTopicStore(db)
  const tagStore = createTagStore(db, {
    annotations: annotationStore.reindex,
    notes: (ids) => ids.forEach(noteStore.reindex),
  })
  return {
    db,
    folder,
    events,
    clock,
    index,
    articleStore,
    annotationStore,
    noteStore,
    notes: noteHandlers({ store: noteStore, assets: createAssetFiles(folder), emit, now }),
    articles: articleHandlers({ store: articleStore, emit, now }),
    topicStore,
    tagStore,
    topics: topicHandlers({ store: topicStore, emit, now }),
    tags: tagHandlers({ store: tagStore, emit, now }),
    annotations: annotationHandlers({ store: annotationStore, emit, now }),
    /** What of highlights and notes the index finds by an FTS5 expression. */
    kindsFound: (expression: string): unknown[] =>
      db
        .prepare(
          'SELECT r.kind FROM search_index_own s JOIN search_rows r ON r.id = s.rowid WHERE search_index_own MATCH ?',
        )
        .pluck()
        .all(expression),
    /** Adds an article as an import does. */
    addArticle: (given: GivenArticle = {}) => {
      const article = readArticle(given)
      const added = imports.add(article, {
        via: 'paste',
        fileName: null,
        sourceUrl: article.sourceUrl,
        original: AssetId.parse(article.textHash),
        originalBytes: article.text.length,
        format: article.format,
        importedAt: given.addedAt ?? clock.now,
        images: {},
      })
      const { snapshotId } = articleStore.get(added.articleId) ?? fail()
      return { id: added.articleId, snapshotId, text: article.text }
    },
    /** Gives an article a newer text, as an update does. */
    updateArticle: (id: ArticleId, text: string) => {
      const known = db
        .prepare('SELECT text_hash FROM snapshots WHERE article_id = ? AND text = ?')
        .pluck()
        .get(id, text)
      const read = readArticle({ text })
      const article = { ...read, textHash: typeof known === 'string' ? known : read.textHash }
      return imports.addSnapshot(id, article, {
        via: 'web',
        fileName: null,
        sourceUrl: article.sourceUrl,
        original: AssetId.parse(article.textHash),
        originalBytes: text.length,
        format: article.format,
        importedAt: clock.now,
        images: {},
      })
    },
  }
}

/** A source that was read, as an import hands it to its store. */
function readArticle({ title = 'The pump', ...given }: GivenArticle): ReadArticle {
  const html = given.html ?? `<p>${given.text ?? SAMPLE_TEXT}</p>`
  const text = given.html === undefined ? (given.text ?? SAMPLE_TEXT) : snapshotText(given.html)
  return {
    format: 'text',
    title,
    byline: given.byline ?? null,
    siteName: given.siteName ?? null,
    sourceUrl: given.sourceUrl ?? null,
    publishedAt: given.publishedAt ?? null,
    language: 'en',
    direction: 'ltr',
    excerpt: '',
    wordCount: given.wordCount ?? 100,
    html,
    text,
    textVersion: 1,
    // Not that of the text: tests add the same words many times.
    textHash: createHash('sha256').update(randomUUID()).digest('hex'),
    outline: [],
    facts: [...(given.facts ?? [])],
    references: [],
    categories: [],
    licence: given.licence ?? null,
    details: given.details ?? null,
    addresses: [given.sourceUrl, ...(given.addresses ?? [])].flatMap((address) => address ?? []),
    truncated: false,
    assets: [],
    images: {},
    leadImage: null,
    missingImages: 0,
    passages: indexedPassages(html, text, []),
  }
}

/** The target of the first place where words stand in a text. */
export function targetOf(snapshotId: SnapshotId, text: string, exact: string): TextTarget {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`"${exact}" does not stand in the text`)
  const end = start + exact.length
  return {
    snapshotId,
    position: { start, end },
    quote: { exact, prefix: text.slice(Math.max(0, start - 10), start), suffix: text.slice(end, end + 10) },
  }
}

/** An id that no annotation has. */
export function unknownAnnotation(): AnnotationId {
  return AnnotationId.parse(randomUUID())
}

function fail(): never {
  throw new Error('The article was not added')
}
