import type { Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

/** Something named on the command line, found. */
export type FoundSource =
  | { readonly kind: 'url'; readonly url: string }
  | {
      readonly kind: 'file'
      /** Path within what was named, `/` between parts. */
      readonly path: string
      readonly file: string
      readonly bytes: number
    }
  | { readonly kind: 'missing'; readonly path: string; readonly reason: string }

const ADDRESS = /^[a-z][a-z\d+.-]+:\/\//iu
const PAGE = /\.x?html?$/iu
/** What a saved page loads from its own folder. */
const REFERENCE = /\b(?:src|data-src|href)\s*=\s*(?:"(?<double>[^"<>]{1,1000})"|'(?<single>[^'<>]{1,1000})')/giu
const IMAGE = /\.(?:png|jpe?g|jfif|gif|webp|avif|bmp)$/iu

/** Finds the files and addresses that were named: folders with all that is in them, pages with the images they show. */
export async function* collectSources(named: readonly string[]): AsyncGenerator<FoundSource> {
  for (const name of named) {
    if (ADDRESS.test(name)) {
      yield { kind: 'url', url: name }
      continue
    }
    const path = resolve(name)
    let info: Stats
    try {
      info = await stat(path)
    } catch (error) {
      yield { kind: 'missing', path: name, reason: reasonOf(error) }
      continue
    }
    if (info.isDirectory()) {
      yield* inFolder(path, dirname(path))
    } else if (info.isFile()) {
      yield { kind: 'file', path: basename(path), file: path, bytes: info.size }
      if (PAGE.test(path)) yield* imagesOf(path)
    } else yield { kind: 'missing', path: name, reason: `${name} is neither a file nor a folder.` }
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'There is no such file or folder.'
  if (code === 'EACCES' || code === 'EPERM') return 'It may not be read; change its permissions.'
  return error instanceof Error ? error.message : String(error)
}

async function* inFolder(folder: string, base: string): AsyncGenerator<FoundSource> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* inFolder(path, base)
    else if (entry.isFile())
      yield { kind: 'file', path: within(base, path), file: path, bytes: (await stat(path)).size }
  }
}

async function* imagesOf(page: string): AsyncGenerator<FoundSource> {
  const folder = dirname(page)
  const seen = new Set<string>()
  const html = await readFile(page, 'utf8')
  for (const match of html.matchAll(REFERENCE)) {
    const path = localPath(match.groups?.['double'] ?? match.groups?.['single'] ?? '', folder)
    if (path === null || seen.has(path)) continue
    seen.add(path)
    const info = await stat(path).catch(() => null)
    if (info?.isFile() === true) yield { kind: 'file', path: within(folder, path), file: path, bytes: info.size }
  }
}

/** The file that a page means, when it is an image in the page's folder or below it. */
function localPath(reference: string, folder: string): string | null {
  const bare = reference.replaceAll('&amp;', '&').replace(/[?#].*$/su, '')
  if (!IMAGE.test(bare) || /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(bare)) return null
  try {
    const path = resolve(folder, decodeURIComponent(bare))
    return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : null
  } catch {
    return null
  }
}

function within(base: string, path: string): string {
  return relative(base, path).split(sep).join('/')
}
