import { type Fragment, attr, elements, removeAttr, setAttr } from '../html/html-tree'

/**
 * Makes links absolute: http, https and mailto ones, and fragments of the same page, remain; all others lose their address and
 * keep their words.
 * @param beside the address of another text of the same folder, for a link of a file that has no address itself
 */
export function resolveLinks(
  root: Fragment,
  baseUrl: string | null,
  beside: (href: string) => string | null = () => null,
): void {
  const ownPage = baseUrl === null ? null : pageOf(baseUrl)
  /** Pages link to the same few places over and over. */
  const known = new Map<string, string | null>()
  const resolved = (href: string): string | null => {
    const before = known.get(href)
    if (before !== undefined) return before
    const address = (baseUrl === null ? beside(href) : null) ?? resolve(href, baseUrl, ownPage)
    known.set(href, address)
    return address
  }
  for (const link of elements(root, 'a')) {
    const name = attr(link, 'name')
    if (name !== null && attr(link, 'id') === null) setAttr(link, 'id', name)
    const href = attr(link, 'href')
    if (href === null) continue
    const address = resolved(href.trim())
    if (address === null) removeAttr(link, 'href')
    else setAttr(link, 'href', address)
  }
}

function resolve(href: string, baseUrl: string | null, ownPage: string | null): string | null {
  if (href.startsWith('#')) return href.length > 1 ? fragment(href) : null
  // What cannot be an address is no reason to throw, which takes long.
  if (baseUrl === null && !/^[a-z][a-z\d+.-]*:/iu.test(href)) return null
  try {
    const url = baseUrl === null ? new URL(href) : new URL(href, baseUrl)
    if (!/^(?:https?|mailto):$/u.test(url.protocol)) return null
    if (url.hash.length > 1 && pageOf(url.href) === ownPage) return fragment(url.hash)
    return url.href
  } catch {
    return null
  }
}

/** Ids are matched by their decoded text; `%C3%A9` in the link is `é` in the id. */
function fragment(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

/** An address without its fragment, and without the slash at the end that sites add or leave out. */
function pageOf(url: string): string {
  return url.replace(/#.*$/su, '').replace(/\/$/u, '')
}
