import type { ArticleNote, Highlight } from '@shared/domain/annotation'
import { createCodePoints } from '@shared/text/code-points'
import { makeDeepLink } from '@shared/text/deep-link'
import type { ArticleOutput } from '../article-output'
import { noteNodes } from '../markdown/article-markdown'
import { writeMarkdown } from '../markdown/write-markdown'
import { CONTEXT } from './web-annotation'

/** Highlight colours as a style sheet, which is how the recommendation carries them (4.4, Styles). */
const STYLE_SHEET = [
  ['yellow', '#fbe9a0'],
  ['green', '#cdeac3'],
  ['blue', '#cbe2f7'],
  ['pink', '#f9d2df'],
  ['purple', '#e2d5f5'],
]
  .map(([name, colour]) => `.${name ?? ''} { background: ${colour ?? ''} }`)
  .join('\n')

/**
 * Highlights and notes as an annotation collection (W3C Web Annotation Data Model, Recommendation of 23 February 2017) in JSON-LD.
 * Each passage has both text selectors; positions count code points, as the recommendation says.
 */
export function webAnnotations(all: Iterable<ArticleOutput>, label: string): string {
  const items: unknown[] = []
  for (const one of all) {
    const points = one.highlights.length === 0 ? null : createCodePoints(one.text())
    if (one.note !== null) items.push(articleNote(one, one.note))
    for (const { highlight } of one.highlights) {
      const isCurrent = highlight.place === 'placed' && highlight.target.snapshotId === one.article.snapshotId
      items.push(annotation(one, highlight, isCurrent ? points : null))
    }
  }
  const collection = {
    '@context': CONTEXT,
    id: 'urn:lectern:annotations',
    type: 'AnnotationCollection',
    label,
    total: items.length,
    first: { id: 'urn:lectern:annotations:page:1', type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function annotation(one: ArticleOutput, highlight: Highlight, points: ReturnType<typeof createCodePoints> | null) {
  const { position, quote } = highlight.target
  const bodies = bodiesOf(highlight)
  const selectors = [
    { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    // What is not in this text has no position in it.
    ...(points === null
      ? []
      : [
          {
            type: 'TextPositionSelector',
            start: points.fromUnits(position.start),
            end: points.fromUnits(position.end),
          },
        ]),
  ]
  return {
    ...headOf(highlight, highlight.body === null ? 'highlighting' : 'commenting'),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    stylesheet: { type: 'CssStylesheet', value: STYLE_SHEET },
    target: {
      type: 'SpecificResource',
      ...sourceOf(one),
      styleClass: highlight.colour,
      selector: selectors,
      renderedVia: {
        id: makeDeepLink({ articleId: highlight.articleId, annotationId: highlight.id }),
        type: 'Software',
      },
    },
  }
}

function articleNote(one: ArticleOutput, note: ArticleNote) {
  return {
    ...headOf(note, 'commenting'),
    body: bodiesOf(note),
    target: { type: 'SpecificResource', ...sourceOf(one) },
  }
}

function headOf({ id, createdAt, updatedAt }: Highlight | ArticleNote, motivation: string) {
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation,
    created: time(createdAt),
    modified: time(updatedAt),
    generator: { id: 'urn:lectern', type: 'Software', name: 'Lectern' },
  }
}

/** The note as Markdown, and a body for each tag. */
function bodiesOf({ body, tags }: Highlight | ArticleNote) {
  const value = body === null ? '' : writeMarkdown(noteNodes(body, (asset) => `urn:sha256:${asset}`, 0)).trimEnd()
  return [
    ...(value === '' ? [] : [{ type: 'TextualBody', value, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' })),
  ]
}

/** The page that it is about, as readers of the format expect it: an address alone, with what Lectern calls it beside. */
function sourceOf({ article }: ArticleOutput) {
  return {
    source: article.sourceUrl ?? `urn:uuid:${article.id}`,
    'dcterms:title': article.title,
    'dcterms:identifier': `urn:uuid:${article.id}`,
  }
}

function time(ms: number): string {
  return new Date(ms).toISOString()
}
