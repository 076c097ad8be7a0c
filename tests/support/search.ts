import type { SearchHit, SearchResults } from '@shared/contract/search'
import type { NoteDocument } from '@shared/domain/note-document'
import { createSearch } from '../../src-main/core/search/create-search'
import { openStores } from './stores'

/** Search over the stores of one library. */
export function openSearch() {
  const stores = openStores()
  const handlers = createSearch({
    db: stores.db,
    now: () => stores.clock.now,
    colourNames: () => ({ yellow: 'Key claim' }),
    reindex: { article: () => {}, annotation: () => {}, note: () => {} },
  }).handlers
  const find = async (text: string, limit = 20): Promise<SearchResults> => handlers.query({ text, limit })
  return { ...stores, handlers, find }
}

/** Titles of the articles that were found. */
export const titles = ({ articles }: SearchResults) =>
  articles.hits.flatMap((hit) => (hit.kind === 'article' ? [hit.articleTitle] : []))
/** The marked words of a result. */
export const marked = (hit: SearchHit | undefined) =>
  hit?.excerpt.marks.map(([start, end]) => hit.excerpt.text.slice(start, end))
/** A note of one paragraph. */
export const note = (text: string): NoteDocument => ({
  version: 1,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text, marks: [] }] }],
})
