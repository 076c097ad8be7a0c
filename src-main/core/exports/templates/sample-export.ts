import { ArticleNote, Highlight } from '@shared/domain/annotation'
import { AnnotationId, ArticleId, SnapshotId } from '@shared/domain/ids'
import { DEFAULT_SETTINGS } from '@shared/domain/settings'
import { plainNote } from '@shared/text/note-text'
import type { ArticleExport } from '../documents/article-document'

const articleId = ArticleId.parse('11111111-1111-4111-8111-111111111111')
const snapshotId = SnapshotId.parse('22222222-2222-4222-8222-222222222222')
const exact = 'Nearly all the deaths had taken place within a short distance of the Broad Street pump.'
const common = { articleId, revision: 1, createdAt: 0, updatedAt: 0 }

/** A made-up article, for showing templates in a library that has no highlight yet. */
export const SAMPLE_EXPORT: ArticleExport = {
  article: {
    id: articleId,
    snapshotId,
    title: 'The map that found the pump',
    byline: 'A. Reader',
    siteName: 'Example',
    sourceUrl: 'https://example.org/pump',
    publishedAt: '2024-03-01',
    language: 'en',
    direction: 'ltr',
    excerpt: '',
    leadImage: null,
    format: 'html',
    status: 'reading',
    favourite: false,
    tags: ['history'],
    wordCount: 1200,
    progress: { offset: 0, fraction: 0 },
    addedAt: Date.UTC(2026, 0, 15),
    openedAt: null,
    trashedAt: null,
    marks: [],
    annotationCount: 2,
  },
  topics: ['Epidemics'],
  licence: null,
  note: ArticleNote.parse({
    ...common,
    id: AnnotationId.parse('33333333-3333-4333-8333-333333333333'),
    kind: 'article-note',
    body: plainNote('A good first account; compare it with the second map.'),
    tags: [],
  }),
  highlights: [
    {
      highlight: Highlight.parse({
        ...common,
        id: AnnotationId.parse('44444444-4444-4444-8444-444444444444'),
        kind: 'highlight',
        target: { snapshotId, position: { start: 0, end: exact.length }, quote: { exact, prefix: '', suffix: '' } },
        move: null,
        place: 'placed',
        colour: 'green',
        body: plainNote('Distance, not class, is the pattern here.'),
        tags: ['epidemiology'],
      }),
      headings: [{ level: 2, text: 'The map', start: 0 }],
      paragraphs: [exact],
    },
  ],
  colourNames: DEFAULT_SETTINGS.colourNames,
}
