import { readFileSync } from 'node:fs'
import { createReadBytes } from '../../../src-main/core/imports/reading/read-bytes'
import { standInAddress, standInFor } from '../../../src-main/core/imports/images/stand-in'
import type { Engine } from './engine'

/**
 * Everything that happens to a source before it is stored. Images are not fetched: each address gets a small picture of its own,
 * and the result names addresses again instead of assets.
 */
export const lectern: Engine = {
  prepare(page) {
    const bytes = new Uint8Array(readFileSync(page.file))
    const read = createReadBytes({ loadImage: standInFor })
    return async () => {
      const article = await read({
        bytes,
        name: 'page.html',
        format: 'auto',
        via: 'web',
        url: page.url,
        contentType: null,
        folder: null,
      })
      const addresses = new Map(
        article.assets.map(({ id, bytes }): [string, string | null] => [id, standInAddress(bytes)]),
      )
      return {
        title: article.title,
        byline: article.byline,
        date: article.publishedAt,
        siteName: article.siteName,
        language: article.language,
        licence: article.licence?.name ?? article.licence?.statement ?? null,
        html: article.html.replace(/\/assets\/([\da-f]{64})/gu, (whole, id: string) =>
          (addresses.get(id) ?? whole).replace(/&/gu, '&amp;').replace(/"/gu, '&quot;'),
        ),
      }
    }
  },
}
