import type { Annotation } from '@shared/domain/annotation'
import type { ArticleId } from '@shared/domain/ids'
import type { AnnotationStore } from '../annotations/annotation-store'
import type { ArticleStore } from '../articles/article-store'
import type { SettingsStore } from '../settings/settings-store'
import type { SnapshotStore } from '../snapshots/snapshot-store'
import type { ArticleExport } from './documents/article-document'
import type { ExportStore } from './export-store'
import { saysSomething } from './note-markdown'
import { createPlacing } from './place'

export interface ExportSourceDeps {
  readonly articles: Pick<ArticleStore, 'many' | 'annotatedIds'>
  readonly snapshots: Pick<SnapshotStore, 'get' | 'html'>
  readonly annotations: Pick<AnnotationStore, 'list'>
  readonly settings: Pick<SettingsStore, 'get'>
  readonly store: Pick<ExportStore, 'topicTitles'>
}

export type ExportSource = ReturnType<typeof createExportSource>

/** Reads what an article's file says. */
export function createExportSource({ articles, snapshots, annotations, settings, store }: ExportSourceDeps) {
  /** Articles with what was said of them, in the order of the ids; those without anything are left out. */
  const articleExports = (ids: readonly ArticleId[]): ArticleExport[] => {
    const { colourNames } = settings.get()
    return articles.many(ids).flatMap((article): ArticleExport[] => {
      const said = annotations.list(article.id).filter(counts)
      if (said.length === 0) return []
      const place = createPlacing(snapshots)
      return [
        {
          article,
          topics: store.topicTitles(article.id),
          licence: snapshots.get(article.snapshotId)?.licence ?? null,
          note: said.find((one) => one.kind === 'article-note') ?? null,
          highlights: said.filter((one) => one.kind === 'highlight').map(place),
          colourNames,
        },
      ]
    })
  }
  /** Those of these ids that no article has. */
  const missing = (ids: readonly ArticleId[]): ArticleId[] => {
    const found = new Set(articles.many(ids).map(({ id }) => id))
    return ids.filter((id) => !found.has(id))
  }
  const oldestFirst = (ids: readonly ArticleId[]): ArticleId[] =>
    articles
      .many(ids)
      .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  /** How many of these articles have highlights or notes, and how many they have. */
  const sums = (ids: readonly ArticleId[]): { articles: number; annotations: number } => {
    const said = articles.many(ids).filter(({ annotationCount }) => annotationCount > 0)
    return { articles: said.length, annotations: said.reduce((sum, { annotationCount }) => sum + annotationCount, 0) }
  }
  return { articleExports, missing, oldestFirst, sums, annotatedIds: () => articles.annotatedIds() }
}

function counts(annotation: Annotation): boolean {
  return annotation.kind === 'highlight' || (annotation.body !== null && saysSomething(annotation.body))
}
