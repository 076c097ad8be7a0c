import { randomUUID } from 'node:crypto'
import { LecternError } from '@shared/contract/errors'
import type { ReadAnnotation } from '@shared/contract/outputs'
import type { TextTarget } from '@shared/domain/annotation'
import { HighlightColour } from '@shared/domain/colour'
import { AnnotationId, ArticleId } from '@shared/domain/ids'
import { Tag } from '@shared/domain/tag'
import { splitsPair } from '@shared/text/surrogates'
import { urlKey } from '@shared/text/url-key'
import type { AnnotationStore } from '../../../annotations/annotation-store'
import type { ArticleStore } from '../../../articles/article-store'
import type { Emit } from '../../../events'
import type { SnapshotStore } from '../../../snapshots/snapshot-store'
import { findWords } from './find-words'
import { noteFrom } from './plain-note'
import { annotationsOf, positionOf, quoteOf, WebAnnotation } from './web-annotation'

export interface ReadingDeps {
  readonly articles: Pick<ArticleStore, 'many' | 'findByUrlKey'>
  readonly snapshots: Pick<SnapshotStore, 'text'>
  readonly annotations: Pick<
    AnnotationStore,
    'list' | 'get' | 'insertHighlight' | 'articleNote' | 'saveNote' | 'update'
  >
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** How much is kept of the words around a quote; UTF-16 units. */
const CONTEXT = 64

/** Makes the function that reads W3C annotations in. */
export function createAnnotationReading({ articles, snapshots, annotations, emit, now }: ReadingDeps) {
  const articleOf = (sources: readonly string[]): ArticleId | null => {
    for (const source of sources) {
      const id = ArticleId.safeParse(/^urn:uuid:(?<id>.+)$/iu.exec(source)?.groups?.['id']?.toLowerCase())
      if (id.success && articles.many([id.data]).some(({ trashedAt }) => trashedAt === null)) return id.data
      const key = urlKey(source)
      const found = key === null ? null : articles.findByUrlKey(key)
      if (found !== null) return found
    }
    return null
  }

  function read(json: unknown, dryRun: boolean, changed: Map<ArticleId, AnnotationId[]>): ReadAnnotation {
    const parsed = WebAnnotation.safeParse(json)
    if (!parsed.success) return { outcome: 'unreadable', words: '' }
    const { id: name, bodies, targets } = parsed.data
    const [target] = targets
    if (target === undefined) return { outcome: 'unreadable', words: name }
    const quote = quoteOf(target.selector)
    const position = positionOf(target.selector)
    const said = (words: string): string => words.replace(/\s+/gu, ' ').trim().slice(0, 200)
    const words = said(quote?.exact ?? bodies[0]?.value ?? name)
    const { source: address, identifier } = target
    const articleId = articleOf([...(identifier === null ? [] : [identifier]), address])
    const article = articleId === null ? undefined : articles.many([articleId])[0]
    if (article === undefined) return { outcome: 'no-article', words }

    const tags = bodies
      .filter(({ purpose }) => purpose.includes('tagging'))
      .flatMap(({ value }) => {
        const tag = Tag.safeParse(value)
        return tag.success ? [tag.data] : []
      })
    const [comment] = bodies.filter(({ purpose }) => !purpose.includes('tagging'))
    const body = comment === undefined ? null : noteFrom(comment.value, comment.format)
    const note = (id: AnnotationId): void => {
      if (body !== null) annotations.saveNote(id, 0, body, now())
      if (tags.length > 0) annotations.update([id], { tags }, now())
      changed.set(article.id, [...(changed.get(article.id) ?? []), id])
    }

    if (target.selector.length === 0) {
      const own = annotations.list(article.id).find(({ kind }) => kind === 'article-note')
      if (body === null) return { outcome: 'unreadable', words }
      if (own?.body != null) return { outcome: 'known', words }
      if (!dryRun) {
        const id = annotations.articleNote(article.id, newId(), now())
        if (id !== undefined) note(id)
      }
      return { outcome: 'added', words }
    }
    if (quote === null && position === null) return { outcome: 'unreadable', words }
    const text = snapshots.text(article.snapshotId) ?? ''
    const place = findWords(text, {
      exact: quote?.exact ?? null,
      prefix: quote?.prefix ?? '',
      suffix: quote?.suffix ?? '',
      position,
    })
    if (place === null || place.start >= place.end || splitsPair(text, place.start) || splitsPair(text, place.end)) {
      return { outcome: 'not-found', words }
    }
    const isSame = (other: ReturnType<typeof annotations.list>[number]): boolean =>
      other.kind === 'highlight' &&
      other.target.position.start === place.start &&
      other.target.position.end === place.end &&
      other.target.snapshotId === article.snapshotId
    if (annotations.list(article.id).some(isSame)) return { outcome: 'known', words }
    if (!dryRun) {
      const colour = HighlightColour.safeParse(target.styleClass)
      const id = idOf(name, annotations)
      const context = around(text, place)
      const made: TextTarget = { snapshotId: article.snapshotId, position: place, quote: context }
      annotations.insertHighlight(id, article.id, made, colour.success ? colour.data : 'yellow', now())
      note(id)
    }
    return { outcome: 'added', words }
  }

  /** @throws LecternError `unsupported-format` */
  return (text: string, dryRun: boolean): { annotations: ReadAnnotation[] } => {
    const found = annotationsOf(parseJson(text))
    if (found === null) throw notAnnotations()
    const changed = new Map<ArticleId, AnnotationId[]>()
    const all = found.map((one) => read(one, dryRun, changed))
    if (changed.size > 0) {
      const articleIds = [...changed.keys()]
      emit({ name: 'annotations.changed', articleIds, ids: [...changed.values()].flat() })
      emit({ name: 'articles.changed', ids: articleIds })
    }
    return { annotations: all }
  }
}

/** Its own id where it is free, so that annotations that leave and come back stay themselves. */
function idOf(name: string, annotations: Pick<AnnotationStore, 'get'>): AnnotationId {
  const own = AnnotationId.safeParse(/^urn:uuid:(?<id>.+)$/iu.exec(name)?.groups?.['id']?.toLowerCase())
  return own.success && annotations.get(own.data) === undefined ? own.data : newId()
}

function newId(): AnnotationId {
  return AnnotationId.parse(randomUUID())
}

function around(text: string, { start, end }: { start: number; end: number }): TextTarget['quote'] {
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch {
    return null
  }
}

function notAnnotations(): LecternError {
  return new LecternError(
    'unsupported-format',
    'This is no file of annotations (W3C Web Annotation, JSON-LD), so nothing was added. Choose the file that the other program exported.',
  )
}
