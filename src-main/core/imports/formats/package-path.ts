/** What paths inside a package resolve against. As EPUB 3.3 (4.2.5) asks, nothing relative to it leads out of it. */
export const ROOT = 'package:/'

/**
 * The address inside the package that a reference leads to, with its fragment; null when it leads to the web or nowhere.
 * @param base of the document with the reference
 */
export function insideOf(href: string, base: string): URL | null {
  try {
    const url = new URL(href.trim().replace(/\\/gu, '/'), base)
    return url.protocol === 'package:' && url.host === '' ? url : null
  } catch {
    return null
  }
}

/** A package's address for one of its paths. */
export function urlOf(path: string): string {
  return ROOT + path.split('/').map(encodeURIComponent).join('/')
}

/** The path within a package that an address names. */
export function pathOf(url: string): string | null {
  const path = /^package:\/([^?#]*)/u.exec(url)?.[1]
  if (path === undefined) return null
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What a link's `#…` names, decoded; empty when there is none. */
export function fragmentOf(url: URL): string {
  try {
    return decodeURIComponent(url.hash.slice(1))
  } catch {
    return url.hash.slice(1)
  }
}

/** One text for all the ways to write one file's address: decoded, without fragment; case and Unicode form count for nothing. */
export function sameFile(url: string): string {
  const file = url.replace(/[?#].*$/su, '')
  try {
    return decodeURIComponent(file).normalize('NFC').toLowerCase()
  } catch {
    return file.toLowerCase()
  }
}
