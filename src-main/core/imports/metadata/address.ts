import { type Document, attr, descendants, elements } from '../html-tree'
import type { MetaTags } from './meta-tags'

/**
 * Where a page came from: what the tool that saved it noted (SingleFile's comment, `saved from url`), or what the page says of
 * itself (canonical link, `og:url`). http or https.
 */
export function readAddress(page: Document, meta: MetaTags): string | null {
  return (
    savedFrom(page) ?? web(canonical(page)) ?? web(meta.first('og:url', 'twitter:url', 'citation_fulltext_html_url'))
  )
}

function savedFrom(page: Document): string | null {
  for (const node of descendants(page).slice(0, 200)) {
    if (node.nodeName !== '#comment' || !('data' in node)) continue
    const found = /saved from url=\(\d+\)(\S+)/u.exec(node.data) ?? /^\s*url:\s*(\S+)\s*$/mu.exec(node.data)
    const url = web(found?.[1] ?? null)
    if (url !== null) return url
  }
  return null
}

function canonical(page: Document): string | null {
  const link = elements(page, 'link').find((element) => /(?:^|\s)canonical(?:\s|$)/iu.test(attr(element, 'rel') ?? ''))
  return link ? attr(link, 'href') : null
}

/** What relative addresses of the page resolve against. */
export function readBase(page: Document, address: string | null): string | null {
  const base = elements(page, 'base').find((element) => attr(element, 'href') !== null)
  try {
    const href = base ? (attr(base, 'href') ?? '') : ''
    return href === '' ? address : new URL(href, address ?? undefined).href
  } catch {
    return address
  }
}

function web(value: string | null): string | null {
  try {
    const url = new URL(value?.trim() ?? '')
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
