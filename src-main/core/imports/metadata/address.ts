import { attr } from '../html/html-tree'
import type { MetaTags } from './meta-tags'
import type { Survey } from './survey'

const LONGEST = 4000

/**
 * Where a page came from: what the tool that saved it noted (SingleFile's comment, `saved from url`), or what the page says of
 * itself (canonical link, `og:url`). http or https.
 */
export function readAddress(page: Survey, meta: MetaTags): string | null {
  return (
    savedFrom(page.comments) ??
    web(canonical(page)) ??
    web(meta.first('og:url')) ??
    web(meta.first('twitter:url')) ??
    web(meta.first('citation_fulltext_html_url'))
  )
}

function savedFrom(comments: readonly string[]): string | null {
  for (const comment of comments) {
    const text = comment.slice(0, LONGEST)
    const found = /saved from url=\(\d+\)(\S+)/u.exec(text) ?? /^\s*url:\s*(\S+)\s*$/mu.exec(text)
    const url = web(found?.[1] ?? null)
    if (url !== null) return url
  }
  return null
}

function canonical(page: Survey): string | null {
  const link = page.links.find((element) => /(?:^|\s)canonical(?:\s|$)/iu.test(attr(element, 'rel') ?? ''))
  return link ? attr(link, 'href') : null
}

/** What relative addresses of the page resolve against. */
export function readBase(page: Survey, address: string | null): string | null {
  const base = page.bases.find((element) => attr(element, 'href') !== null)
  try {
    const href = base ? (attr(base, 'href') ?? '') : ''
    return href === '' ? address : new URL(href, address ?? undefined).href
  } catch {
    return address
  }
}

function web(value: string | null): string | null {
  if (value === null || value.length > LONGEST) return null
  try {
    const url = new URL(value.trim())
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** The day and time in SingleFile's comment, `saved date: Sat Mar 02 2024 10:00:00 GMT+0100 (…)`; one without a zone is no moment. */
export function readSavedAt(comments: readonly string[]): string | null {
  for (const comment of comments) {
    const stated = /^\s*saved date:\s*([^\n(]{10,80}GMT[+-]\d{4})/mu.exec(comment.slice(0, 5000))?.[1]
    const time = stated === undefined ? NaN : Date.parse(stated)
    if (!Number.isNaN(time)) return new Date(time).toISOString()
  }
  return null
}
