import { readFileSync } from 'node:fs'
import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { decode } from '../../../src-main/core/imports/reading/charset'
import type { Engine, Found, Page } from './engine'

const textOf = (page: Page) => decode(new Uint8Array(readFileSync(page.file)), null)

/** Mozilla's Readability on linkedom, as its manual shows it. */
export const readability: Engine = {
  prepare(page) {
    const text = textOf(page)
    return () => {
      const article = new Readability(parseHTML(text).document).parse()
      if (!article) throw new Error('nothing found')
      const { title, byline, publishedTime, siteName, lang, content } = article
      return Promise.resolve<Found>({
        title: title ?? null,
        byline: byline ?? null,
        date: publishedTime ?? null,
        siteName: siteName ?? null,
        language: lang ?? null,
        licence: null,
        html: content ?? '',
      })
    }
  },
}

/** Defuddle on linkedom, as its manual shows it, without its requests to other servers. */
export const defuddle: Engine = {
  prepare(page) {
    const text = textOf(page)
    return async () => {
      const { title, author, published, site, language, content } = await Defuddle(parseHTML(text).document, page.url, {
        useAsync: false,
      })
      return {
        title,
        byline: author,
        date: published,
        siteName: site,
        language,
        licence: null,
        html: content,
      }
    }
  },
}
