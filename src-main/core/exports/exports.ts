import type { Handlers } from '@shared/contract'
import { LecternError } from '@shared/contract/errors'
import type { ExportedFile, ExportScope } from '@shared/contract/exports'
import type { Annotation } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import type { AnnotationStore } from '../annotations/annotation-store'
import type { ArticleStore } from '../articles/article-store'
import type { SettingsStore } from '../settings/settings-store'
import type { SnapshotStore } from '../snapshots/snapshot-store'
import { uniqueFileNames } from './file-name'
import { articleToMarkdown } from './markdown'
import { noteToMarkdown } from './note-markdown'
import { createPlacing } from './place'
import { zipFiles } from './zip'

export interface ExportDeps {
  readonly articles: Pick<ArticleStore, 'many' | 'annotatedIds'>
  readonly snapshots: Pick<SnapshotStore, 'get' | 'html' | 'text'>
  readonly annotations: Pick<AnnotationStore, 'list'>
  readonly settings: Pick<SettingsStore, 'get'>
}

interface Annotated {
  readonly article: Article
  readonly annotations: readonly Annotation[]
}

/** Answers the contract's `exports`. Articles without highlights or written notes give no file. */
export function exportHandlers({ articles, snapshots, annotations, settings }: ExportDeps): Handlers['exports'] {
  /** Oldest first: an article that comes later cannot take the file name of one that was there. */
  const inScope = (scope: ExportScope): Annotated[] => {
    const ids = scope.kind === 'library' ? articles.annotatedIds() : [...new Set(scope.ids)]
    const found = articles.many(ids)
    if (found.length < ids.length) throw missing(ids, found)
    return found
      .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
      .map((article) => ({ article, annotations: annotations.list(article.id).filter(saysSomething) }))
      .filter((one) => one.annotations.length > 0)
  }

  const fileOf = ({ article, annotations: all }: Annotated, name: string): ExportedFile => {
    const place = createPlacing(snapshots)
    const text = articleToMarkdown({
      article,
      licence: snapshots.get(article.snapshotId)?.licence ?? null,
      note: all.find((one) => one.kind === 'article-note') ?? null,
      highlights: all.filter((one) => one.kind === 'highlight').map(place),
      colourNames: settings.get().colourNames,
    })
    return { articleId: article.id, name, text }
  }

  const filesOf = (scope: ExportScope): ExportedFile[] => {
    const all = inScope(scope)
    const names = uniqueFileNames(all.map(({ article }) => article))
    return all.map((one, at) => fileOf(one, names[at] ?? `${one.article.id}.md`))
  }

  return {
    preview({ scope }) {
      const all = inScope(scope)
      const [first] = all
      const [name] = uniqueFileNames(all.slice(0, 1).map(({ article }) => article))
      return {
        files: all.length,
        annotations: all.reduce((sum, one) => sum + one.annotations.length, 0),
        first: first === undefined || name === undefined ? null : fileOf(first, name),
      }
    },
    markdown: ({ scope }) => filesOf(scope),
    download({ scope }) {
      const files = filesOf(scope)
      const [first] = files
      if (first === undefined) throw nothing()
      if (files.length > 1) {
        return { name: 'Lectern highlights.zip', mediaType: 'application/zip', bytes: zipFiles(files) }
      }
      const bytes = new Uint8Array(new TextEncoder().encode(first.text))
      return { name: first.name, mediaType: 'text/markdown; charset=utf-8', bytes }
    },
  }
}

function saysSomething(annotation: Annotation): boolean {
  return annotation.kind === 'highlight' || (annotation.body !== null && noteToMarkdown(annotation.body).length > 0)
}

function missing(ids: readonly ArticleId[], found: readonly Article[]): LecternError {
  const gone = ids.filter((id) => !found.some((article) => article.id === id))
  return new LecternError(
    'not-found',
    `${gone.length === 1 ? 'An article' : `${gone.length} articles`} to export could not be found; nothing was exported. It may have been deleted: choose again.`,
    gone,
  )
}

function nothing(): LecternError {
  return new LecternError(
    'not-found',
    'There is nothing to export: none of these articles has a highlight or a note. Make one and try again.',
  )
}
