import type { Entry } from './zim/dirent'
import type { Zim } from './zim/zim'

/** Stands for the archive in addresses; nothing on the web is called so (RFC 2606). */
const INSIDE = 'http://archive.invalid'

/** An entry's name for the rest of Lectern: its namespace and path. */
export function pathOf({ namespace, path }: Pick<Entry, 'namespace' | 'path'>): string {
  return `${namespace}/${path}`
}

/** Finds an entry by that name. Older links put the namespace of old into the path of newer archives. */
export function findByPath(zim: Zim, path: string): Entry | null {
  const [namespace = '', ...rest] = path.split('/')
  const inner = rest.join('/')
  const found = namespace.length === 1 ? zim.find(namespace, inner) : null
  if (found !== null) return found
  if (path.includes('?')) return findByPath(zim, path.replace(/\?.*$/su, ''))
  if (!zim.header.hasNewNamespaces) return null
  const old = /^(?:C\/)?[AIJ-]\/(.+)$/su.exec(path)?.[1]
  return old === undefined ? null : zim.find('C', old)
}

/** Where a link of a page leads. */
export type LinkTarget =
  /** Entries to look for, the likeliest first, and the part behind `#`. */
  | { readonly kind: 'inside'; readonly paths: readonly string[]; readonly hash: string }
  /** http, https or mailto. */
  | { readonly kind: 'outside'; readonly url: string }

/**
 * Resolves a link or an image's address as a browser would that reads the archive's entries as files.
 * @param from the page's namespace and path
 * @returns null for what leads nowhere, such as a script's address
 */
export function linkTarget(href: string, from: string): LinkTarget | null {
  try {
    const base = `${INSIDE}/${from.split('/').map(encodeURIComponent).join('/')}`
    const url = new URL(href.trim(), base)
    if (url.origin !== INSIDE)
      return /^(?:https?|mailto):$/u.test(url.protocol) ? { kind: 'outside', url: url.href } : null
    const inside = decoded(url.pathname.slice(1))
    // An address from the root of a newer archive leaves out the namespace.
    const rooted = /^\s*\/(?!\/)/u.test(href) && from.startsWith('C/') ? [`C/${inside}`] : []
    const query = url.search === '' ? [] : [inside + decoded(url.search)]
    return { kind: 'inside', paths: [...rooted, ...query, inside], hash: url.hash }
  } catch {
    return null
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
