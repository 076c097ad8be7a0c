import type { ArticleId } from '@shared/domain/ids'
import type { Emit } from '../../events'
import type { AssetFiles } from '../../files/asset-files'
import { add, keepFiles } from './bring-in'
import type { ImportStore } from './import-store'
import type { ReadSource, Source } from '../reading/read-source'

export interface AddSampleDeps {
  readonly assets: AssetFiles
  readonly store: ImportStore
  readonly readSource: ReadSource
  /** HTML of the sample article. */
  readonly sample: () => Promise<Uint8Array<ArrayBuffer>>
  readonly emit: Emit
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

const FILE_NAME = 'reading-with-a-pencil.html'

/** Adds the sample article as any other page is added; where it is already, even in Trash, it is that one. */
export async function addSample({ sample, readSource, emit, ...deps }: AddSampleDeps): Promise<ArticleId> {
  const source: Source = {
    bytes: await sample(),
    name: FILE_NAME,
    format: 'html',
    via: 'sample',
    url: null,
    contentType: null,
    folder: null,
  }
  const reading = { source, article: await readSource(source) }
  const added = add(reading, await keepFiles(reading, deps.assets), deps)
  emit({ name: 'articles.changed', ids: [added.articleId] })
  return added.articleId
}
