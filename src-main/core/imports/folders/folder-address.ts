import { isArticle } from './file-kind'
import type { Source } from '../reading/read-source'

/** Nothing can ever be there (RFC 2606): addresses below it only tell the texts of one folder apart, and nobody asks the web for them. */
const ROOT = 'https://folder.invalid/'
/** A text that is asked for by its name alone, wherever in its folder it is: no file is called so. */
const NAMED = ':name'

/** The addresses of a file that was dropped within a folder: by its path, and by its name; none for a file that was dropped alone. */
export function folderAddresses({ name, folder }: Source): string[] {
  if (folder === null || folder.page === '') return []
  const file = name.split(/[\\/]+/u).pop() ?? ''
  return [addressOf([...partsOf(folder.page), file]), addressOfNote(folder.page, file)]
}

/**
 * Where a link leads that a file of a dropped folder has to another text of the same folder; null for all other links.
 * @param href as the file writes it, relative to itself
 */
export function linkInFolder(href: string, { folder }: Source): string | null {
  if (folder === null || folder.page === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\#?])/iu.test(href)) return null
  const [, path = '', fragment = ''] = /^([^#?]*)(?:\?[^#]*)?(#.*)?$/su.exec(href) ?? []
  const parts = partsOf(folder.page)
  for (const part of decoded(path).split(/[\\/]+/u)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return isArticle(parts[parts.length - 1] ?? '') ? addressOf(parts) + fragment : null
}

/** Where `[[target]]` leads: to the note of that name, or at that path from the top of the folder. Null outside of a folder. */
export function noteInFolder(target: string, { folder }: Source): string | null {
  if (folder === null || folder.page === '') return null
  const parts = partsOf(target.replace(/^\.?\//u, ''))
  const [name] = parts
  if (name === undefined || parts.includes('..')) return null
  if (parts.length === 1) return addressOfNote(folder.page, name)
  const [top = ''] = partsOf(folder.page)
  const file = parts[parts.length - 1] ?? ''
  return addressOf([top, ...parts.slice(0, -1), isArticle(file) ? file : `${file}.md`])
}

/** Whether an address is one of these. */
export function isFolderAddress(address: string): boolean {
  return address.startsWith(ROOT)
}

function addressOfNote(page: string, file: string): string {
  const [top = ''] = partsOf(page)
  const name = isArticle(file) ? file.replace(/\.[^.]+$/u, '') : file
  return addressOf([top, NAMED, name.toLowerCase()])
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]+/u).filter((part) => part !== '' && part !== '.')
}

/** One spelling for each path: systems differ in how they write accents. */
function addressOf(parts: readonly string[]): string {
  return ROOT + parts.map((part) => encodeURIComponent(part.normalize('NFC').replace(/\p{Cs}/gu, ''))).join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
