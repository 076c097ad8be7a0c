import { closeSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { SourceFolder } from '../../reading/read-source'
import type { PackagedFiles } from '../format'
import { pathOf, urlOf } from '../package-path'

/** What one folder of notes may have to be searched for pictures. */
const MAX_FILES = 20_000
const MAX_FOLDERS = 2000
const MAX_BYTES = 24 * 1024 * 1024

/** The `package:` address of a picture that a note shows; null for one that is on the web or in the note itself. */
export function attachmentUrl(src: string, folder: SourceFolder): string | null {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(src)) return null
  try {
    return new URL(src, urlOf(`${folder.page === '' ? '' : `${folder.page}/`}note`)).href
  } catch {
    return null
  }
}

/**
 * Finds the pictures of notes as Obsidian does: at the path that is given, from the note or from the top of the folder, and else
 * anywhere in the folder by its name, the nearest one first. Nothing outside the folder is read, links are not followed.
 */
export function createAttachments(folder: SourceFolder): PackagedFiles {
  let listed: readonly string[] | null = null
  return {
    get(url) {
      const path = pathOf(url)
      if (path === null) return null
      const own = path.startsWith(`${folder.page}/`) ? path.slice(folder.page.length + 1) : path
      const direct = read(folder.root, path)
      if (direct !== null) return direct
      listed ??= list(folder.root)
      const wanted = fold(path)
      const found =
        listed.find((file) => fold(file) === wanted) ??
        nearest(
          listed.filter((file) => isAt(file, own)),
          folder.page,
        ) ??
        nearest(
          listed.filter((file) => isAt(file, path.replace(/^.*\//u, ''))),
          folder.page,
        )
      return found === undefined ? null : read(folder.root, found)
    },
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function isAt(file: string, end: string): boolean {
  return fold(file) === fold(end) || fold(file).endsWith(`/${fold(end)}`)
}

/** Files beside the note or below it come first, then those with the shortest path. */
function nearest(files: readonly string[], page: string): string | undefined {
  const far = (file: string) => (page === '' || file.startsWith(`${page}/`) ? 0 : 1)
  return [...files].sort(
    (one, other) => far(one) - far(other) || one.length - other.length || (one < other ? -1 : 1),
  )[0]
}

/** Every file below a folder, `/` between parts, nearer ones first. */
function list(root: string): string[] {
  const files: string[] = []
  const folders = ['']
  for (let at = 0; at < folders.length && at < MAX_FOLDERS && files.length < MAX_FILES; at++) {
    const within = folders[at] ?? ''
    try {
      for (const entry of readdirSync(join(root, within), { withFileTypes: true })) {
        const path = within === '' ? entry.name : `${within}/${entry.name}`
        if (entry.isDirectory()) folders.push(path)
        else if (entry.isFile()) files.push(path)
      }
    } catch {
      // A folder that cannot be read has no pictures.
    }
  }
  return files
}

function read(root: string, path: string): Uint8Array<ArrayBuffer> | null {
  try {
    const top = realpathSync(root)
    const file = realpathSync(join(root, path))
    if (!file.startsWith(top.endsWith(sep) ? top : top + sep)) return null
    const handle = openSync(file, 'r')
    try {
      const stats = fstatSync(handle)
      return stats.isFile() && stats.size <= MAX_BYTES ? new Uint8Array(readFileSync(handle)) : null
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}
