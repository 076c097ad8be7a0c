import type { ArticleNote } from '@shared/domain/annotation'
import type { Article } from '@shared/domain/article'
import type { ArticleId } from '@shared/domain/ids'
import type { Settings } from '@shared/domain/settings'
import type { Snapshot } from '@shared/domain/snapshot'
import type { AnnotationStore } from '../../annotations/annotation-store'
import type { ArticleStore } from '../../articles/article-store'
import type { SettingsStore } from '../../settings/settings-store'
import type { SnapshotStore } from '../../snapshots/snapshot-store'
import { saysSomething } from '../note-markdown'
import { createPlacing, type PlacedHighlight } from '../place'

/** All that outputs say of an article. */
export interface ArticleOutput {
  readonly article: Article
  readonly snapshot: Snapshot | null
  /** The note on the whole article; null where nothing is written. */
  readonly note: ArticleNote | null
  /** In reading order, those without a place last. */
  readonly highlights: readonly PlacedHighlight[]
  readonly colourNames: Settings['colourNames']
  /** The stored fragment, read when it is needed: it can be megabytes. */
  readonly html: () => string
  /** The text that offsets count. */
  readonly text: () => string
}

export interface OutputSourceDeps {
  readonly articles: Pick<ArticleStore, 'many' | 'annotatedIds' | 'list'>
  readonly snapshots: Pick<SnapshotStore, 'get' | 'html' | 'text'>
  readonly annotations: Pick<AnnotationStore, 'list'>
  readonly settings: Pick<SettingsStore, 'get'>
}

export type OutputSource = ReturnType<typeof createOutputSource>

/** Reads what outputs are made of. */
export function createOutputSource({ articles, snapshots, annotations, settings }: OutputSourceDeps) {
  const read = (article: Article): ArticleOutput => {
    const said = annotations.list(article.id)
    const place = createPlacing(snapshots)
    const placed = said.flatMap((one) => (one.kind === 'highlight' ? [place(one)] : []))
    const isHere = ({ highlight }: PlacedHighlight) => highlight.place === 'placed'
    const note = said.find((one) => one.kind === 'article-note')
    return {
      article,
      snapshot: snapshots.get(article.snapshotId) ?? null,
      note: note?.body != null && saysSomething(note.body) ? note : null,
      highlights: [...placed.filter(isHere), ...placed.filter((one) => !isHere(one))],
      colourNames: settings.get().colourNames,
      html: () => snapshots.html(article.snapshotId)?.html ?? '',
      text: () => snapshots.text(article.snapshotId) ?? '',
    }
  }
  return {
    /** The article, or undefined when it is not there. */
    one: (id: ArticleId): ArticleOutput | undefined => articles.many([id]).map(read)[0],
    /** Empty when the article is not there. */
    titleOf: (id: ArticleId): string => articles.many([id])[0]?.title ?? '',
    /** Those of these ids that no article has. */
    missing: (ids: readonly ArticleId[]): ArticleId[] => {
      const found = new Set(articles.many(ids).map(({ id }) => id))
      return ids.filter((id) => !found.has(id))
    },
    /** The library's articles that are not in Trash, the oldest first: all, or those with highlights or notes. */
    libraryIds(withAnnotations: boolean): ArticleId[] {
      const ids = withAnnotations
        ? articles.annotatedIds()
        : articles.list({ view: { kind: 'all' }, sort: 'added', filter: '' }, 0, Infinity).ids
      return articles
        .many(ids)
        .sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1))
        .map(({ id }) => id)
    },
  }
}
