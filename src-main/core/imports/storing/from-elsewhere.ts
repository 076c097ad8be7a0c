import type { ArticleId, SnapshotId } from '@shared/domain/ids'
import type { AssetFiles } from '../../files/asset-files'
import { add, keepFiles } from './bring-in'
import { excerptsArticle, excerptsProvenance, type Excerpts, type ExcerptsOrigin } from './excerpts'
import type { ImportStore } from './import-store'
import type { ReadSource, Source } from '../reading/read-source'

/** A page that another reader saved, with what that reader says of it. */
export interface SavedPage {
  readonly html: string
  readonly name: string
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly publishedAt: string | null
}

/** Adds what other readers kept: whole pages, or excerpts where they kept no more. */
export function createFromElsewhere(deps: {
  readonly assets: AssetFiles
  readonly store: ImportStore
  readonly readSource: ReadSource
  readonly now: () => number
}) {
  const { assets, store, readSource, now } = deps

  const read = async ({ html, name, url, title, byline, publishedAt }: SavedPage) => {
    const source: Source = {
      ...{ bytes: new Uint8Array(Buffer.from(html, 'utf8')), name, url, format: 'html', via: 'file', folder: null },
      contentType: 'text/html; charset=utf-8',
    }
    const article = await readSource(source)
    const said = { title: title ?? article.title, byline: article.byline ?? byline }
    return { source, article: { ...article, ...said, publishedAt: article.publishedAt ?? publishedAt } }
  }

  return {
    /** Keeps a file as it came, for excerpts to refer to. */
    keepOriginal: (bytes: Uint8Array<ArrayBuffer>) => assets.put(bytes),

    /** Adds a saved page, or finds the article with the same words. @throws LecternError when nothing can be read in it */
    async addPage(page: SavedPage): Promise<{ articleId: ArticleId; isNew: boolean }> {
      const reading = await read(page)
      const { articleId, kind } = add(reading, await keepFiles(reading, assets), { store, now })
      return { articleId, isNew: kind === 'added' }
    },

    /** Gives an article the text of a saved page; its highlights move over. @throws LecternError */
    async updatePage(articleId: ArticleId, page: SavedPage): Promise<void> {
      const reading = await read(page)
      const original = await keepFiles(reading, assets)
      const { url, html, name } = page
      store.addSnapshot(articleId, reading.article, {
        ...{ via: 'file', fileName: name, sourceUrl: url, ...original, images: reading.article.images },
        ...{ originalBytes: Buffer.byteLength(html), format: 'html', importedAt: now() },
      })
    },

    /** Adds an article that is known from its excerpts alone. */
    addExcerpts: (excerpts: Excerpts, origin: ExcerptsOrigin): ArticleId =>
      store.add(excerptsArticle(excerpts), excerptsProvenance(excerpts.url, origin)).articleId,

    /** Gives an article that is known from its excerpts alone more of them; its highlights stay where they are. */
    extendExcerpts: (articleId: ArticleId, excerpts: Excerpts, origin: ExcerptsOrigin): void => {
      store.addSnapshot(articleId, excerptsArticle(excerpts), excerptsProvenance(excerpts.url, origin))
    },

    /** Puts excerpts beside an article whose text is here, as an earlier version of it. */
    addBeside: (articleId: ArticleId, excerpts: Excerpts, origin: ExcerptsOrigin): SnapshotId =>
      store.addEarlier(articleId, excerptsArticle(excerpts), excerptsProvenance(excerpts.url, origin)),
  }
}
