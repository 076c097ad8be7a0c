import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handlers } from '@shared/contract'
import type { AnnotationStore } from './annotations/annotation-store'
import type { ArticleStore } from './articles/article-store'
import { DATABASE_FILE } from './database/database'
import type { AssetFiles } from './files/asset-files'

export interface LibraryInfoDeps {
  readonly folder: string
  readonly articles: Pick<ArticleStore, 'counts'>
  readonly annotations: Pick<AnnotationStore, 'count'>
  readonly assets: Pick<AssetFiles, 'totalBytes'>
  /** Lectern's version. */
  readonly version: string
}

/** Answers the contract's `library`. */
export function libraryHandlers({
  folder,
  articles,
  annotations,
  assets,
  version,
}: LibraryInfoDeps): Handlers['library'] {
  return {
    info: async () => {
      const { inbox, reading, archive } = articles.counts()
      const file = join(folder, DATABASE_FILE)
      const bytes = (await bytesOf(file)) + (await bytesOf(`${file}-wal`)) + (await assets.totalBytes())
      return { folder, articles: inbox + reading + archive, annotations: annotations.count(), bytes, version }
    },
  }
}

/** Size of a file; one that is not there, as after a tidy close, counts nothing. */
async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}
